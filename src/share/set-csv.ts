import type { Band } from '../core/experiment/ensemble.ts';
import { numberText } from './json.ts';
import type { RunSet } from './set-document.ts';
import type { TextFile } from './study-files.ts';

const statistics = ['mean', 'sd', 'low', 'high'] as const;
const accuracies = ['trainAccuracy', 'trainAccuracyAfter', 'testAccuracy', 'trainLoss', 'testLoss'] as const;
const accuracyNames = ['train_acc_running', 'train_acc', 'test_acc', 'train_loss_running', 'test_loss'];

const headed = (names: readonly string[]): string[] =>
  names.flatMap((name) => statistics.map((each) => `${name}_${each}`));

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
  const planes = [['epoch', 'layer', 'ruler', 'repeats', ...headed(['ixt', 'ity'])].join(',')];
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
