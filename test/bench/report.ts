import type { Result } from './result.ts';

/** Bars the product is held to; nothing fails by them, since a busy machine is slow. */
const bars: Partial<Record<string, string>> = {
  defaultRunSeconds: 'at most 5',
  ratioTfjsFit: 'at least 60',
  ratioTfjsLoop: 'at least 35',
};

export function tableOf(result: Result): string {
  const { best } = result;
  const rows: [name: string, value: number, best: number | null, what: string][] = [
    ['epochMs', result.epochMs, best.epochMs, 'ms an epoch, without measurements'],
    ['measurementMs', result.measurementMs, best.measurementMs, 'ms a measurement'],
    ['defaultRunSeconds', result.defaultRunSeconds, best.defaultRunSeconds, 's the default run, 8000 epochs'],
    [
      'defaultRunCpuSeconds',
      result.defaultRunCpuSeconds,
      best.defaultRunCpuSeconds,
      's of the processor for it',
    ],
    ['ratioTfjsFit', result.ratioTfjsFit, null, 'times as fast as TensorFlow.js, model.fit'],
    ['ratioTfjsLoop', result.ratioTfjsLoop, null, 'times as fast as TensorFlow.js, bare loop'],
    ['ratioScalar', result.ratioScalar, null, 'times as fast as the scalar kernel'],
    ['fractionOfPeak', result.fractionOfPeak, null, 'of the multiply-adds that SIMD could do'],
    ['tfjsFitMs', result.tfjsFitMs, best.tfjsFitMs, 'ms an epoch of model.fit'],
    ['tfjsLoopMs', result.tfjsLoopMs, best.tfjsLoopMs, 'ms an epoch of the bare loop'],
    ['scalarEpochMs', result.scalarEpochMs, best.scalarEpochMs, 'ms an epoch of the scalar kernel'],
    ['peakGmacs', result.peakGmacs, best.peakGmacs, '10^9 multiply-adds a second at most'],
  ];
  const lines = rows.map(([name, value, least, what]) => {
    const bar = bars[name];
    return line(name, number(value), least === null ? '' : number(least), bar ? `${what} (${bar})` : what);
  });
  return [line('', 'median', 'best', ''), ...lines].join('\n');
}

const line = (name: string, middle: string, best: string, what: string): string =>
  `${name.padEnd(20)}${middle.padStart(9)}${best.padStart(9)}  ${what}`.trimEnd();

/** Three significant digits. */
const number = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));

const percent = (share: number): string => `${Math.round(100 * share)}%`;

/** Where the time goes and what bounds it, in sentences made of the numbers. */
export function sentencesOf(result: Result): string[] {
  const { best, epochParts, defaultRunShares: shares, fractionOfPeak, multiplyAdds, machine, tfjs } = result;
  const { multiplyAdds: sums, ...others } = epochParts;
  const ofEpoch = (ms: number): string => percent(ms / best.epochMs);
  // Alone, the parts can take a little more than together; then nothing is left for the calls.
  const list = Object.entries(others)
    .filter(([, ms]) => ms > best.epochMs / 200)
    .sort(([, p], [, q]) => q - p)
    .map(([name, ms]) => `${partNames[name] ?? name} ${ofEpoch(ms)}`);
  const needed = `${(multiplyAdds / 1e6).toFixed(2)} million multiply-adds`;
  const atPeak = fractionOfPeak * best.epochMs;
  return [
    `The default run spends ${percent(shares.training)} of its time training and ${percent(shares.measuring)} measuring.`,
    `The ${needed} of an epoch take ${ofEpoch(sums)} of its time, at ${percent(atPeak / sums)} of the peak; at the peak ` +
      `they would take ${percent(fractionOfPeak)}.`,
    `The rest: ${list.join(', ')}.`,
    sums > best.epochMs / 2
      ? 'So it is bound by the multiply-adds and the loading of what they multiply.'
      : 'So it is bound by the work on each activation more than by the multiply-adds: the layers are narrow.',
    `${result.rounds} rounds, one thread, ${machine.cores} cores (${machine.processor}), Node ${machine.node}, ` +
      `TensorFlow.js ${tfjs.version} (wasm, SIMD, 1 thread), load ${machine.load.toFixed(1)}.`,
  ];
}

const partNames: Readonly<Record<string, string>> = {
  activations: 'activations',
  quantization: 'quantizing and its gradient',
  softmaxAndLoss: 'softmax and loss',
  shuffleAndGather: 'shuffling and gathering',
  optimizer: 'Adam',
  rest: 'calls and bookkeeping',
};
