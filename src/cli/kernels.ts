import type { KernelFactory } from '../core/experiment/run.ts';
import type { Kernel } from '../core/kernel.ts';
import { ScalarKernel } from '../core/network/scalar-kernel.ts';
import { loadKernel } from '../kernel/load-node.ts';
import { WasmKernel } from '../kernel/wasm-kernel.ts';

export function kernelFactory(name: Kernel['name']): KernelFactory {
  if (name === 'scalar') return (spec, samples) => new ScalarKernel(spec, samples);
  const module = loadKernel();
  return (spec, samples) => new WasmKernel(module, spec, samples);
}
