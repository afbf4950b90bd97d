import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Plugin } from 'vite';

/** Data that is kept when it is chosen, and not before; and what tells which builds lie beside this one, now. */
const isNotKept = (file: string): boolean => /\/mnist-[^/]*\.bin$/.test(file) || file === 'version.json';

/**
 * Builds the service worker beside the page, as `service-worker.js`, and tells it what the build consists of.
 *
 * @param entry its source, from the project's folder on
 */
export function offline(entry: string): Plugin {
  const fileName = 'service-worker.js';
  let publicDir = '';
  return {
    name: 'infoplane:offline',
    apply: 'build',
    configResolved(config) {
      publicDir = config.publicDir;
    },
    buildStart() {
      this.emitFile({ type: 'chunk', id: entry, fileName });
    },
    // After all others: the page's html is made late, too.
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const worker = bundle[fileName];
        if (worker?.type !== 'chunk') throw new Error('There is no service worker in the build.');
        const hash = createHash('sha256');
        const files: string[] = [];
        const take = (file: string, content: string | Uint8Array): void => {
          files.push(file);
          hash.update(file).update(content);
        };
        for (const [file, part] of Object.entries(bundle).sort(([a], [b]) => (a < b ? -1 : 1))) {
          if (part !== worker && !isNotKept(file) && !file.endsWith('.map'))
            take(file, part.type === 'chunk' ? part.code : part.source);
        }
        for (const file of await filesIn(publicDir)) take(file, await readFile(join(publicDir, file)));
        worker.code = worker.code
          .replace('BUILD_FILES', JSON.stringify(files))
          .replace('BUILD_VERSION', JSON.stringify(hash.digest('hex').slice(0, 16)));
      },
    },
  };
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}
