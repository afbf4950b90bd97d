import { useState } from 'react';
import type { Outcome } from '../../core/experiment/presets/outcome.ts';
import { arithmeticVersion } from '../../core/experiment/run.ts';
import { sweepFigure } from '../../plots/sweep-figure.ts';
import { w } from '../../i18n/sweep.ts';
import { sweepCsv, sweepJson, type SweepResult } from '../../share/sweep-document.ts';
import { linkOf } from '../../store/address.ts';
import { sentenceOf } from '../names.ts';
import { planeWords } from '../planeData.ts';
import { pngOf, saveFile } from '../saveFile.ts';
import { settingName } from './sweepNames.ts';
import { chartOf } from './sweepOutcomes.ts';
import { sharedLimits, smallPlaneOf, useSweepScale } from './sweepPlane.ts';
import { useSweepHere } from './useSweep.ts';

interface Props {
  readonly names: readonly string[];
  readonly outcomes: readonly (Outcome | null)[];
}

const formats = ['csv', 'json', 'svg', 'png'] as const;
const types = { csv: 'text/csv;charset=utf-8', json: 'application/json', svg: 'image/svg+xml' } as const;

/** The sweep as files: its numbers, and its picture as it is now. */
export function SweepExports(props: Props) {
  const [problem, setProblem] = useState<string | null>(null);
  const files = useFiles(props);
  const save = async (format: (typeof formats)[number]): Promise<void> => {
    setProblem(null);
    try {
      const content =
        format === 'png' ? await pngOf(files.svg()) : new Blob([files[format]()], { type: types[format] });
      saveFile(`${files.name}.${format}`, content);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <div className="sweep-exports" role="group" aria-label={w('exports')}>
      <span aria-hidden="true">{w('exports')}</span>
      {formats.map((format) => (
        <button
          key={format}
          type="button"
          className="small"
          aria-label={w('saveAs', { format: w(format) })}
          onClick={() => void save(format)}
        >
          {w(format)}
        </button>
      ))}
      {problem !== null && (
        <p className="bad" role="alert">
          {w('failed', { reason: problem })}
        </p>
      )}
    </div>
  );
}

function useFiles({ names, outcomes }: Props) {
  const { work, view } = useSweepHere();
  const scale = useSweepScale();
  const result = (): SweepResult | null => {
    const { sweep, cells } = work.store.getState();
    if (!sweep) return null;
    const entries = cells.map(({ value, fingerprint, troubles }, index) => ({
      ...{ value: value.text, experiment: value.experiment, ruler: value.ruler },
      ...{ fingerprint, outcome: outcomes[index] ?? null },
      troubles: troubles.map(({ repeat, text }) => (repeat === null ? text : `repeat ${repeat}: ${text}`)),
    }));
    return { setting: sweep.setting, base: sweep.base, arithmeticVersion, entries };
  };
  const svg = (): string => {
    const { sweep, cells } = work.store.getState();
    if (!sweep) return '';
    const { place, colourBy, layer, outcome } = view.getState();
    const paths = cells.map((_, index) => work.pathOf(index));
    const shared = sharedLimits(paths);
    const chart = chartOf(cells, outcomes, { id: outcome, highlight: layer, marked: null, names });
    const setting = settingName(sweep.setting);
    return sweepFigure(
      {
        cells: cells.map(({ value }, index) => {
          const path = paths[index];
          const { prefit } = value.experiment;
          const plane =
            path && shared ? smallPlaneOf(path, shared, prefit, scale, { place, colourBy }, layer) : null;
          return { title: names[index] ?? '', plane };
        }),
        chart: chart && { title: `${w(`outcome.${outcome}`)} · ${setting}`, data: chart },
      },
      planeWords(),
      {
        title: `${w('figure', { setting })} · ${sentenceOf(sweep.base)}`,
        detail: `${w('figureDetail', { epoch: Math.round(scale.epoch(place)) })} · ${w('planeAxes')}`,
        source: linkOf({ experiment: sweep.base }, window),
      },
    );
  };
  const text = (write: (of: SweepResult) => string) => (): string => {
    const now = result();
    return now ? write(now) : '';
  };
  const setting = work.store.getState().sweep?.setting ?? '';
  return { name: `infoplane-sweep-${setting}`, csv: text(sweepCsv), json: text(sweepJson), svg };
}
