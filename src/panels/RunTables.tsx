import { t } from '../i18n/study.ts';
import { CurvesTable } from './CurvesTable.tsx';
import { Numbers } from './Numbers.tsx';
import { PlaneTable } from './PlaneTable.tsx';

/** The run as tables: the plane's and the curves'. Loaded when they are opened. */
export default function RunTables() {
  return (
    <>
      <Numbers label={t('table.planeRegion')}>
        <PlaneTable />
      </Numbers>
      <Numbers label={t('table.curvesRegion')}>
        <CurvesTable />
      </Numbers>
    </>
  );
}
