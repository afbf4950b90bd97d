import type { ImageShape, LayerShape } from '../kernel.ts';
import type { ActivationName } from './activations.ts';
import { activate, activations } from './activations.ts';
import { outputImage } from './network-spec.ts';
import { sumOverSamples } from './sum.ts';

const f32 = Math.fround;

/** Convolution of stride 1 without padding, its kernel not flipped (LayerShape). */
export type Convolution = Extract<LayerShape, { readonly kind: 'convolution' }>;

/** Index of a pixel inside an image, which is flat in the order (row, column, channel). */
const pixel = ({ width, channels }: ImageShape, row: number, column: number, channel: number): number =>
  (row * width + column) * channels + channel;

/** Index of a weight in the kernel (row, column, channel, filter). */
const weight = ({ size, image, filters }: Convolution, i: number, j: number, c: number, f: number): number =>
  ((i * size + j) * image.channels + c) * filters + f;

/**
 * z = x * kernel + bias, a = f(z), and f'(z) where `derivative` is given, for n samples. Shapes: x (row, column,
 * channel, n), kernel (row, column, channel, filter), bias (filter), a and derivative (row, column, filter, n).
 *
 * z of output (row, column, filter) = sum of kernel[i, j, c, filter] x[row + i, column + j, c], upward over
 * (i, j, c) from +0, each product rounded, then added; the bias comes last.
 */
export function* forwardConvolution(
  shape: Convolution,
  activation: ActivationName,
  kernel: Float32Array,
  bias: Float32Array,
  x: Float32Array,
  n: number,
  a: Float32Array,
  derivative: Float32Array | null,
): Generator<number, void, void> {
  const { image, size, filters } = shape;
  const output = outputImage(shape);
  const f = activations[activation];
  for (let row = 0; row < output.height; row++) {
    for (let column = 0; column < output.width; column++) {
      for (let filter = 0; filter < filters; filter++) {
        const unit = pixel(output, row, column, filter);
        const z = new Float32Array(n); // Rounds what is stored to float32.
        for (let i = 0; i < size; i++) {
          for (let j = 0; j < size; j++) {
            for (let c = 0; c < image.channels; c++) {
              const from = pixel(image, row + i, column + j, c) * n;
              const w = kernel[weight(shape, i, j, c, filter)]!;
              for (let s = 0; s < n; s++) z[s]! += f32(w * x[from + s]!);
            }
          }
        }
        activate(f, z, bias[filter]!, unit * n, a, derivative);
      }
    }
    yield output.width * kernel.length * n;
  }
}

/**
 * Gradients of kernel and bias from dz, the gradient by z (row, column, filter, n).
 *
 * A sample's share in the gradient of kernel[i, j, c, filter] is the sum of x[row + i, column + j, c]
 * dz[row, column, filter], upward over the output's (row, column) from +0, each product rounded, then added; of the
 * bias the sum of dz[row, column, filter] in the same order. The samples' shares are added by sumOverSamples.
 */
export function* convolutionGradients(
  shape: Convolution,
  x: Float32Array,
  dz: Float32Array,
  n: number,
  dKernel: Float32Array,
  dBias: Float32Array,
): Generator<number, void, void> {
  const { image, size, filters } = shape;
  const output = outputImage(shape);
  /** Upward over the output's positions, of one sample. */
  const overPositions = (term: (row: number, column: number) => number): number => {
    let sum = 0;
    for (let row = 0; row < output.height; row++) {
      for (let column = 0; column < output.width; column++) sum = f32(sum + f32(term(row, column)));
    }
    return sum;
  };
  for (let filter = 0; filter < filters; filter++) {
    dBias[filter] = sumOverSamples(n, (s) =>
      overPositions((row, column) => dz[pixel(output, row, column, filter) * n + s]!),
    );
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) {
        for (let c = 0; c < image.channels; c++) {
          dKernel[weight(shape, i, j, c, filter)] = sumOverSamples(n, (s) =>
            overPositions((row, column) => {
              const value = x[pixel(image, row + i, column + j, c) * n + s]!;
              return value * dz[pixel(output, row, column, filter) * n + s]!;
            }),
          );
        }
        yield image.channels * output.height * output.width * n;
      }
    }
  }
}

/**
 * Gradient by the input x[row, column, c]: the sum of kernel[i, j, c, filter] dz[row - i, column - j, filter], upward
 * over (i, j, filter) from +0, each product rounded, then added; terms outside the output are left out.
 */
export function* convolutionInputGradient(
  shape: Convolution,
  kernel: Float32Array,
  dz: Float32Array,
  n: number,
  dx: Float32Array,
): Generator<number, void, void> {
  const { image, size, filters } = shape;
  const output = outputImage(shape);
  for (let row = 0; row < image.height; row++) {
    for (let column = 0; column < image.width; column++) {
      for (let c = 0; c < image.channels; c++) {
        for (let s = 0; s < n; s++) {
          let sum = 0;
          for (let i = Math.max(0, row - output.height + 1); i < Math.min(size, row + 1); i++) {
            for (let j = Math.max(0, column - output.width + 1); j < Math.min(size, column + 1); j++) {
              for (let filter = 0; filter < filters; filter++) {
                const g = dz[pixel(output, row - i, column - j, filter) * n + s]!;
                sum = f32(sum + f32(kernel[weight(shape, i, j, c, filter)]! * g));
              }
            }
          }
          dx[pixel(image, row, column, c) * n + s] = sum;
        }
      }
    }
    yield image.width * kernel.length * n;
  }
}
