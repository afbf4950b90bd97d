/** Max pooling on rows of samples: the fast form of core/network/pooling.ts. Units are (row, column, channel). */
import { CHANNELS, EXTREMES, HEIGHT, SIZE, WIDTH } from './layer';

/** Row by row; an equal later one does not take over. */
@inline
function largestOfField(field: usize, size: i32, right: usize, down: usize): v128 {
  let best = v128.load(field);
  if (size == 2) {
    best = f32x4.pmax(best, v128.load(field + right));
    best = f32x4.pmax(best, v128.load(field + down));
    return f32x4.pmax(best, v128.load(field + down + right));
  }
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) best = f32x4.pmax(best, v128.load(field + <usize>i * down + <usize>j * right));
  }
  return best;
}

/**
 * The largest value of each field of x, row by row; an equal later one does not take over. Leaves the extremes of each
 * unit, as activations do.
 */
export function poolRows(layer: usize, x: usize, out: usize, stride: usize, bytes: usize): void {
  const width = load<i32>(layer, WIDTH), channels = load<i32>(layer, CHANNELS), size = load<i32>(layer, SIZE);
  const rows = load<i32>(layer, HEIGHT) / size, columns = width / size;
  const right = <usize>channels * stride;
  const down = <usize>width * right;
  let extremes = load<usize>(layer, EXTREMES);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      for (let c = 0; c < channels; c++) {
        const field = x + <usize>((row * size * width + column * size) * channels + c) * stride;
        let smallest = f32x4.splat(f32.MAX_VALUE + f32.MAX_VALUE), largest = f32x4.neg(smallest);
        for (let at: usize = 0; at < bytes; at += 16) {
          const best = largestOfField(field + at, size, right, down);
          v128.store(out + at, best);
          smallest = f32x4.pmin(smallest, best);
          largest = f32x4.pmax(largest, best);
        }
        v128.store(extremes, smallest);
        v128.store(extremes, largest, 16);
        extremes += 32;
        out += stride;
      }
    }
  }
}

/** What comes to an output, g, goes to the first of its field's largest values in x; all others get +0. */
export function poolingInputGradient(layer: usize, x: usize, g: usize, dx: usize, stride: usize, bytes: usize): void {
  const height = load<i32>(layer, HEIGHT), width = load<i32>(layer, WIDTH), channels = load<i32>(layer, CHANNELS);
  const size = load<i32>(layer, SIZE);
  const rows = height / size, columns = width / size;
  // Those that fill no field; the rest is written below.
  for (let row = 0; row < height; row++) {
    for (let column = row < rows * size ? columns * size : 0; column < width; column++) {
      for (let c = 0; c < channels; c++) memory.fill(dx + <usize>((row * width + column) * channels + c) * stride, 0, bytes);
    }
  }
  const right = <usize>channels * stride;
  const down = <usize>width * right;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      for (let c = 0; c < channels; c++) {
        const field = <usize>((row * size * width + column * size) * channels + c) * stride;
        for (let at: usize = 0; at < bytes; at += 16) {
          const from = x + field + at, to = dx + field + at;
          const best = largestOfField(from, size, right, down);
          const share = v128.load(g + at);
          if (size == 2) {
            const first = f32x4.eq(v128.load(from), best);
            const second = f32x4.eq(v128.load(from + right), best);
            const third = f32x4.eq(v128.load(from + down), best);
            const two = v128.or(first, second);
            v128.store(to, v128.and(share, first));
            v128.store(to + right, v128.and(share, v128.andnot(second, first)));
            v128.store(to + down, v128.and(share, v128.andnot(third, two)));
            v128.store(to + down + right, v128.andnot(share, v128.or(two, third)));
            continue;
          }
          let free = i32x4.splat(-1);
          for (let i = 0; i < size; i++) {
            for (let j = 0; j < size; j++) {
              const place = field + <usize>i * down + <usize>j * right + at;
              const here = v128.and(free, f32x4.eq(v128.load(x + place), best));
              v128.store(dx + place, v128.and(here, share));
              free = v128.andnot(free, here);
            }
          }
        }
        g += stride;
      }
    }
  }
}
