import { transfer } from 'comlink';
import type { Reestimate } from '../core/experiment/reestimate.ts';
import type { Limits } from '../core/experiment/trajectory.ts';
import type { MeasureListener, MeasurePart } from './measure-protocol.ts';

/** Estimates on their way to the page. */
export class Parts {
  progress = 0;
  private readonly rulers: readonly string[];
  private readonly limits: readonly Limits[];
  private readonly layers: number;
  private readonly listener: MeasureListener;
  private waiting: Reestimate[] = [];

  /** @param limits by ruler */
  constructor(
    rulers: readonly string[],
    limits: readonly Limits[],
    layers: number,
    listener: MeasureListener,
  ) {
    this.rulers = rulers;
    this.limits = limits;
    this.layers = layers;
    this.listener = listener;
  }

  add(estimate: Reestimate): void {
    this.waiting.push(estimate);
  }

  async post(): Promise<void> {
    const { waiting } = this;
    this.waiting = [];
    const parts = this.rulers.flatMap((ruler, number) => {
      const own = waiting.filter((estimate) => estimate.ruler === number);
      const limits = this.limits[number];
      return own.length > 0 && limits ? [this.part(ruler, limits, own)] : [];
    });
    const buffers = parts.flatMap(({ epochs, ixt, ity, band }) => [
      ...[epochs.buffer, ixt.buffer, ity.buffer],
      ...(band ? [band.low.buffer, band.high.buffer] : []),
    ]);
    await this.listener.progress(transfer(parts, buffers as ArrayBuffer[]), this.progress);
  }

  private part(ruler: string, limits: Limits, own: readonly Reestimate[]): MeasurePart {
    const ixt = new Float64Array(own.length * this.layers);
    const ity = new Float64Array(own.length * this.layers);
    for (const [index, { layers }] of own.entries()) {
      for (const [layer, [x, y]] of layers.entries()) {
        ixt[index * this.layers + layer] = x;
        ity[index * this.layers + layer] = y;
      }
    }
    const epochs = Int32Array.from(own, ({ epoch }) => epoch);
    const edges = own.at(-1)?.edges ?? null;
    const bands = own.flatMap((estimate) => estimate.bands ?? []);
    if (bands.length === 0) return { ruler, limits, epochs, ixt, ity, edges };
    const low = Float64Array.from(bands, (each) => each.low);
    const high = Float64Array.from(bands, (each) => each.high);
    return { ruler, limits, epochs, ixt, ity, edges, band: { low, high } };
  }
}
