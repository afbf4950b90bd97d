/** Accumulators in assembly/peak.ts, times lanes. */
const perTurn = 12 * 4;
const turns = 20_000;

/** Measures what plain WebAssembly SIMD can do at most, in 10^9 multiply-adds a second on one core. */
export class Peak {
  private readonly multiplyAdd: (turns: number) => number;

  /** @param wasm assembly/peak.ts, compiled */
  constructor(wasm: Uint8Array<ArrayBuffer>) {
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(wasm));
    this.multiplyAdd = exports['multiplyAdd'] as (turns: number) => number;
    this.best(200); // Until the optimizing compiler is done with it.
  }

  /** The best of some short bursts of about 40 microseconds each: what disturbs can only slow down. */
  best(bursts: number): number {
    let best = 0;
    for (let burst = 0; burst < bursts; burst++) {
      const start = performance.now();
      this.multiplyAdd(turns);
      best = Math.max(best, (turns * perTurn) / (performance.now() - start));
    }
    return best / 1e6;
  }
}
