// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { mnistAsset } from '../../build/mnist.ts';
import type { Experiment } from '../../src/core/experiment/experiment.ts';
import { defaults } from '../../src/core/experiment/fields.ts';
import { taskOf } from '../../src/cli/task-source.ts';
import { t } from '../../src/i18n/t.ts';
import { DataChoice } from '../../src/panels/DataChoice.tsx';
import { choiceOf, shapeOf, unitsOf } from '../../src/panels/dataSets.ts';
import { LayerList } from '../../src/panels/LayerList.tsx';
import { LoadingLine, loadingText } from '../../src/panels/LoadingLine.tsx';
import { hiddenText, layerText, sentenceOf } from '../../src/panels/names.ts';
import { DataControls } from '../../src/panels/StartControls.tsx';
import { RunClient } from '../../src/store/client.ts';
import { StoresContext } from '../../src/store/hooks.ts';
import { Loading } from '../../src/store/loading.ts';
import { Pool } from '../../src/store/pool.ts';
import { Session } from '../../src/store/session.ts';
import { Settings } from '../../src/store/settings.ts';

afterEach(cleanup);

const bottleneck2: Experiment = { ...defaults, ...choiceOf('mnist') };
const conv: Experiment = {
  ...bottleneck2,
  net: [{ filters: 2, size: 3 }, { pool: 2 }, { filters: 1, size: 3 }, { pool: 2 }, 16],
};

function show(panel: React.ReactNode, experiment: Experiment = defaults): Settings {
  const settings = new Settings(experiment);
  const noWorker = (): never => {
    throw new Error('nothing is trained here');
  };
  const session = new Session(new Pool(() => new RunClient(noWorker)));
  render(<StoresContext value={{ settings, session, loading: new Loading() }}>{panel}</StoresContext>);
  return settings;
}

describe('the choice of a data set', () => {
  test('sets MNIST with the study’s Bottleneck-2 in one edit, and the 12-bit task again in another', () => {
    const settings = show(<DataChoice />, { ...defaults, seed: 7, bits: 4 });
    const changed = vi.fn();
    settings.store.subscribe(changed);
    fireEvent.click(screen.getByRole('radio', { name: t('data.mnist') }));
    expect(changed).toHaveBeenCalledTimes(1);
    expect(settings.experiment).toEqual({
      ...defaults,
      task: 'mnist',
      net: [16, 8, 4, 2],
      act: ['relu'],
      init: 'normal',
      epochs: 3000,
      every: 2,
      seed: 7,
      bits: 4,
    });
    expect(settings.store.getState().problems).toEqual([]);
    fireEvent.click(screen.getByRole('radio', { name: t('data.icosahedron') }));
    expect(settings.experiment).toEqual({ ...defaults, seed: 7, bits: 4 });
  });

  test('names size, authors and terms before anything is downloaded', async () => {
    show(<DataChoice />);
    expect(screen.getByText(/LeCun, Corinna Cortes and Christopher J. C. Burges/)).toBeTruthy();
    expect(screen.getByRole('link', { hidden: true }).getAttribute('href')).toContain('by-sa/3.0');
    const { length } = await mnistAsset();
    const size = `${Math.round(length / 1e6)} MB`;
    expect(t('data.mnist')).toContain(size);
    expect(t('data.about.download')).toContain(`about ${size}`);
  });

  test('knows the shape of each data set before it is there', () => {
    for (const name of ['icosahedron', 'mnist', 'circle', 'expr-5:x1&x2']) {
      const { samples, features, classes, image, ownTrainSamples } = taskOf(name);
      expect(shapeOf({ task: name })).toEqual({ samples, features, classes, image, ownTrainSamples });
    }
  });
});

describe('the test share', () => {
  test('cannot be chosen for MNIST, and it says why', () => {
    show(<DataControls />, bottleneck2);
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.getByText(/split of its own.* all 70,000 images/)).toBeTruthy();
  });

  test('can be chosen for the 12-bit task', () => {
    show(<DataControls />);
    expect(screen.getByRole('textbox')).toBeTruthy();
    expect(screen.getByText(/all 4,096 inputs/)).toBeTruthy();
  });
});

describe('the layers of a network on images', () => {
  test('are named in the header', () => {
    expect(sentenceOf(bottleneck2)).toBe('MNIST, 784-16-8-4-2-10, ReLU, 8 bits, seed 1');
    expect(sentenceOf(conv)).toBe(
      'MNIST, 784 → 2 filters 3×3 → pool 2×2 → 1 filter 3×3 → pool 2×2 → 16 → 10, ReLU, 8 bits, seed 1',
    );
  });

  test('have the units that they put out', () => {
    expect(unitsOf(conv)).toEqual([2 * 26 * 26, 2 * 13 * 13, 11 * 11, 5 * 5, 16, 10]);
    expect(layerText(conv, 0)).toBe('2 filters 3×3, 1,352 units');
    expect(layerText(conv, 1)).toBe('pool 2×2, 338 units');
    expect(layerText(conv, 4)).toBe('16 units');
    expect(layerText(conv, 5)).toBe('10 units');
    expect(layerText({ ...defaults, net: [1] }, 0)).toBe('1 unit');
    expect(hiddenText(12)).toBe('12');
  });

  test('are fixed text in the list, and only dense ones have units to edit', () => {
    const settings = show(<LayerList />, conv);
    expect(screen.getByText(/2 filters 3×3/)).toBeTruthy();
    expect(screen.getAllByText('pool 2×2')).toHaveLength(2);
    expect(screen.getAllByRole('textbox').map((field) => field.getAttribute('aria-label'))).toEqual([
      t('layers.units', { layer: 'T5' }),
    ]);
    expect(screen.getAllByRole('combobox')).toHaveLength(3);
    expect(screen.getByRole('cell', { name: '10' })).toBeTruthy();
    fireEvent.change(screen.getByLabelText(t('layers.act', { layer: 'T3' })), { target: { value: 'tanh' } });
    expect(settings.experiment.act).toEqual(['relu', 'relu', 'tanh', 'relu', 'relu']);
    fireEvent.click(screen.getByRole('button', { name: t('layers.add') }));
    expect(settings.experiment.net.at(-1)).toBe(16);
  });

  test('can be followed by a dense one', () => {
    const settings = show(<LayerList />, { ...conv, net: conv.net.slice(0, 2) });
    fireEvent.click(screen.getByRole('button', { name: t('layers.add') }));
    expect(settings.experiment.net).toEqual([...conv.net.slice(0, 2), 16]);
  });
});

describe('the line of loading', () => {
  test('says how many megabytes have come', () => {
    expect(loadingText({ loaded: 4_100_000, total: 10_150_000 })).toBe('Loading MNIST, 4.1 of 10.2 MB');
    expect(loadingText({ loaded: 0, total: 0 })).toBe('Loading MNIST');
    expect(loadingText({ loaded: 10, total: 10 })).toBe('Preparing MNIST');
  });

  test('is a progress bar with a name and a value', () => {
    render(<LoadingLine state={{ loaded: 4_000_000, total: 10_000_000 }} />);
    const bar = screen.getByRole<HTMLProgressElement>('progressbar', { name: 'Loading MNIST' });
    expect(bar.position).toBeCloseTo(0.4);
    expect(bar.getAttribute('aria-valuetext')).toBe('Loading MNIST, 4.0 of 10.0 MB');
  });
});
