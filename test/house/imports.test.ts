import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The rules that need types read a file from the disk; a made-up one is checked by the others alone. */
const eslint = new ESLint({
  cwd: root,
  overrideConfig: {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: false, project: false } },
  },
  ruleFilter: ({ ruleId }) => /^(boundaries|house|react-hooks|no-)/.test(ruleId),
});

async function findings(file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(`${code}\n`, { filePath: `${root}${file}` });
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
}

const direction = 'boundaries/dependencies';

describe('the import directions', () => {
  it.each([
    ['core', 'share', `export { toQuery } from '../share/link.ts';`],
    ['core', 'kernel', `import { WasmKernel } from '../kernel/wasm-kernel.ts'; new WasmKernel();`],
    ['core', 'a package', `import { max } from 'd3'; max();`],
    ['core', 'Node', `import { readFileSync } from 'node:fs'; readFileSync('');`],
    ['core', 'a test', `export * from '../../test/share/link.test.ts';`],
    ['kernel', 'worker', `export * from '../worker/run-service.ts';`],
    ['share', 'store', `export * from '../store/run.ts';`],
    ['worker', 'store', `export * from '../store/run.ts';`],
    ['plots', 'store', `export * from '../store/run.ts';`],
    ['plots', 'React', `import { useState } from 'react'; useState();`],
    ['store', 'panels', `export * from '../panels/names.ts';`],
    ['panels', 'app', `export * from '../app/App.tsx';`],
    ['app', 'cli', `export * from '../cli/main.ts';`],
  ])('%s may not import %s', async (folder, _what, code) => {
    expect(await findings(`src/${folder}/made-up.ts`, code)).toEqual([direction]);
  });

  it('count for types and for imports at run time alike', async () => {
    const type = `import type { RunWorker } from '../worker/protocol.ts'; export type A = RunWorker;`;
    expect(await findings('src/core/made-up.ts', type)).toEqual([direction]);
    const late = `export const late = import('../worker/protocol.ts');`;
    expect(await findings('src/core/made-up.ts', late)).toEqual([direction]);
  });

  it('let a folder look at itself and at those before it', async () => {
    const code = `export * from './client.ts'; export * from '../core/kernel.ts'; export * from 'zustand';`;
    expect(await findings('src/store/made-up.ts', code)).toEqual([]);
  });

  it('name every folder of src', async () => {
    expect(await findings('src/elsewhere/made-up.ts', 'export {};')).toEqual(['boundaries/no-unknown-files']);
  });
});

describe('results with the same bits everywhere', () => {
  it.each([
    'export const a = Math.exp(1);',
    'export const a = Math.log2(3);',
    'export const a = Math.random();',
    'export const a = 3 ** 0.5;',
    `export const a = Math['tanh'](1);`,
    'export const { pow } = Math;',
  ])('core, kernel and share may not hold: %s', async (code) => {
    for (const folder of ['core/network', 'kernel', 'share']) {
      expect(await findings(`src/${folder}/made-up.ts`, code)).toContain('no-restricted-syntax');
    }
  });

  it('what IEEE 754 fixes is allowed, and plots may draw with more', async () => {
    expect(await findings('src/core/made-up.ts', 'export const a = Math.sqrt(Math.fround(2));')).toEqual([]);
    expect(await findings('src/plots/made-up.ts', 'export const a = Math.log2(2);')).toEqual([]);
  });
});

describe('a suppressed finding', () => {
  const suppressed = (comment: string) => `// ${comment}\nconsole.log('');\n`;

  it('says why', async () => {
    const code = suppressed('eslint-disable-next-line no-console');
    expect(await findings('src/core/made-up.ts', code)).toEqual(['house/reasons']);
    const reasoned = suppressed('eslint-disable-next-line no-console -- for this test');
    expect(await findings('src/core/made-up.ts', reasoned)).toEqual([]);
  });

  it('is one', async () => {
    const code = '// eslint-disable-next-line no-console -- for nothing\nexport {};';
    expect((await findings('src/core/made-up.ts', code)).join()).toMatch(/^Unused eslint-disable/);
  });
});
