import { useEffect, useMemo, useRef } from 'react';
import type { Outcome } from '../../core/experiment/presets/outcome.ts';
import { layersOf, outcomeIds } from '../../plots/scene/sweep-outcomes.ts';
import { SweepChartPlot } from '../../plots/sweep-chart.ts';
import { inARow } from '../../i18n/t.ts';
import { w } from '../../i18n/sweep.ts';
import { useTheme } from '../../store/theme.ts';
import { SelectField } from '../SelectField.tsx';
import { chartOf } from './sweepOutcomes.ts';
import { settingName } from './sweepNames.ts';
import { useHighlight, useSweep, useSweepHere, useSweepView } from './useSweep.ts';

interface Props {
  readonly names: readonly string[];
  readonly outcomes: readonly (Outcome | null)[];
}

/** What came out by value, a line a layer; pointing at a value marks its plane. */
export function SweepChart({ names, outcomes }: Props) {
  const { view } = useSweepHere();
  const cells = useSweep((state) => state.cells);
  const sweep = useSweep((state) => state.sweep);
  const id = useSweepView((state) => state.outcome);
  const marked = useSweepView((state) => state.value);
  const highlight = useHighlight();
  const theme = useTheme();
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<SweepChartPlot | null>(null);
  const data = useMemo(
    () => chartOf(cells, outcomes, { id, highlight, marked, names }), // With the names, its other words change.
    [cells, outcomes, id, highlight, marked, names],
  );
  useEffect(() => {
    if (!host.current) return;
    const created = new SweepChartPlot(host.current);
    plot.current = created;
    return () => created.destroy();
  }, []);
  useEffect(() => {
    if (data) plot.current?.update(data, theme);
  }, [data, theme]);
  const outcome = w(`outcome.${id}`);
  const hasHollow = data?.series.some(({ hollow }) => hollow?.includes(true)) ?? false;
  const hasIntervals = outcomes.some((each) => each !== null && each.repeats > 1);
  return (
    <figure className="sweep-chart">
      <figcaption>
        <label className="sweep-field">
          <span aria-hidden="true">{w('outcome')}</span>
          <SelectField
            label={w('outcome')}
            choices={outcomeIds.map((value) => ({ value, text: w(`outcome.${value}`) }))}
            value={id}
            onChange={(next) => view.setState({ outcome: next })}
          />
        </label>
      </figcaption>
      <div
        ref={host}
        className="sweep-chart-host"
        role="img"
        aria-label={w('chart', { outcome, setting: sweep ? settingName(sweep.setting) : '' })}
        onPointerMove={(event) => {
          const { left } = event.currentTarget.getBoundingClientRect();
          view.setState({ value: plot.current?.valueAt(event.clientX - left) ?? null });
        }}
        onPointerLeave={() => view.setState({ value: null })}
      />
      <p className="note">
        {inARow(
          id !== 'testAccuracy' && sweep?.setting !== 'bins' && w('note.grid', { last: layersOf(outcomes) }),
          hasIntervals && w('note.interval'),
          hasHollow && w('note.hollow'),
        )}
      </p>
    </figure>
  );
}
