import { describe, expect, test } from 'vitest';
import { layerShape, shapeNames, shapePath } from '../../src/plots/shapes.ts';
import { clipLine } from '../../src/plots/scene/clip.ts';
import { planeScene } from '../../src/plots/scene/plane.ts';
import { svgText } from '../../src/plots/svg-text.ts';
import { planeStage, wandering } from './made-up.ts';

describe('shapes', () => {
  test('nine layers have nine', () => {
    expect(new Set(shapeNames.map((_, layer) => shapePath(layerShape(layer), 0, 0, 5))).size).toBe(9);
  });

  test.each(shapeNames)('a %s is closed and reaches no further than 1.4 radii', (shape) => {
    const path = shapePath(shape, 0, 0, 10);
    expect(path.endsWith('Z')).toBe(true);
    if (shape === 'circle') return;
    for (const [, x, y] of path.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)) {
      expect(Math.hypot(Number(x), Number(y))).toBeLessThanOrEqual(15.1);
      expect(Math.max(Math.abs(Number(x)), Math.abs(Number(y)))).toBeLessThanOrEqual(14);
    }
  });
});

describe('clipping', () => {
  const box = { left: 0, top: 0, right: 10, bottom: 10 };

  test('keeps what is inside and cuts what leaves', () => {
    expect(clipLine([1, 1, 2, 2], box)).toEqual([1, 1, 2, 2]);
    expect(clipLine([5, 5, 15, 5], box)).toEqual([5, 5, 10, 5]);
    expect(clipLine([-5, 5, 15, 5], box)).toEqual([0, 5, 10, 5]);
  });

  test('drops what is wholly outside', () => {
    expect(clipLine([-5, -5, -1, 20], box)).toEqual([]);
    expect(clipLine([-5, 20, 20, 20], box)).toEqual([]);
  });
});

describe('SVG text', () => {
  test('holds every mark of a plane, the texts escaped', () => {
    const scene = planeScene(planeStage(wandering(3, 20)));
    const marks = [...scene.axes, ...scene.paths, ...scene.points, ...scene.names];
    const svg = svgText(marks);
    expect(svg.split('\n')).toHaveLength(marks.length);
    expect(svg).toContain('>T2 start</text>');
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    const named = { kind: 'text', role: 'name', x: 0, y: 0, text: 'a < b & "c"', size: 1 } as const;
    expect(svgText([{ ...named, weight: 400, anchor: 'start', fill: '#000000' }])).toContain(
      'a &#60; b &#38; &#34;c&#34;',
    );
  });
});
