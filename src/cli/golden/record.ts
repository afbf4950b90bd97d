import type { Kernel, MeasureResult } from '../../core/kernel.ts';
import type { NetworkReading } from './reading.ts';

/** Bit patterns of all that a kernel computed, in order, to be compared with another's. */
export class BitRecord {
  private readonly parts: Uint32Array[] = [];

  addStep(loss: number, { buffers }: Kernel): void {
    this.add(Float32Array.of(loss));
    for (const name of ['parameters', 'gradients', 'moment1', 'moment2', 'ranges'] as const) {
      this.add(buffers[name].slice());
    }
  }

  addReading({ layers, measured }: NetworkReading): void {
    for (const { outputs } of layers) this.add(outputs);
    this.addMeasurement(measured);
  }

  addMeasurement({ rows }: MeasureResult): void {
    for (const { histogram, joint, low, high } of rows) {
      this.add(histogram);
      this.add(joint);
      this.add(Float32Array.of(low, high));
    }
  }

  /** How many of all words differ; words that only one of the two has count. */
  differingWords(other: BitRecord): number {
    let count = 0;
    for (let index = 0; index < Math.max(this.parts.length, other.parts.length); index++) {
      const ours = this.parts[index] ?? [];
      const theirs = other.parts[index] ?? [];
      for (let i = 0; i < Math.max(ours.length, theirs.length); i++) if (ours[i] !== theirs[i]) count++;
    }
    return count;
  }

  /** @param values not changed later */
  private add(values: Float32Array | Uint32Array): void {
    this.parts.push(new Uint32Array(values.buffer, values.byteOffset, values.length));
  }
}
