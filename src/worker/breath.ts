/**
 * Lets waiting messages in: resolves in a task of its own. Timers would wait 4 ms and microtasks let nothing in, so
 * it goes through a MessageChannel.
 */
export class Breath {
  private readonly channel = new MessageChannel();
  private waiting: (() => void)[] = [];

  constructor() {
    this.channel.port1.onmessage = () => this.waiting.shift()?.();
  }

  take(): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      this.channel.port2.postMessage(null);
    });
  }

  /** Without this a Node process would not end. */
  close(): void {
    this.channel.port1.close();
  }
}
