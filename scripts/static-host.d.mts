import type { Server } from 'node:http';

/** Serves the files of a folder under a path of its own, which has slashes at both ends, without special headers. */
export function serve(folder: string, under: string): Promise<{ address: string; server: Server }>;
