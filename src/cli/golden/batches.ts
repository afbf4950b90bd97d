import { createHash } from 'node:crypto';
import { icosahedron, PATTERNS } from '../../core/tasks/icosahedron.ts';
import type { JsonField } from '../../share/json-field.ts';
import type { Comparison } from './comparison.ts';
import { uint16 } from './words.ts';

/** batches.json: which samples a trace trains on. */
export interface Batches {
  readonly labelsSha256: string;
  readonly batchSize: number;
  /** Sample numbers of each epoch, in order; cut every `batchSize`, the last batch is smaller. */
  readonly epochs: readonly Uint16Array[];
}

/** @throws FileProblem, also if a sample is none of the 12-bit task's */
export function readBatches(file: JsonField): Batches {
  const samples = file.get('samples');
  if (samples.whole(1) !== PATTERNS) throw samples.error(`should be ${PATTERNS}`);
  return {
    labelsSha256: file.get('labelsSha256').text(),
    batchSize: file.get('batchSize').whole(1),
    epochs: file
      .get('epochs')
      .list()
      .map((epoch) => {
        const numbers = uint16(epoch);
        const outside = numbers.find((sample) => sample >= PATTERNS);
        if (outside !== undefined) throw epoch.error(`there is no sample ${outside}`);
        return numbers;
      }),
  };
}

/** Sample numbers of all training steps, one after the other. */
export function batchesInOrder({ epochs, batchSize }: Batches): Uint32Array[] {
  return epochs.flatMap((epoch) =>
    Array.from({ length: Math.ceil(epoch.length / batchSize) }, (_, batch) =>
      Uint32Array.from(epoch.subarray(batch * batchSize, (batch + 1) * batchSize)),
    ),
  );
}

/** 1 for the samples of a task that are in no batch. */
export function testFlags({ epochs }: Batches, samples: number): Uint8Array {
  const flags = new Uint8Array(samples).fill(1);
  for (const epoch of epochs) for (const sample of epoch) flags[sample] = 0;
  return flags;
}

/** Compares the task with the labels' digest, and checks that every epoch holds each training sample once. */
export function compareBatches(file: JsonField): Comparison[] {
  const batches = readBatches(file);
  const task = icosahedron();
  const digest = createHash('sha256').update(task.labels.join('')).digest('hex');
  const flags = testFlags(batches, task.samples);
  const trainSamples = flags.reduce((sum, flag) => sum + 1 - flag, 0);
  const strays = batches.epochs.map((epoch) => {
    return Math.abs(epoch.length - trainSamples) + epoch.length - new Set(epoch).size;
  });
  const exact = (quantity: string, difference: number): Comparison => ({
    kernel: '-',
    quantity,
    difference,
    bound: 0,
  });
  return [
    exact('SHA-256 of the labels: differs', digest === batches.labelsSha256.toLowerCase() ? 0 : 1),
    exact('training samples missing or twice in an epoch', Math.max(0, ...strays)),
  ];
}
