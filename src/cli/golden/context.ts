import { quantizeInputs } from '../../core/experiment/prepare.ts';
import type { Kernel, NetworkSpec, Samples } from '../../core/kernel.ts';
import { ScalarKernel } from '../../core/network/scalar-kernel.ts';
import { icosahedron } from '../../core/tasks/icosahedron.ts';
import { WasmKernel } from '../../kernel/wasm-kernel.ts';
import type { Batches } from './batches.ts';
import type { Bounds } from './bounds.ts';

/** What the files of a folder are run with. */
export interface Context {
  readonly bounds: Bounds;
  /** @throws FileProblem if batches.json cannot be read */
  readonly batches: () => Batches;
  /** Of long files a part only: see compareMnistTrace. */
  readonly quick: boolean;
  /** The compiled WebAssembly kernel. */
  readonly module: WebAssembly.Module;
}

/** The 12-bit task as a kernel takes it: inputs quantized at 8 bits, unless the network is not quantized. */
export function samplesFor(
  { bits }: NetworkSpec,
  testFlags = (samples: number): Uint8Array => new Uint8Array(samples),
): Samples {
  const task = icosahedron();
  return { ...task, inputs: quantizeInputs(task.inputs, bits), isTest: testFlags(task.samples) };
}

/** The definition, and the fast kernel beside it. */
export function kernelsOf(spec: NetworkSpec, data: Samples, module: WebAssembly.Module): Kernel[] {
  return [new ScalarKernel(spec, data), new WasmKernel(module, spec, data)];
}
