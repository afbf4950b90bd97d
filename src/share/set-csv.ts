import type { Band } from '../core/experiment/ensemble.ts';
import { numberText } from './json.ts';
import type { ReadingSet, RunSet } from './set-document.ts';
import type { TextFile } from './study-files.ts';

const statistics = ['mean', 'sd', 'low', 'high'] as const;
const accuracies = ['trainAccuracy', 'trainAccuracyAfter', 'testAccuracy', 'trainLoss', 'testLoss'] as const;
const accuracyNames = ['train_acc_running', 'train_acc', 'test_acc', 'train_loss_running', 'test_loss'];

const headed = (names: readonly string[]): string[] =>
  names.flatMap((name) => statistics.map((each) => `${name}_${each}`));

const planeHeader = ['epoch', 'layer', 'ruler', 'repeats', ...headed(['ixt', 'ity'])].join(',');

/** The same as mean-information.csv by another ruler. */
export function readingCsvFile({ ruler, ensemble }: ReadingSet): TextFile {
  const { epoch: epochs, repeats, ixt, ity } = ensemble;
  const layers = epochs.length === 0 ? 0 : ixt.mean.length / epochs.length;
  const lines = [planeHeader];
  for (const [index, epoch] of epochs.entries()) {
    for (let layer = 0; layer < layers; layer++) {
      const at = index * layers + layer;
      lines.push(
        [epoch, `T${layer + 1}`, ruler, repeats, ...cellsOf(ixt, at), ...cellsOf(ity, at)].join(','),
      );
    }
  }
  return { path: `mean-information-${ruler}.csv`, text: `${lines.join('\n')}\n` };
}

const cellsOf = (band: Band, index: number): string[] =>
  statistics.map((each) => numberText(band[each][index] ?? NaN));

/**
 * Mean, standard deviation and 95% interval of the mean over repeats: of I(X;T) and I(T;Y) a line for each layer
 * and ruler at each epoch, of accuracy and loss one at each epoch. Epochs are completed ones.
 */
export function setCsvFiles({ ensemble }: Pick<RunSet, 'ensemble'>): TextFile[] {
  if (!ensemble) return [];
  const { epoch: epochs, repeats, ixt, ity } = ensemble;
  const rows = epochs.length === 0 ? 0 : ixt.mean.length / epochs.length;
  const planes = [planeHeader];
  const fits = [['epoch', 'repeats', ...headed(accuracyNames)].join(',')];
  for (const [index, epoch] of epochs.entries()) {
    for (let row = 0; row < rows; row++) {
      const layer = row < rows - 2 ? row + 1 : rows - 1;
      const ruler = row === rows - 2 ? 'grid' : 'exact';
      const at = index * rows + row;
      planes.push([epoch, `T${layer}`, ruler, repeats, ...cellsOf(ixt, at), ...cellsOf(ity, at)].join(','));
    }
    fits.push([epoch, repeats, ...accuracies.flatMap((name) => cellsOf(ensemble[name], index))].join(','));
  }
  return [
    { path: 'mean-information.csv', text: `${planes.join('\n')}\n` },
    { path: 'mean-accuracy.csv', text: `${fits.join('\n')}\n` },
  ];
}
