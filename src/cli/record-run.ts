import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { defaults } from '../core/experiment/fields.ts';
import { packRecordedRun } from '../share/recorded-run.ts';
import { kernelFactory } from './kernels.ts';
import { train } from './train.ts';

// npm run record:run: the default run as the page shows it until it has computed its own. The one argument is the file.
const [file = ''] = process.argv.slice(2);
const run = train(defaults, kernelFactory('wasm'));
if (run.failure || run.violations.length > 0) throw new Error('The default run has failed.');
const bytes = gzipSync(packRecordedRun({ ...run, rows: defaults.net.length + 2 }), { level: 9 });
writeFileSync(file, bytes);
process.stdout.write(`${file}: ${bytes.length} bytes, ${run.fingerprint}\n`);
