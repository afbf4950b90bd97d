import { useMemo } from 'react';
import { w } from '../../i18n/sweep.ts';
import { useLanguage } from '../useLanguage.ts';
import { useSweep, useSweepOutcomes } from './useSweep.ts';
import { SweepChart } from './SweepChart.tsx';
import { SweepControls } from './SweepControls.tsx';
import { SweepExports } from './SweepExports.tsx';
import { SweepPlanes } from './SweepPlanes.tsx';
import { SweepTable } from './SweepTable.tsx';
import { useOpenCell } from './useOpenCell.ts';
import { valueName } from './sweepNames.ts';

/** The planes of all values, what came out by value as a chart and as a table, and files of it. */
export function SweepResults({ onOpen }: { readonly onOpen: () => void }) {
  const sweep = useSweep((state) => state.sweep);
  const outcomes = useSweepOutcomes();
  const open = useOpenCell(onOpen);
  const language = useLanguage();
  const names = useMemo(
    () => (sweep ? sweep.values.map(({ text }) => valueName(sweep.setting, text)) : []),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- another language has other names
    [sweep, language],
  );
  if (!sweep) return null;
  return (
    <div className="sweep-results">
      <h3>{w('planes')}</h3>
      <SweepControls />
      <SweepPlanes names={names} onOpen={open} />
      <p className="note">{w('planeAxes')}</p>
      <SweepChart names={names} outcomes={outcomes} />
      <SweepTable names={names} outcomes={outcomes} onOpen={open} />
      <SweepExports names={names} outcomes={outcomes} />
    </div>
  );
}
