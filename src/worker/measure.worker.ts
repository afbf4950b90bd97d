import { expose } from 'comlink';
import type { KernelFactory } from '../core/experiment/run.ts';
import { ScalarKernel } from '../core/network/scalar-kernel.ts';
import { WasmKernel } from '../kernel/wasm-kernel.ts';
import { loadKernel } from '../kernel/load-browser.ts';
import { MeasureService } from './measure-service.ts';
import { browserTaskSource } from './task-source-browser.ts';

/** The fast kernel, or the scalar one where this engine cannot compile SIMD: the same bits, slower. */
async function createKernel(): Promise<KernelFactory> {
  const module = await loadKernel();
  if (!module) return (spec, samples) => new ScalarKernel(spec, samples);
  return (spec, samples) => new WasmKernel(module, spec, samples, undefined, true);
}

expose(new MeasureService(createKernel, browserTaskSource(), () => performance.now()));
