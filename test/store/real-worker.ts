import { expose } from 'comlink';
import { icosahedron } from '../../src/core/tasks/icosahedron.ts';
import { loadKernel } from '../../src/kernel/load-node.ts';
import { WasmKernel } from '../../src/kernel/wasm-kernel.ts';
import type { WorkerPort } from '../../src/store/client.ts';
import { RunService } from '../../src/worker/run-service.ts';

const module = loadKernel();

/** What runs in the page's worker, at the other end of a channel; it can be ended as a worker can. */
export class RealWorkers {
  /** Those that are there now, in order of their beginning. */
  readonly alive: (WorkerPort & EventTarget)[] = [];
  begun = 0;

  spawn = (): WorkerPort => {
    const service = new RunService(
      () => Promise.resolve((spec, data) => new WasmKernel(module, spec, data)),
      () => Promise.resolve(icosahedron()),
      () => performance.now(),
    );
    const { port1, port2 } = new MessageChannel();
    expose(service, port2);
    const port = Object.assign(new EventTarget(), {
      postMessage: port1.postMessage.bind(port1),
      terminate: () => {
        service.cancel();
        port1.close();
        port2.close();
        const index = this.alive.indexOf(port);
        if (index >= 0) this.alive.splice(index, 1);
      },
    }) as WorkerPort & EventTarget;
    port1.onmessage = ({ data }: MessageEvent<unknown>) =>
      port.dispatchEvent(new MessageEvent('message', { data }));
    this.alive.push(port);
    this.begun++;
    return port;
  };

  /** A worker dies, as one that is out of memory. */
  crash(index: number): void {
    this.alive[index]?.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }));
  }

  end(): void {
    for (const port of [...this.alive]) port.terminate();
  }
}
