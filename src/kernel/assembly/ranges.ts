/** Range rules of kernels and activations: the fast form of core/quantization/layer-quantization.ts. */
import {
  EXTREMES, HIGH, KERNEL, KERNEL_LEVELS, LEVELS, LOW, MEASURE, QUANTIZED_KERNEL, Q_MAX, RANGES, RATE, RULE,
  RULE_BATCH, RULE_LAST, RULE_MOVING, TRAIN, UNITS, USED_KERNEL, WEIGHTS,
} from './layer';
import { IS_CONSTANT, IS_LEVELS, IS_ZERO, KIND, SCALE, HI, LO, OFFSET, quantizeRow, writeLevels } from './levels';

@inline
function lesser(a: f32, b: f32): f32 {
  return b < a ? b : a;
}

@inline
function greater(a: f32, b: f32): f32 {
  return a < b ? b : a;
}

@inline
function smallestOf(v: v128): f32 {
  return lesser(
    lesser(f32x4.extract_lane(v, 0), f32x4.extract_lane(v, 1)),
    lesser(f32x4.extract_lane(v, 2), f32x4.extract_lane(v, 3)),
  );
}

@inline
function largestOf(v: v128): f32 {
  return greater(
    greater(f32x4.extract_lane(v, 0), f32x4.extract_lane(v, 1)),
    greater(f32x4.extract_lane(v, 2), f32x4.extract_lane(v, 3)),
  );
}

/** Quantizes a layer's kernel, over its own range in training, over that of the last step when measuring. */
export function prepareKernel(layer: usize, mode: i32): void {
  if (!load<i32>(layer, QUANTIZED_KERNEL)) return;
  const kernel = load<usize>(layer, KERNEL);
  const count = load<i32>(layer, WEIGHTS);
  const ranges = load<usize>(layer, RANGES);
  const levels = layer + KERNEL_LEVELS;
  let low = load<f32>(ranges);
  let high = load<f32>(ranges, 4);
  if (mode != MEASURE) {
    let least = f32x4.splat(0), most = least;
    const vectors = count & ~3;
    for (let i = 0; i < vectors; i += 4) {
      const w = v128.load(kernel + (<usize>i << 2));
      least = f32x4.pmin(least, w);
      most = f32x4.pmax(most, w);
    }
    low = smallestOf(least);
    high = largestOf(most);
    for (let i = vectors; i < count; i++) {
      const w = load<f32>(kernel + (<usize>i << 2));
      low = lesser(low, w);
      high = greater(high, w);
    }
    if (mode == TRAIN) {
      store<f32>(ranges, low);
      store<f32>(ranges, high, 4);
    }
  }
  writeLevels(levels, low, high, load<f32>(layer, Q_MAX));
  const used = load<usize>(layer, USED_KERNEL);
  const whole = (count >> 2) << 4;
  quantizeRow(levels, kernel, used, whole);
  // What does not fill four lanes, one by one.
  const kind = load<i32>(levels, KIND);
  const scale = load<f32>(levels, SCALE);
  const lo = load<f32>(levels, LO);
  for (let at: usize = whole; at < <usize>count << 2; at += 4) {
    const w = load<f32>(kernel + at);
    let v = w;
    if (kind == IS_ZERO) v = 0;
    else if (kind == IS_LEVELS) {
      const clamped = lesser(greater(w, lo), load<f32>(levels, HI));
      v = Mathf.floor((clamped - lo) / scale - load<f32>(levels, OFFSET) + <f32>0.5) * scale;
    }
    store<f32>(used + at, v);
  }
}

/** The layer's range after a forward pass, by its rule, and its levels. */
export function settleRange(layer: usize, mode: i32): void {
  const extremes = load<usize>(layer, EXTREMES);
  let smallest = v128.load(extremes), largest = v128.load(extremes, 16);
  for (let j = 1, units = load<i32>(layer, UNITS); j < units; j++) {
    smallest = f32x4.pmin(smallest, v128.load(extremes + (<usize>j << 5)));
    largest = f32x4.pmax(largest, v128.load(extremes + (<usize>j << 5), 16));
  }
  let low = smallestOf(smallest) + <f32>0;
  let high = largestOf(largest) + <f32>0;
  const rule = load<i32>(layer, RULE);
  if (rule) {
    const ranges = load<usize>(layer, RANGES);
    if (rule != RULE_BATCH) {
      const lowNow = lesser(0, low);
      const highNow = greater(0, high);
      low = load<f32>(ranges, 8);
      high = load<f32>(ranges, 12);
      if (rule == RULE_MOVING && mode == TRAIN) {
        const rate = load<f32>(layer, RATE);
        low -= (low - lowNow) * rate;
        high -= (high - highNow) * rate;
      } else if (rule == RULE_LAST && mode != MEASURE) {
        low = lowNow;
        high = highNow;
      }
    }
    if (mode == TRAIN) {
      store<f32>(ranges, low, 8);
      store<f32>(ranges, high, 12);
    }
    writeLevels(layer + LEVELS, low, high, load<f32>(layer, Q_MAX));
  } else {
    store<i32>(layer + LEVELS, IS_CONSTANT, KIND);
  }
  store<f32>(layer, low, LOW);
  store<f32>(layer, high, HIGH);
}

/** Widens two v128 at `seen` by the extremes that the last pass left for each unit. */
export function widenExtremes(layer: usize, seen: usize): void {
  const extremes = load<usize>(layer, EXTREMES);
  let smallest = v128.load(seen), largest = v128.load(seen, 16);
  for (let j = 0, units = load<i32>(layer, UNITS); j < units; j++) {
    smallest = f32x4.pmin(smallest, v128.load(extremes + (<usize>j << 5)));
    largest = f32x4.pmax(largest, v128.load(extremes + (<usize>j << 5), 16));
  }
  v128.store(seen, smallest);
  v128.store(seen, largest, 16);
}

/** Makes the extremes of several passes the first unit's, as if they were of one pass. */
export function takeExtremes(layer: usize, seen: usize): void {
  memory.copy(load<usize>(layer, EXTREMES), seen, 32);
}
