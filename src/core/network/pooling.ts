import type { LayerShape } from '../kernel.ts';
import { outputImage } from './network-spec.ts';

/** Max pooling with a stride of its size; rows and columns that fill no field are dropped (LayerShape). */
export type Pooling = Extract<LayerShape, { readonly kind: 'pooling' }>;

/**
 * For each output (row, column, channel) and sample the index in x of the first largest value of its field, row by
 * row: (row, column, channel, n). A later value takes over only where it is larger, so a NaN does only if it comes
 * first.
 */
export function firstLargest(shape: Pooling, x: Float32Array | Int32Array, n: number): Uint32Array {
  const { image, size } = shape;
  const output = outputImage(shape);
  const places = new Uint32Array(output.height * output.width * output.channels * n);
  let next = 0;
  for (let row = 0; row < output.height; row++) {
    for (let column = 0; column < output.width; column++) {
      for (let channel = 0; channel < output.channels; channel++) {
        for (let s = 0; s < n; s++) {
          const corner = ((row * image.width + column) * size * image.channels + channel) * n + s;
          let best = corner;
          for (let i = 0; i < size; i++) {
            for (let j = 0; j < size; j++) {
              const place = corner + (i * image.width + j) * image.channels * n;
              if (x[place]! > x[best]!) best = place;
            }
          }
          places[next++] = best;
        }
      }
    }
  }
  return places;
}

/** The largest value of each field: x (row, column, channel, n) as it is quantized, or its codes. */
export function maxPool<Values extends Float32Array | Int32Array>(
  shape: Pooling,
  x: Values,
  n: number,
): Values {
  const places = firstLargest(shape, x, n);
  const pooled = x.slice(0, places.length) as Values; // Of the same type, which TypeScript does not see.
  for (const [index, place] of places.entries()) pooled[index] = x[place]!;
  return pooled;
}

/**
 * Gradient by the input x, the quantized values of the layer before: what comes to an output, g, goes as it is to the
 * first of the largest values of its field; all others get +0.
 */
export function poolingInputGradient(
  shape: Pooling,
  x: Float32Array,
  g: Float32Array,
  n: number,
): Float32Array<ArrayBuffer> {
  const dx = new Float32Array(x.length);
  for (const [index, place] of firstLargest(shape, x, n).entries()) dx[place] = g[index]!;
  return dx;
}
