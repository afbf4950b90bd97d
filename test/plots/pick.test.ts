import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { moveFocus, pickPoint } from '../../src/plots/pick.ts';
import { isSaturated } from '../../src/core/experiment/summary.ts';
import { describePoint, layerOfRow, shownRows } from '../../src/plots/rows.ts';
import { headPoints } from '../../src/plots/scene/points.ts';
import { planeStage, wandering } from './made-up.ts';

describe('picking', () => {
  const stage = planeStage(wandering(4, 200));
  const head = headPoints(stage.data, stage.view, stage.frame);

  test('finds the point that is there', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 199 }), fc.constantFrom(...stage.data.shown), (index, row) => {
        const { ixt, ity } = describePoint(stage.data.columns, stage.data.rows, row, index);
        const [x, y] = [stage.frame.x(ixt), stage.frame.y(ity)];
        const found = pickPoint(x, y, stage, []);
        expect(found).not.toBeNull();
        const there = describePoint(
          stage.data.columns,
          stage.data.rows,
          found?.row ?? -1,
          found?.index ?? -1,
        );
        expect(Math.hypot(stage.frame.x(there.ixt) - x, stage.frame.y(there.ity) - y)).toBeCloseTo(0, 9);
      }),
    );
  });

  test('finds a large marker where it is drawn', () => {
    const same = planeStage([
      [
        [12, 1],
        [12, 1],
        [12, 1],
        [12, 1],
      ],
    ]);
    const large = headPoints(same.data, same.view, same.frame);
    for (const { row, shownX, shownY } of large)
      expect(pickPoint(shownX, shownY, same, large)?.row).toBe(row);
  });

  test('finds nothing far from every point', () => {
    expect(pickPoint(-500, -500, stage, head)).toBeNull();
  });

  test('finds nothing ahead of the viewing head', () => {
    const early = { ...stage, view: { ...stage.view, head: 0.5 } };
    const { ixt, ity } = describePoint(stage.data.columns, stage.data.rows, 0, 150);
    expect(pickPoint(stage.frame.x(ixt), stage.frame.y(ity), early, [])?.index ?? 0).toBe(0);
  });
});

describe('moving the focus', () => {
  const { data, view } = planeStage(wandering(3, 20));
  const output = data.shown[2] ?? -1;

  test('goes along a path and stops at its ends', () => {
    expect(moveFocus({ row: 1, index: 5 }, 'later', data, view)).toEqual({ row: 1, index: 6 });
    expect(moveFocus({ row: 1, index: 5 }, 'earlier', data, view, 10)).toEqual({ row: 1, index: 0 });
    expect(moveFocus({ row: 1, index: 5 }, 'last', data, view)).toEqual({ row: 1, index: 19 });
    expect(moveFocus({ row: 1, index: 5 }, 'first', data, view)).toEqual({ row: 1, index: 0 });
  });

  test('goes from layer to layer, the shown output row being the last', () => {
    expect(moveFocus({ row: 1, index: 5 }, 'up', data, view)).toEqual({ row: 0, index: 5 });
    expect(moveFocus({ row: 0, index: 5 }, 'up', data, view)).toEqual({ row: 0, index: 5 });
    expect(moveFocus({ row: 1, index: 5 }, 'down', data, view)).toEqual({ row: output, index: 5 });
    expect(moveFocus({ row: output, index: 5 }, 'down', data, view)).toEqual({ row: output, index: 5 });
  });

  test('never goes ahead of the viewing head', () => {
    expect(moveFocus({ row: 0, index: 3 }, 'later', data, { ...view, head: 3.7 })).toEqual({
      row: 0,
      index: 3,
    });
  });
});

describe('rows', () => {
  test('shown are the hidden ones and one of the two of the output', () => {
    expect(shownRows(7, 'grid')).toEqual([0, 1, 2, 3, 4, 5]);
    expect(shownRows(7, 'exact')).toEqual([0, 1, 2, 3, 4, 6]);
    expect([5, 6].map((row) => layerOfRow(7, row))).toEqual([5, 5]);
  });

  test('a layer is saturated at H(X), within rounding, not below', () => {
    expect(isSaturated(12, 12)).toBe(true);
    expect(isSaturated(12 - 1e-12, 12)).toBe(true);
    expect(isSaturated(12 - 2 / 4096, 12)).toBe(false);
  });

  test('a point that is not there has no numbers', () => {
    const { data } = planeStage(wandering(2, 3));
    expect(describePoint(data.columns, data.rows, 0, 99).ixt).toBeNaN();
  });
});
