import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { RunSet } from '../../share/set-document.ts';
import { SetConflict } from './agreement.ts';
import { mergeFolders } from './merge.ts';

export interface Merged {
  readonly folder: string;
  readonly set: RunSet;
}

/**
 * Merges folders of one set each, or of a preset with a folder for each variant: then variant by variant.
 *
 * @throws SetConflict
 */
export function mergeAll(folders: readonly string[], out: string): Merged[] {
  const variants = [...new Set(folders.flatMap(variantsOf))].sort();
  if (folders.some(isSet) || variants.length === 0) return [{ folder: out, set: mergeFolders(folders, out) }];
  const lacking = folders.find((folder) => variantsOf(folder).length === 0);
  if (lacking !== undefined) throw new SetConflict(`"${lacking}" is no folder of results`);
  return variants.map((variant) => {
    const parts = folders.map((folder) => join(folder, variant)).filter(isSet);
    const folder = join(out, variant);
    return { folder, set: mergeFolders(parts, folder) };
  });
}

const isSet = (folder: string): boolean => existsSync(join(folder, 'runs'));

/** Folders inside that are of results. */
function variantsOf(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const inside = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return inside.map(({ name }) => name).filter((name) => isSet(join(folder, name)));
}
