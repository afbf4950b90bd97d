import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes a file so that it is there wholly or not at all: under another name first. */
export function writeWhole(path: string, text: string): void {
  const part = `${path}.part`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(part, text);
  renameSync(part, path);
}
