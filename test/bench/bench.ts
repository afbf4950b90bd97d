import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { sentencesOf, tableOf } from './report.ts';
import { resultOf } from './result.ts';
import { measure } from './rounds.ts';
import { compilePeak, installPackages, loadTfjs } from './setup.ts';

const help = `npm run bench [-- --json] [-- --rounds=40]

Measures the product's speed on this machine, in about two minutes. test/bench/README.md says what each figure means.
`;

/** This module is bundled into dist-node/bench.js. */
const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** @throws Error saying what is wrong with the arguments */
function readArguments(): { json: boolean; help: boolean; rounds: number } {
  const options = {
    json: { type: 'boolean' },
    help: { type: 'boolean' },
    rounds: { type: 'string' },
  } as const;
  const { values } = parseArgs({ options });
  const rounds = values.rounds ?? '40';
  if (!/^[1-9]\d{0,2}$/.test(rounds) || Number(rounds) > 300)
    throw new Error(`--rounds must be a number from 1 to 300, but is ${rounds}`);
  return { json: values.json ?? false, help: values.help ?? false, rounds: Number(rounds) };
}

async function main(): Promise<void> {
  let asked;
  try {
    asked = readArguments();
  } catch (error) {
    process.stderr.write(`bench: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
    return;
  }
  if (asked.help) {
    process.stdout.write(help);
    return;
  }
  installPackages(root);
  const { startTfjs } = await loadTfjs(root);
  const result = resultOf(await measure(asked.rounds, startTfjs, compilePeak(root)));
  const text = asked.json
    ? JSON.stringify(result, null, 2)
    : [tableOf(result), '', ...sentencesOf(result)].join('\n');
  process.stdout.write(`${text}\n`);
}

await main();
