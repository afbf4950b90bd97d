import { expose } from 'comlink';
import type { KernelFactory } from '../core/experiment/run.ts';
import { ScalarKernel } from '../core/network/scalar-kernel.ts';
import { WasmKernel } from '../kernel/wasm-kernel.ts';
import { loadKernel } from '../kernel/load-browser.ts';
import type { KernelName } from './protocol.ts';
import { RunService } from './run-service.ts';
import { browserTaskSource } from './task-source-browser.ts';

let loading: Promise<WebAssembly.Module | null> | null = null;

/** The fast kernel, or the scalar one where this engine cannot compile SIMD: the same bits, slower. */
async function createKernel(wanted?: KernelName): Promise<KernelFactory> {
  if (wanted === 'scalar') return (spec, samples) => new ScalarKernel(spec, samples);
  loading ??= loadKernel();
  const module = await loading.catch((error: unknown) => {
    loading = null; // The next run tries again.
    throw error;
  });
  if (!module) return (spec, samples) => new ScalarKernel(spec, samples);
  return (spec, samples) => new WasmKernel(module, spec, samples);
}

expose(new RunService(createKernel, browserTaskSource(), () => performance.now()));
