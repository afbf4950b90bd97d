// Vite's own declarations of these bring the DOM along, which a worker has not.

/** The address of the file. */
declare module '*.wasm?url' {
  const url: string;
  export default url;
}

/** The file itself as a data URL in base64. */
declare module '*.wasm?inline' {
  const dataUrl: string;
  export default dataUrl;
}
