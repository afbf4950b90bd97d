import { formatField } from '../fields.ts';
import { measurementCount, totalEpochs } from '../schedule.ts';
import type { Experiment } from '../experiment.ts';

/** What a network costs on one core of the server it was measured on (AMD EPYC, Node 20), in milliseconds. */
interface Cost {
  readonly epoch: number;
  readonly measurement: number;
}

/** By task, layers, activation, and whether the network is quantized. Measured with the WebAssembly kernel. */
const costs: Readonly<Record<string, Cost>> = {
  'icosahedron 10-7-5-4-3 tanh quantized': { epoch: 0.3, measurement: 0.56 },
  'icosahedron 10-7-5-4-3 relu quantized': { epoch: 0.3, measurement: 0.56 },
  'icosahedron 10-7-5-4-3 tanh float': { epoch: 0.3, measurement: 0.56 },
  'icosahedron 10-7-5-4-3 relu float': { epoch: 0.3, measurement: 0.56 },
};

function costOf(experiment: Experiment): Cost | undefined {
  const { task, bits } = experiment;
  const net = formatField('net', experiment.net);
  const act = formatField('act', experiment.act);
  return costs[`${task} ${net} ${act} ${bits === 'float' ? 'float' : 'quantized'}`];
}

/** Milliseconds that one repeat takes on the server it was measured on; null for networks that were not measured. */
export function repeatMs(experiment: Experiment): number | null {
  const cost = costOf(experiment);
  if (!cost) return null;
  return cost.epoch * totalEpochs(experiment) + cost.measurement * measurementCount(experiment);
}

/**
 * How many times as long as on that server a run takes here, from what it has done: null where the network was not
 * measured, or where there is too little to go by.
 *
 * @param ms of work @param share part of the whole run that is done, 0 to 1
 */
export function slowness(experiment: Experiment, ms: number, share: number): number | null {
  const expected = repeatMs(experiment);
  if (expected === null || ms < 300 || share <= 0) return null;
  return ms / (expected * share);
}

/** Milliseconds until all repeats are done, so many at a time; null where it is not known. */
export function estimateMs(experiment: Experiment, atOnce: number, factor: number): number | null {
  const each = repeatMs(experiment);
  if (each === null) return null;
  return Math.ceil(experiment.repeats / Math.max(1, atOnce)) * each * factor;
}
