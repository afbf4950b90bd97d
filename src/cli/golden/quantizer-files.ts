import { sumOverSamples } from '../../core/network/sum.ts';
import { levelsOf, passes, quantize } from '../../core/quantization/fake-quantization.ts';
import { movingAverage, withZero } from '../../core/quantization/moving-range.ts';
import type { JsonField } from '../../share/json-field.ts';
import type { Bounds } from './bounds.ts';
import { largestDifference, type Comparison } from './comparison.ts';
import { floats } from './words.ts';

const f32 = Math.fround;

/** fake-quant.json: values, and gradients of the sum of y * gradY by x and by both ends of the range. */
export function compareFakeQuantization(file: JsonField, bounds: Bounds['fakeQuant']): Comparison[] {
  const found = file
    .get('cases')
    .list()
    .map((each) => {
      const bits = each.get('bits').whole(1);
      if (bits > 16) throw each.get('bits').error('should be at most 16');
      const levels = levelsOf(f32(each.get('min').number()), f32(each.get('max').number()), bits);
      const x = floats(each.get('x'));
      const gradY = floats(each.get('gradY'), x.length);
      /** The sum of the gradients that go to one end of the range. */
      const gradEnd = (goesThere: (v: number) => boolean): number =>
        levels.kind === 'levels'
          ? sumOverSamples(x.length, (i) => (goesThere(x[i] ?? NaN) ? (gradY[i] ?? NaN) : 0))
          : 0;
      const ours = {
        y: x.map((v) => quantize(v, levels)),
        gradX: gradY.map((g, i) => (passes(x[i] ?? NaN, levels) ? g : 0)),
        gradMin: [gradEnd((v) => v < levels.lo)],
        gradMax: [gradEnd((v) => v > levels.hi)],
      };
      return {
        y: largestDifference(ours.y, floats(each.get('y'), x.length)),
        gradX: largestDifference(ours.gradX, floats(each.get('gradX'), x.length)),
        gradMin: largestDifference(ours.gradMin, [each.get('gradMin').number()]),
        gradMax: largestDifference(ours.gradMax, [each.get('gradMax').number()]),
      };
    });
  return (['y', 'gradX', 'gradMin', 'gradMax'] as const).map((quantity) => ({
    kernel: '-',
    quantity,
    difference: Math.max(0, ...found.map((each) => each[quantity])),
    bound: bounds[quantity],
  }));
}

/** moving-range.json: smallest and largest of each batch, and the moving range after it; the study's decay and start. */
export function compareMovingRange(file: JsonField, bound: Bounds['movingRange']): Comparison[] {
  let [low, high] = [-6, 6];
  const found = file
    .get('rows')
    .list()
    .map((row) => {
      const [smallest = NaN, largest = NaN, min = NaN, max = NaN] = row
        .list(4)
        .map((entry) => entry.number());
      const now = withZero(f32(smallest), f32(largest));
      low = movingAverage(low, now[0], 0.999);
      high = movingAverage(high, now[1], 0.999);
      return largestDifference([low, high], [min, max]);
    });
  return [{ kernel: '-', quantity: 'moving range', difference: Math.max(0, ...found), bound }];
}
