import { proxy, wrap, type Remote } from 'comlink';
import type { Experiment } from '../core/experiment/experiment.ts';
import type { Partition } from '../core/information/partition.ts';
import type { LayerInspection, LayerQuestion } from '../core/inspection/inspect.ts';
import type {
  MeasureListener,
  MeasureOutcome,
  MeasureRequest,
  MeasureWorker,
  SampleOutputs,
} from '../worker/measure-protocol.ts';
import type { WorkerPort } from './client.ts';

/** The page's side of the worker that measures runs again; it is begun when it is first needed. */
export class MeasureClient {
  private readonly spawn: () => WorkerPort;
  private port: WorkerPort | null = null;
  private api: Remote<MeasureWorker> | null = null;
  /** Counts up with each worker: a new one knows nothing of what the one before was given. */
  generation = 0;
  /** Ends, with an error, each call that waits for an answer. */
  private readonly waiting = new Set<(error: Error) => void>();

  constructor(spawn: () => WorkerPort) {
    this.spawn = spawn;
  }

  /** Checkpoints that are `added` are transferred: they must be copies. A newer request ends an older one. */
  async measure(request: MeasureRequest, listener: MeasureListener): Promise<MeasureOutcome> {
    try {
      return await this.answer<MeasureOutcome>((worker) => worker.measure(request, proxy(listener)));
    } catch (error) {
      return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
    }
  }

  cancel(): void {
    void this.api?.cancel();
  }

  /**
   * A layer's outputs over all samples, 0 for T1, at one checkpoint: quantized activations; of the output layer the
   * softmax, or (`logits`) the quantized logits.
   */
  async outputs(
    experiment: Experiment,
    epoch: number,
    checkpoint: Float32Array,
    layer: number | 'logits',
  ): Promise<SampleOutputs> {
    return this.answer((worker) => worker.outputs(experiment, epoch, checkpoint, layer));
  }

  /**
   * Which samples share a code at one checkpoint, in each row of a measurement: T1 ... T(L-1), the output on the study's
   * grid, the output exactly.
   */
  async partitions(
    experiment: Experiment,
    epoch: number,
    checkpoint: Float32Array,
  ): Promise<readonly Partition[]> {
    return this.answer((worker) => worker.partitions(experiment, epoch, checkpoint));
  }

  /** All there is to see of one layer at one checkpoint. */
  async inspect(
    experiment: Experiment,
    epoch: number,
    checkpoint: Float32Array,
    question: LayerQuestion,
  ): Promise<LayerInspection> {
    return this.answer((worker) => worker.inspect(experiment, epoch, checkpoint, question));
  }

  /** Grey images of some samples, (samples, height, width), 0 to 255; of a task whose inputs are bytes. */
  async images(experiment: Experiment, samples: Int32Array): Promise<Uint8Array> {
    return this.answer((worker) => worker.images(experiment, samples));
  }

  dispose(): void {
    this.port?.terminate();
    this.port = null;
    this.api = null;
  }

  /** A worker's answer; rejects if the worker dies before. */
  private async answer<T>(call: (worker: Remote<MeasureWorker>) => Promise<T>): Promise<T> {
    let lose: (error: Error) => void = () => undefined;
    const lost = new Promise<never>((_, reject) => (lose = reject));
    this.waiting.add(lose);
    try {
      return await Promise.race([call(this.worker()), lost]);
    } finally {
      this.waiting.delete(lose);
    }
  }

  private worker(): Remote<MeasureWorker> {
    if (this.api) return this.api;
    const port = this.spawn();
    const die = (event: Event): void => {
      if (this.port !== port) return;
      this.dispose(); // The next request begins another one.
      this.generation++;
      for (const lose of this.waiting) lose(new Error('message' in event ? String(event.message) : ''));
    };
    port.addEventListener('error', die);
    port.addEventListener('messageerror', die);
    this.port = port;
    this.api = wrap<MeasureWorker>(port);
    return this.api;
  }
}
