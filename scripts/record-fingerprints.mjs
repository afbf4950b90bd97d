// npm run record: runs every link of test/fingerprints.json in Node and writes the fingerprint that came out, so a new
// link is added there with an empty one. A recorded fingerprint that changes means other bits for links that people
// have already sent: that is only right together with a new `arithmeticVersion` (src/core/experiment/run.ts), and
// without one nothing is written. -- --force writes all the same.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.mjs';

const file = join(root, 'test', 'fingerprints.json');
const before = JSON.parse(readFileSync(file, 'utf8'));
const after = { arithmeticVersion: before.arithmeticVersion, runs: {} };
const changed = [];
for (const [query, old] of Object.entries(before.runs)) {
  const program = join(root, 'scripts', 'node-program.mjs');
  const { status, stdout } = spawnSync(process.execPath, [program, 'infoplane', 'run', query, '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1e9,
  });
  if (status !== 0) throw new Error(`The run "${query}" failed.`);
  const { fingerprint, arithmeticVersion } = JSON.parse(String(stdout));
  after.runs[query] = fingerprint;
  after.arithmeticVersion = arithmeticVersion;
  if (fingerprint === old) continue;
  console.log(`${query || 'the default run'}: ${old || 'new'} -> ${fingerprint}`);
  if (old) changed.push(query);
}
const allowed = after.arithmeticVersion !== before.arithmeticVersion || process.argv.includes('--force');
if (changed.length > 0 && !allowed) {
  console.error(
    `${changed.length} fingerprints differ at arithmetic version ${before.arithmeticVersion}, so nothing is written. ` +
      'If that is meant, raise arithmeticVersion.',
  );
  process.exitCode = 1;
} else {
  writeFileSync(file, `${JSON.stringify(after, null, 2)}\n`);
}
