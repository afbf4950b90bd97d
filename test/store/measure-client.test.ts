import { expose } from 'comlink';
import { describe, expect, it } from 'vitest';
import type { WorkerPort } from '../../src/store/client.ts';
import { MeasureClient } from '../../src/store/measure-client.ts';
import type { MeasureRequest, MeasureWorker } from '../../src/worker/measure-protocol.ts';
import { experiment } from './fixtures.ts';

/** A worker's two ends in one thread; it can be made to die. */
class Port extends EventTarget implements WorkerPort {
  private readonly channel = new MessageChannel();
  ended = false;

  constructor(worker: MeasureWorker) {
    super();
    expose(worker, this.channel.port2);
    this.channel.port1.onmessage = ({ data }: MessageEvent<unknown>) =>
      this.dispatchEvent(new MessageEvent('message', { data }));
  }

  postMessage(message: unknown, transfer: Transferable[] = []): void {
    this.channel.port1.postMessage(message, transfer);
  }

  die(): void {
    this.dispatchEvent(Object.assign(new Event('error'), { message: 'It broke.' }));
  }

  terminate(): void {
    this.ended = true;
    this.channel.port1.close();
  }
}

const request: MeasureRequest = {
  run: 1,
  experiment,
  added: { epochs: new Int32Array(), checkpoints: new Float32Array() },
  kept: new Int32Array(),
  rulers: ['exact'],
  epochs: new Int32Array(),
};
const listener = { progress: () => undefined };
const never = (): Promise<never> => new Promise(() => undefined);

describe('the page’s side of the worker that measures again', () => {
  it('says that a worker has died, and begins another one, which knows nothing', async () => {
    const ports: Port[] = [];
    const client = new MeasureClient(() => {
      const port = new Port({
        measure: () => (ports.length > 1 ? Promise.resolve({ kind: 'done', elapsedMs: 1 }) : never()),
        cancel: () => undefined,
        outputs: never,
        partitions: never,
        inspect: never,
        images: never,
      });
      ports.push(port);
      return port;
    });
    const lost = client.measure(request, listener);
    const opened = client.outputs(experiment, 1, new Float32Array(), 0);
    ports[0]?.die();
    expect(await lost).toEqual({ kind: 'failed', message: 'It broke.' });
    await expect(opened).rejects.toThrow('It broke.');
    expect(ports[0]?.ended).toBe(true);
    expect(client.generation).toBe(1);
    expect(await client.measure(request, listener)).toEqual({ kind: 'done', elapsedMs: 1 });
    client.dispose();
    expect(ports[1]?.ended).toBe(true);
  });

  it('begins no worker before it is needed', () => {
    let begun = 0;
    const client = new MeasureClient(() => {
      begun++;
      throw new Error('none');
    });
    client.cancel();
    client.dispose();
    expect(begun).toBe(0);
  });
});
