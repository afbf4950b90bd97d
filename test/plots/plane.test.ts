import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layerColour, palettes } from '../../src/plots/colours.ts';
import { layerShape } from '../../src/plots/shapes.ts';
import {
  carriedOver,
  overlaps,
  planeFrame,
  regionBox,
  type PlaneFrame,
} from '../../src/plots/scene/frame.ts';
import type { Mark, MarkersMark, Role, TextMark } from '../../src/plots/scene/marks.ts';
import { roughMeasure } from '../../src/plots/scene/marks.ts';
import { planeScene, textBoxes } from '../../src/plots/scene/plane.ts';
import { headPoints, pointDistance, pointRadius } from '../../src/plots/scene/points.ts';
import { continueTrail, newTrail } from '../../src/plots/scene/trail.ts';
import { axisMarks } from '../../src/plots/scene/axes.ts';
import { limits, planeStage, wandering } from './made-up.ts';

const ofRole = (marks: readonly Mark[], role: Role) => marks.filter((mark) => mark.role === role);
const texts = (marks: readonly Mark[]): TextMark[] => marks.filter((mark) => mark.kind === 'text');
const markers = (marks: readonly Mark[]): MarkersMark[] => marks.filter((mark) => mark.kind === 'markers');

describe('the frame', () => {
  test('reaches from 0 to 1.05 H(X) and 1.06 H(Y)', () => {
    const frame = planeFrame({ width: 760, height: 680 }, limits);
    expect(frame.x(0)).toBe(frame.box.left);
    expect(frame.y(0)).toBe(frame.box.bottom);
    expect(frame.x(12 * 1.05)).toBeCloseTo(frame.box.right, 9);
    expect(frame.y(1.06)).toBeCloseTo(frame.box.top, 9);
  });

  test('shows one bit where the label has none, and room for the numbers where it has hardly any', () => {
    const flat = planeFrame({ width: 760, height: 680 }, { hx: 2, hy: 0 });
    expect(flat.y(1.06)).toBeCloseTo(flat.box.top, 9);
    const nearly = planeFrame({ width: 760, height: 680 }, { hx: 16, hy: 0.0003 });
    expect(nearly.y(0.00106)).toBeCloseTo(nearly.box.top, 9);
  });

  test('px and bits go there and back at any zoom', () => {
    const frame = planeFrame({ width: 760, height: 680 }, limits, { k: 3, x: -200, y: -90 });
    expect(frame.bitsX(frame.x(7.25))).toBeCloseTo(7.25, 9);
    expect(frame.bitsY(frame.y(0.4))).toBeCloseTo(0.4, 9);
  });

  test('a part of the plane is the same part in a plane of another size', () => {
    const sizes = [
      { width: 760, height: 680 },
      { width: 390, height: 300 },
    ] as const;
    const [one, other] = sizes.map((size) => planeFrame(size, limits)) as [PlaneFrame, PlaneFrame];
    const part = { ixt: [1, 9], ity: [0.1, 0.7] } as const;
    const carried = carriedOver(regionBox(part, one), one.box, other.box);
    const there = regionBox(part, other);
    for (const side of ['left', 'right', 'top', 'bottom'] as const) {
      expect(carried[side]).toBeCloseTo(there[side], 9);
    }
  });

  test('is no wider than 1.3 times its height, however wide the host', () => {
    const { box } = planeFrame({ width: 2400, height: 700 }, limits);
    expect((box.right - box.left) / (box.bottom - box.top)).toBeLessThan(1.31);
  });
});

describe('axes', () => {
  const axes = planeScene(
    planeStage([
      [
        [3, 0.2],
        [2, 0.1],
        [2, 0.1],
      ],
    ]),
  ).axes;

  test('both limits are drawn dashed, where they are, with their names', () => {
    const frame = planeFrame({ width: 760, height: 680 }, limits);
    const [upright, level] = ofRole(axes, 'limit').filter((mark) => mark.kind === 'path');
    expect(Math.abs((upright?.points[0] ?? 0) - frame.x(12))).toBeLessThanOrEqual(1);
    expect(Math.abs((level?.points[1] ?? 0) - frame.y(1))).toBeLessThanOrEqual(1);
    expect(upright?.dash).toBeDefined();
    expect(texts(ofRole(axes, 'limit')).map(({ text }) => text)).toEqual(['H(X)', 'H(Y)']);
  });

  test('I(X;Y) is drawn too where it is below H(Y), and ends the diagonal', () => {
    const noisy = { ...limits, ixy: 0.25 };
    const stage = planeStage(wandering(1, 1));
    const frame = planeFrame({ width: 760, height: 680 }, noisy);
    const marks = axisMarks({ ...stage, frame, words: { ...stage.words, ixy: 'I(X;Y)' } });
    const lines = ofRole(marks, 'limit').filter((mark) => mark.kind === 'path');
    expect(lines.map(({ points }) => Math.abs((points[1] ?? 0) - frame.y(0.25)) <= 1)).toContain(true);
    expect(texts(ofRole(marks, 'limit')).map(({ text }) => text)).toEqual(['H(X)', 'H(Y)', 'I(X;Y)']);
    const [diagonal] = ofRole(marks, 'diagonal').filter((mark) => mark.kind === 'path');
    expect(diagonal?.points[2]).toBeCloseTo(frame.x(0.25));
  });

  test('the diagonal runs from 0 to H(Y)', () => {
    const frame = planeFrame({ width: 760, height: 680 }, limits);
    const [diagonal] = ofRole(axes, 'diagonal').filter((mark) => mark.kind === 'path');
    expect(diagonal?.points).toEqual([frame.x(0), frame.y(0), frame.x(1), frame.y(1)]);
  });

  test('zoomed away from the limits, they are not drawn', () => {
    const stage = planeStage([
      [
        [3, 0.2],
        [2, 0.1],
        [2, 0.1],
      ],
    ]);
    const frame = planeFrame({ width: 760, height: 680 }, limits, { k: 8, x: 0, y: -4000 });
    expect(ofRole(planeScene({ ...stage, frame }).axes, 'limit')).toEqual([]);
  });

  test.each([280, 320, 390, 600, 1200])(
    'at %d px no two of their texts overlap and none is cut off',
    (width) => {
      const stage = planeStage(
        [
          [
            [3, 0.2],
            [2, 0.1],
            [2, 0.1],
          ],
        ],
        { width, height: Math.min(700, width * 1.6) },
      );
      const boxes = textBoxes(planeScene(stage).axes, roughMeasure);
      boxes.forEach((a, i) => {
        expect(a.left).toBeGreaterThanOrEqual(0);
        expect(a.right).toBeLessThanOrEqual(width);
        for (const b of boxes.slice(i + 1)) expect(overlaps(a, b)).toBe(false);
      });
    },
  );
});

describe('points of the epoch looked at', () => {
  test('a layer that gives every input its own code is hollow, the others are filled', () => {
    const { points } = planeScene(
      planeStage([
        [
          [12, 1],
          [11.99, 0.9],
          [2, 0.1],
          [2, 0.1],
        ],
      ]),
    );
    const drawn = markers(ofRole(points, 'point'));
    const fill = (layer: number) => drawn.find((mark) => mark.layer === layer)?.fill;
    expect(fill(0)).toBe(palettes.light.background);
    expect(fill(1)).toBe(layerColour(palettes.light, 1));
    expect(drawn.map(({ layer, shape }) => shape === layerShape(layer ?? -1))).toEqual([true, true, true]);
  });

  test('coincident markers keep their size apart, each hanging on its true place', () => {
    const stage = planeStage([
      [
        [12, 1],
        [12, 1],
        [12, 1],
        [12, 1],
        [3, 0.5],
        [3, 0.5],
      ],
    ]);
    const head = headPoints(stage.data, stage.view, stage.frame);
    head.forEach((a, i) => {
      for (const b of head.slice(i + 1)) {
        const apart = Math.hypot(a.shownX - b.shownX, a.shownY - b.shownY);
        expect(apart).toBeGreaterThanOrEqual(pointDistance);
        expect(apart).toBeGreaterThan(2 * pointRadius);
      }
    });
    const [hub] = markers(ofRole(planeScene(stage).points, 'anchor'));
    expect(hub?.points.slice(0, 2)).toEqual([stage.frame.x(12), stage.frame.y(1)]);
  });

  test('between two measurements they lie between', () => {
    const stage = planeStage(
      [
        [
          [2, 0.2],
          [4, 0.4],
          [4, 0.4],
        ],
        [
          [3, 0.3],
          [6, 0.4],
          [6, 0.4],
        ],
      ],
      undefined,
      { head: 0.5 },
    );
    const [first] = headPoints(stage.data, stage.view, stage.frame);
    expect(first?.x).toBeCloseTo(stage.frame.x(2.5), 9);
  });

  test('before the first measurement nothing is drawn but the axes', () => {
    const scene = planeScene(planeStage(wandering(3, 4), undefined, { head: -1 }));
    expect([scene.paths, scene.points, scene.names]).toEqual([[], [], []]);
  });
});

describe('names', () => {
  test('no two overlap, nor any the markers or the axes, for points anywhere and hosts of any size', () => {
    const bits = fc.tuple(
      fc.oneof(fc.constant(12), fc.double({ min: 0, max: 12, noNaN: true })),
      fc.oneof(fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })),
    );
    const measurement = fc.array(bits, { minLength: 10, maxLength: 10 });
    const size = fc.record({
      width: fc.integer({ min: 260, max: 1400 }),
      height: fc.integer({ min: 280, max: 900 }),
    });
    fc.assert(
      fc.property(fc.array(measurement, { minLength: 1, maxLength: 3 }), size, (points, host) => {
        const stage = planeStage(points, host);
        const { axes, names } = planeScene(stage);
        const boxes = textBoxes(names, roughMeasure);
        const others = textBoxes(axes, roughMeasure);
        const visible = headPoints(stage.data, stage.view, stage.frame);
        boxes.forEach((a, i) => {
          for (const b of [...boxes.slice(i + 1), ...others]) expect(overlaps(a, b)).toBe(false);
          for (const { shownX, shownY } of visible) {
            const marker = { left: shownX - 5, right: shownX + 5, top: shownY - 5, bottom: shownY + 5 };
            expect(overlaps(a, marker)).toBe(false);
          }
        });
      }),
      { numRuns: 200 },
    );
  });

  test('every layer of a wandering run has one on a desktop, in its colour', () => {
    const { names } = planeScene(planeStage(wandering(6, 50)));
    for (let layer = 0; layer < 6; layer++) {
      const name = texts(names).find(({ text }) => text === `T${layer + 1}`);
      expect(name?.fill).toBe(layerColour(palettes.light, layer));
    }
  });

  test('those of four layers in the corner stand side by side in two rows', () => {
    const { names } = planeScene(
      planeStage([
        [
          [12, 1],
          [12, 1],
          [12, 1],
          [12, 1],
          [3, 0.5],
          [3, 0.5],
        ],
      ]),
    );
    const [one, two, three, four] = ['T1', 'T2', 'T3', 'T4'].map((text) =>
      texts(names).find((n) => n.text === text),
    );
    expect(one?.y).toBe(two?.y);
    expect(three?.y).toBe(four?.y);
    expect(one?.x).toBe(three?.x);
    expect(three?.y).toBeGreaterThan(one?.y ?? 0);
    expect(two?.x).toBeGreaterThan(one?.x ?? 0);
  });

  test('a start is named once the path has left it', () => {
    const near = planeScene(
      planeStage([
        [
          [5, 0.5],
          [3, 0.1],
          [3, 0.1],
        ],
        [
          [5.01, 0.5],
          [9, 0.9],
          [9, 0.9],
        ],
      ]),
    );
    expect(texts(near.names).map(({ text }) => text)).toContain('T2 start');
    expect(texts(near.names).map(({ text }) => text)).not.toContain('T1 start');
  });
});

describe('paths', () => {
  test('drawn in portions they end in the same place as drawn at once', () => {
    const stage = planeStage(wandering(4, 300));
    const whole = newTrail(stage.data, stage.frame);
    continueTrail(whole, 300, stage);
    const portions = newTrail(stage.data, stage.frame);
    const ends = [1, 2, 50, 51, 299, 300];
    const marks = ends.flatMap((end) => continueTrail(portions, end, stage));
    expect(portions.pens).toEqual(whole.pens);
    const count = (list: readonly Mark[]) =>
      list.reduce((sum, mark) => sum + (mark.kind === 'text' ? 0 : mark.points.length), 0);
    expect(count(marks)).toBe(count(continueTrail(newTrail(stage.data, stage.frame), 300, stage)));
  });

  test('end at the viewing head', () => {
    const all = planeStage(wandering(4, 300));
    const { paths } = planeScene({ ...all, view: { ...all.view, head: 0 } });
    expect(paths.every((mark) => mark.kind === 'markers' && mark.points.length === 2)).toBe(true);
  });

  test('markers of one layer keep 3 px apart from the one before, so that many measurements cost little', () => {
    const still = Array.from({ length: 1600 }, (_, m) =>
      Array.from({ length: 8 }, () => [5 + m * 1e-5, 0.5] as const),
    );
    const { paths } = planeScene(planeStage(still));
    const drawn = markers(paths).reduce((sum, mark) => sum + mark.points.length / 2, 0);
    expect(drawn).toBeLessThanOrEqual(8);
  });

  test("by layer they have the layers' colours, by epoch the epochs'", () => {
    const byLayer = planeScene(planeStage(wandering(3, 50), undefined, { colourBy: 'layer' })).paths;
    const colours = new Set(markers(byLayer).map(({ fill }) => fill));
    expect(colours).toEqual(new Set([0, 1, 2].map((layer) => layerColour(palettes.light, layer))));
    const byEpoch = planeScene(planeStage(wandering(3, 50))).paths;
    expect(new Set(markers(byEpoch).map(({ fill }) => fill)).size).toBeGreaterThan(10);
  });

  test('while one layer stands out, the others step back', () => {
    const { paths } = planeScene(planeStage(wandering(3, 50), undefined, { highlight: 1 }));
    for (const mark of markers(paths)) expect(mark.opacity === 1).toBe(mark.layer === 1);
  });
});
