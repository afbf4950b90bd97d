import { expect, test } from 'vitest';
import { setFigures } from '../../src/cli/figures/set-figures.ts';
import { kernelFactory } from '../../src/cli/kernels.ts';
import { train } from '../../src/cli/train.ts';
import { defaults } from '../../src/core/experiment/fields.ts';
import { arithmeticVersion } from '../../src/core/experiment/run.ts';
import { setOf } from '../../src/share/set-document.ts';

const experiment = { ...defaults, net: [4, 3], epochs: 5, repeats: 3 };
const runs = [1, 2, 3].map((repeat) => train(experiment, kernelFactory('wasm'), { repeat }));

/** The texts of the figures of these repeats: title, detail, ..., source. */
function figure(path: string, of = runs): string[] {
  const files = setFigures(setOf(experiment, of, arithmeticVersion));
  const svg = files.find((file) => file.path === `figures/${path}.svg`)?.text ?? '';
  return [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text = '']) => text.replaceAll('&#38;', '&'));
}

test('a figure names the repeat that its fingerprint is of, or says that it is of all', () => {
  const set = setOf(experiment, runs, arithmeticVersion).document;
  const nearest = set.ranking?.nearest ?? 0;
  const own = set.repeats[nearest - 1]?.fingerprint;
  expect(figure('plane-nearest').at(-1)).toBe(
    `${set.link} · repeat ${nearest} of 3 · fingerprint ${own} · arithmetic version 1`,
  );
  expect(figure('plane-mean').at(-1)).toContain(`all 3 repeats · fingerprint ${set.fingerprint}`);
  expect(figure('plane-mean', runs.slice(1)).at(-1)).toBe(
    `${set.link} · 2 of 3 repeats · arithmetic version 1`,
  );
});

test('a figure says its epoch, its ruler, and what is along its axis', () => {
  expect(figure('plane-mean-exact')[1]).toBe(
    'up to epoch 5 of 5 · counted, output exactly · crosses ± standard deviation',
  );
  expect(figure('ixt')[1]).toContain('output on the grid');
  expect(figure('accuracy')).toContain('completed epochs, log scale');
});
