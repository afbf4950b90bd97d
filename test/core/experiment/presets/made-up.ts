import type { RepeatResult } from '../../../../src/core/experiment/presets/outcome.ts';
import { allocate } from '../../../../src/core/experiment/trajectory.ts';

/** One measurement: its epoch, then [I(X;T), I(T;Y)] of each row. */
export type MadeMeasurement = readonly [epoch: number, ...rows: (readonly [ixt: number, ity: number])[]];

/** A repeat that measured just this; H(X) is 12 bits and H(Y) 1 bit. */
export function madeRepeat(measurements: readonly MadeMeasurement[], accuracy = [1, 1]): RepeatResult {
  const rows = (measurements[0]?.length ?? 1) - 1;
  const columns = allocate(rows, measurements.length);
  measurements.forEach(([epoch, ...points], m) => {
    columns.epoch[m] = epoch;
    points.forEach(([ixt, ity], row) => {
      columns.ixt[m * rows + row] = ixt;
      columns.ity[m * rows + row] = ity;
    });
    columns.trainAccuracy[m] = accuracy[0] ?? NaN;
    columns.testAccuracy[m] = accuracy[1] ?? NaN;
  });
  return { columns, rows, limits: { hx: 12, hy: 1 } };
}
