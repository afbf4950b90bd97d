// node scripts/record-fingerprints.mjs: runs every link of test/fingerprints.json in Node and writes what came out.
// Only for a change of the arithmetic that is meant, together with a new arithmetic version.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.mjs';

const file = join(root, 'test', 'fingerprints.json');
const recorded = JSON.parse(readFileSync(file, 'utf8'));
for (const query of Object.keys(recorded.runs)) {
  const program = join(root, 'scripts', 'node-program.mjs');
  const { stdout } = spawnSync(process.execPath, [program, 'infoplane', 'run', query, '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1e8,
  });
  const { fingerprint, arithmeticVersion } = JSON.parse(String(stdout));
  if (fingerprint !== recorded.runs[query]) console.log(`${query || 'the default run'}: ${fingerprint}`);
  recorded.runs[query] = fingerprint;
  recorded.arithmeticVersion = arithmeticVersion;
}
writeFileSync(file, `${JSON.stringify(recorded, null, 2)}\n`);
