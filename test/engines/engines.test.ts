import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import recorded from '../fingerprints.json' with { type: 'json' };
import { chromiumKind } from './chromium.ts';
import { patience, type Engine, type EngineKind } from './engine.ts';
import { firefoxKind } from './firefox.ts';
import { webkitKind } from './webkit.ts';

/** Eight of the recorded settings: every activation, optimizer and range rule, few bits, many bits and float, images. */
const links = [
  '',
  'act=gelu&epochs=200',
  'act=gelu&bits=float&epochs=100',
  'act=hardtanh&epochs=3000&every=log',
  'act=leakyrelu-softplus-relu6-linear-hardtanh&bits=2&epochs=60',
  'net=13-64-1&act=silu-elu-softsign&bits=16&range=last&opt=momentum&lr=0.01&batch=100&every=log&epochs=40&seed=7',
  'net=9-6&act=sigmoid&bits=3&range=fixed&fixed=0..1&weights=quantized&init=he&opt=sgd&lr=0.5&batch=full&epochs=60&test=50',
  'task=mnist&net=c2x3-p2-8&act=relu&init=normal&epochs=1',
] as const;

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The path of a program; undefined if it is not here. */
function find(name: string): string | undefined {
  if (isAbsolute(name)) return isProgram(name) ? name : undefined;
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find(isProgram);
}

function programsOf(kind: EngineKind): readonly (string | undefined)[] {
  // Chromium is what the other tests have found, or installed.
  return kind === chromiumKind ? [inject('browser')] : kind.programs.map(find);
}

/** With ENGINES=all an engine that is not here is a failure; without it is left out, and its name printed. */
const all = process.env.ENGINES === 'all';

describe.each([chromiumKind, firefoxKind, webkitKind])('$name', (kind) => {
  const programs = programsOf(kind);
  const missing = kind.programs.filter((_, i) => programs[i] === undefined);
  const isHere = missing.length === 0;
  if (!isHere) console.warn(`${kind.name} is left out: no ${missing.join(', ')} here.`);
  let engine: Engine;

  beforeAll(async () => {
    if (!isHere) return;
    engine = await kind.start(programs.filter((path) => path !== undefined));
    console.log(`${kind.name}: ${await engine.userAgent()}`);
  });
  afterAll(async () => {
    if (isHere) await engine.close();
  });

  test.runIf(all)('is here', () => {
    expect(missing).toEqual([]);
  });

  test.runIf(isHere).for(links)(
    'the link "%s" gives the recorded fingerprint',
    { timeout: patience },
    async (link) => {
      const name = await engine.textAt(`${inject('address')}?${link}`, '.fingerprint output');
      expect(name).toBe(recorded.runs[link]);
    },
  );
});
