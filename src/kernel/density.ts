import type { Pairs } from '../core/information/kernel-density.ts';
import type { KernelExports } from './exports.ts';

/** Work between two breaths: units' differences, about a millisecond's. */
const part = 1 << 20;

/** Sums over pairs of outputs for kernel density bounds, in a memory of its own; the fast form of core's `addPairs`. */
export class Density {
  private readonly wasm: KernelExports;

  constructor(module: WebAssembly.Module) {
    this.wasm = new WebAssembly.Instance(module, {
      env: {
        abort: () => {
          throw new Error('The WebAssembly kernel stopped.');
        },
      },
    }).exports as unknown as KernelExports; // Its functions are declared by hand in exports.ts.
  }

  /** @throws RangeError if there is not enough memory */
  *addPairs({ columns, weights, ends, factor, all, own }: Pairs): Generator<number, void, void> {
    const { wasm } = this;
    const n = weights.length;
    const units = columns.length;
    const stride = 8 * (n + 2);
    const base = wasm.heapBase();
    const at = (row: number): number => base + row * stride;
    if (!wasm.reserve(at(units + 3))) throw new RangeError('There is not enough memory for the bounds.');
    const row = (index: number): Float64Array => new Float64Array(wasm.memory.buffer, at(index), n + 1);
    for (const [unit, column] of columns.entries()) {
      const place = row(unit);
      place.set(column);
      place[n] = Infinity; // Two are read at once: what is beyond the last is far away.
    }
    const [weightsAt, allAt, ownAt] = [at(units), at(units + 1), at(units + 2)];
    row(units).set(weights);
    row(units + 1).set(all);
    row(units + 2).set(own);
    let work = 0;
    for (let i = 0, c = 0; i < n; i++) {
      while (ends[c]! <= i) c++;
      wasm.densityRow(base, units, stride, n, i, ends[c]!, factor, weightsAt, allAt, ownAt);
      work += n - 1 - i;
      if (work * units < part) continue;
      yield work;
      work = 0;
    }
    yield work;
    all.set(row(units + 1).subarray(0, n));
    own.set(row(units + 2).subarray(0, n));
  }
}
