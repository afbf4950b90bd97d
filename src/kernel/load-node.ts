import dataUrl from './build/kernel.wasm?inline';

/** The compiled kernel for Node, carried inside the bundle. */
export function loadKernel(): WebAssembly.Module {
  const base64 = dataUrl.slice(dataUrl.indexOf(',') + 1);
  return new WebAssembly.Module(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
}
