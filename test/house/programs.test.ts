import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** As typed in a shell: without what the npm that runs these tests hands on. */
function npmRun(...args: string[]) {
  const environment = Object.entries(process.env).filter(([name]) => !name.startsWith('npm_'));
  const { status, stdout, stderr } = spawnSync('npm', ['run', ...args], {
    cwd: root,
    env: Object.fromEntries(environment),
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  return { status, stdout, stderr };
}

describe('npm run infoplane', () => {
  it('writes one JSON document to stdout and nothing else', { timeout: 120_000 }, () => {
    const { status, stdout } = npmRun('infoplane', '--', 'run', 'net=3&epochs=2', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ settings: { net: [3], epochs: 2 } });
  });

  it('passes the exit code and the message on', { timeout: 120_000 }, () => {
    const { status, stdout, stderr } = npmRun('infoplane', '--', 'run', 'bits=17', '--json');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('bits');
  });
});
