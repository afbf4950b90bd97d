import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { measureMnist, mnistTable } from './mnist.ts';
import { sentencesOf, tableOf } from './report.ts';
import { resultOf } from './result.ts';
import { measure } from './rounds.ts';
import { compilePeak, installPackages, loadTfjs } from './setup.ts';

const help = `npm run bench [-- default|mnist] [--json] [--rounds=40]

Measures the product's speed on this machine: of the default run, in about two minutes, or of the study's networks on
MNIST, in a quarter of a minute. test/bench/README.md says what each figure means.
`;

/** What can be measured, and in how many rounds if nobody says. */
const parts = { default: 40, mnist: 10 } as const;
type Part = keyof typeof parts;
const isPart = (name: string): name is Part => name in parts;

/** This module is bundled into dist-node/bench.js. */
const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** @throws Error saying what is wrong with the arguments */
function readArguments(): { part: Part; json: boolean; help: boolean; rounds: number } {
  const options = {
    json: { type: 'boolean' },
    help: { type: 'boolean' },
    rounds: { type: 'string' },
  } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [part = 'default', ...others] = positionals;
  if (!isPart(part) || others.length > 0)
    throw new Error(
      `what to measure is one of ${Object.keys(parts).join(', ')}, not ${positionals.join(' ')}`,
    );
  const rounds = values.rounds ?? String(parts[part]);
  if (!/^[1-9]\d{0,2}$/.test(rounds) || Number(rounds) > 300)
    throw new Error(`--rounds must be a number from 1 to 300, but is ${rounds}`);
  return { part, json: values.json ?? false, help: values.help ?? false, rounds: Number(rounds) };
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
  const text = asked.part === 'mnist' ? ofMnist(asked) : await ofDefaultRun(asked);
  process.stdout.write(`${text}\n`);
}

interface Asked {
  readonly json: boolean;
  readonly rounds: number;
}

async function ofDefaultRun({ json, rounds }: Asked): Promise<string> {
  installPackages(root);
  const { startTfjs } = await loadTfjs(root);
  const result = resultOf(await measure(rounds, startTfjs, compilePeak(root)));
  return json ? JSON.stringify(result, null, 2) : [tableOf(result), '', ...sentencesOf(result)].join('\n');
}

function ofMnist({ json, rounds }: Asked): string {
  const result = measureMnist(rounds, compilePeak(root));
  return json ? JSON.stringify(result, null, 2) : mnistTable(result);
}

await main();
