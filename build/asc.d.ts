// What is used of AssemblyScript's compiler. Its own declarations change those of arrays for the whole program.

export interface MemoryStream {
  write(chunk: string | Uint8Array): void;
  toString(): string;
}

export function createMemoryStream(): MemoryStream;

/** Runs the compiler with the arguments of the command line. */
export function main(
  argv: readonly string[],
  options: { readonly stdout?: MemoryStream; readonly stderr?: MemoryStream },
): Promise<{ readonly error: Error | null }>;

declare const asc: { readonly main: typeof main; readonly createMemoryStream: typeof createMemoryStream };
export default asc;
