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
  'icosahedron 10-7-5-4-3 tanh quantized': { epoch: 0.31, measurement: 0.6 },
  'icosahedron 10-7-5-4-3 relu quantized': { epoch: 0.26, measurement: 0.5 },
  'icosahedron 10-7-5-4-3 tanh float': { epoch: 0.28, measurement: 0.6 },
  'icosahedron 10-7-5-4-3 relu float': { epoch: 0.2, measurement: 0.5 },
  'mnist 16-8-4-2 relu quantized': { epoch: 65, measurement: 27 },
  'mnist 16-12-8-4 relu quantized': { epoch: 70, measurement: 30 },
  'mnist 16-8-4-2-4-8 relu quantized': { epoch: 67, measurement: 30 },
  'mnist 10-10-10-10 relu quantized': { epoch: 67, measurement: 28 },
  'mnist c2x3-p2-c2x3-p2-16 relu quantized': { epoch: 288, measurement: 306 },
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
