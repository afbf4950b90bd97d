import type { EndedRun } from './ended-run.ts';
import { numberText } from './json.ts';
import { repeatNumber, type TextFile } from './study-files.ts';

const header = [
  ...['repeat', 'epoch', 'labels', 'layer', 'ruler'],
  ...['ixt', 'ity', 'codes', 'levels', 'low', 'high'],
  ...['weight_norm', 'gradient_mean', 'gradient_deviation', 'gradient_snr'],
  ...['train_acc_running', 'train_loss_running', 'train_acc', 'test_acc', 'test_loss'],
];

/**
 * All that was measured of a repeat, a line for each layer and ruler at each epoch; epochs are completed ones. The
 * ruler of hidden layers is `exact`; the output has `grid` and `exact`; other rulers follow at the end. What a line
 * does not have is empty.
 */
export function csvFile(run: EndedRun): TextFile {
  const { experiment, columns, repeat, readings } = run;
  const rows = experiment.net.length + 2;
  const lines = [header.join(',')];
  const start = (epoch: number): string =>
    `${repeat},${epoch},${epoch > 0 && epoch <= experiment.prefit ? 'shuffled' : 'true'}`;
  for (const [index, epoch] of columns.epoch.entries()) {
    const single = [
      ...[columns.trainAccuracy, columns.trainLoss],
      ...[columns.trainAccuracyAfter, columns.testAccuracy, columns.testLoss],
    ].map((column) => numberText(column[index] ?? NaN));
    for (let row = 0; row < rows; row++) {
      const layer = row < rows - 2 ? row + 1 : rows - 1;
      const cells = [columns.ixt, columns.ity, columns.codes, columns.levels, columns.low, columns.high].map(
        (column) => numberText(column[index * rows + row] ?? NaN),
      );
      const at = index * (rows - 1) + layer - 1;
      const [mean, deviation] = [columns.gradientMean[at] ?? NaN, columns.gradientDeviation[at] ?? NaN];
      const weights = [columns.weightNorm[at] ?? NaN, mean, deviation, mean / deviation].map(numberText);
      const ruler = row === rows - 2 ? 'grid' : 'exact';
      lines.push([start(epoch), `T${layer}`, ruler, ...cells, ...weights, ...single].join(','));
    }
  }
  for (const { ruler, epoch: epochs, ixt, ity } of readings) {
    for (let i = 0; i < ixt.length; i++) {
      const layers = rows - 1;
      const epoch = epochs[(i - (i % layers)) / layers] ?? NaN;
      const cells = [ixt[i] ?? NaN, ity[i] ?? NaN].map(numberText);
      lines.push([start(epoch), `T${(i % layers) + 1}`, ruler, ...cells].join(',') + ','.repeat(13));
    }
  }
  return { path: `csv/${repeatNumber(repeat)}.csv`, text: `${lines.join('\n')}\n` };
}
