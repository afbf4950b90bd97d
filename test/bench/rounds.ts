import { defaults } from '../../src/core/experiment/fields.ts';
import { prepare } from '../../src/core/experiment/prepare.ts';
import type { KernelFactory } from '../../src/core/experiment/run.ts';
import { ScalarKernel } from '../../src/core/network/scalar-kernel.ts';
import { icosahedron } from '../../src/core/tasks/icosahedron.ts';
import { loadKernel } from '../../src/kernel/load-node.ts';
import { WasmKernel } from '../../src/kernel/wasm-kernel.ts';
import { floats } from './floats.ts';
import { multiplyAdds } from './multiply-adds.ts';
import { timeDefaultRun, Training, type DefaultRun } from './ours.ts';
import { partsTimer, type PartTimes } from './parts.ts';
import { Peak } from './peak.ts';
import { sum, time, timeAsync } from './statistics.ts';
import type { startTfjs, Tfjs } from './tfjs.mjs';

/** What one round saw, in milliseconds an epoch but for the peak. */
export interface Round {
  /** Before, between and after what it is compared with. */
  readonly epochMs: number;
  /** Of the least disturbed few epochs. */
  readonly bestEpochMs: number;
  readonly tfjsFitMs: number;
  readonly tfjsLoopMs: number;
  readonly scalarEpochMs: number;
  /** 10^9 multiply-adds a second. */
  readonly peakGmacs: number;
  readonly parts: PartTimes;
}

export interface Measured {
  readonly rounds: readonly Round[];
  readonly defaultRuns: readonly DefaultRun[];
  /** Of an epoch. */
  readonly multiplyAdds: number;
  readonly tfjs: Pick<Tfjs, 'version' | 'simd' | 'threads'>;
}

/** Stretches of a few epochs, about two milliseconds each. */
const stretches = 20;
const stretchEpochs = 5;
const fitEpochs = 4;
const loopEpochs = 5;

/** Measures everything by turns, so that what disturbs the machine for a while disturbs all of it alike. */
export async function measure(
  count: number,
  start: typeof startTfjs,
  peakWasm: Uint8Array<ArrayBuffer>,
): Promise<Measured> {
  const module = loadKernel();
  const createWasm: KernelFactory = (spec, samples) => new WasmKernel(module, spec, samples);
  const { spec, samples, split } = prepare(defaults, icosahedron());
  const ours = new Training(createWasm);
  const scalar = new Training((each, data) => new ScalarKernel(each, data));
  const timeParts = partsTimer(module);
  const peak = new Peak(peakWasm);
  const { features, labels } = samples;
  const inputs = floats(samples.inputs);
  const tfjs = await start({
    widths: [features, ...spec.layers.map(({ units }) => units)],
    rate: spec.rate,
    batch: spec.batch,
    inputs: Float32Array.from(
      [...split.train].flatMap((s) => [...inputs.subarray(s * features, (s + 1) * features)]),
    ),
    labels: Uint8Array.from(split.train, (s) => labels[s] ?? 0),
  });

  const epochs = (): number[] =>
    Array.from({ length: stretches }, () => ours.advance(stretchEpochs) / stretchEpochs);
  const round = async (): Promise<Round> => {
    const before = epochs();
    const fit = await timeAsync(async () => requireLoss(await tfjs.fit(fitEpochs)));
    const between = epochs();
    const loop = time(() => requireLoss(tfjs.loop(loopEpochs)));
    const all = [...before, ...between, ...epochs()];
    return {
      epochMs: sum(all) / all.length,
      bestEpochMs: Math.min(...all),
      tfjsFitMs: fit / fitEpochs,
      tfjsLoopMs: loop / loopEpochs,
      scalarEpochMs: scalar.advance(1),
      peakGmacs: peak.best(20),
      parts: timeParts(50),
    };
  };

  const defaultRuns: DefaultRun[] = [];
  const rounds: Round[] = [];
  for (let i = 0; i < 5; i++) await round(); // Until all is compiled by the optimizing compilers.
  for (let i = 0; i < count; i++) {
    if (i % Math.ceil(count / 3) === 0) defaultRuns.push(timeDefaultRun(createWasm));
    rounds.push(await round());
  }
  const { version, simd, threads } = tfjs;
  return {
    rounds,
    defaultRuns,
    multiplyAdds: multiplyAdds(spec.layers, split.train.length),
    tfjs: { version, simd, threads },
  };
}

/** TensorFlow.js must really train, or the comparison means nothing. */
function requireLoss(loss: number): void {
  if (!(loss > 0 && loss < 1)) throw new Error(`TensorFlow.js does not train: its loss is ${loss}.`);
}
