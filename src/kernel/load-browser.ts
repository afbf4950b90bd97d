import url from './build/kernel.wasm?url';

/**
 * The compiled kernel, fetched from beside the page; null where the engine has no WebAssembly SIMD.
 *
 * @throws Error if the file cannot be fetched
 */
export async function loadKernel(): Promise<WebAssembly.Module | null> {
  if (typeof WebAssembly === 'undefined') return null;
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The kernel could not be loaded (HTTP ${response.status}).`);
  try {
    // Not streaming where a host names another type than application/wasm.
    if (response.headers.get('content-type')?.startsWith('application/wasm')) {
      return await WebAssembly.compileStreaming(response);
    }
    return await WebAssembly.compile(await response.arrayBuffer());
  } catch (error) {
    if (error instanceof WebAssembly.CompileError) return null;
    throw error;
  }
}
