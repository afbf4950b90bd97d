// node scripts/node-program.mjs NAME ARGS...: runs one of the programs of vite.node.config.ts.
// It installs what is missing and builds what is stale; stdout belongs to the program alone.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { alone, checkNode, installMissing, program, root, run } from './project.mjs';

const [name = '', ...args] = process.argv.slice(2);
const bundle = join(root, 'dist-node', `${name}.js`);

/** When anything under `path` was last changed, in ms. */
function newest(path) {
  const status = statSync(path);
  if (!status.isDirectory()) return status.mtimeMs;
  const within = readdirSync(path).filter((entry) => entry !== 'node_modules');
  return Math.max(status.mtimeMs, ...within.map((entry) => newest(join(path, entry))));
}

function isStale() {
  if (!existsSync(bundle)) return true;
  const built = statSync(bundle).mtimeMs;
  const sources = ['src', 'build', 'test/bench', 'vite.node.config.ts', 'package-lock.json'];
  return sources.some((path) => existsSync(join(root, path)) && newest(join(root, path)) > built);
}

checkNode();
await alone(async () => {
  await installMissing();
  if (!isStale()) return;
  const vite = program('vite/bin/vite.js');
  const code = await run(process.execPath, [vite, 'build', '--config', 'vite.node.config.ts'], {
    stdio: ['ignore', 2, 2],
  });
  if (code !== 0) process.exit(code);
});
if (!existsSync(bundle)) {
  console.error(`There is no program named "${name}".`);
  process.exit(1);
}
process.argv = [process.argv[0], bundle, ...args];
await import(pathToFileURL(bundle).href);
