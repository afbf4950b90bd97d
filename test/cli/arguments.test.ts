import { describe, expect, test } from 'vitest';
import { parseCommand } from '../../src/cli/arguments.ts';
import { UsageError } from '../../src/cli/usage-error.ts';

const plain = {
  name: 'run',
  what: '',
  json: false,
  kernel: 'wasm',
  repeats: null,
  out: null,
  workers: null,
  trace: null,
  rulers: null,
  own: null,
};

describe('parseCommand', () => {
  test('takes a link, and options on either side of it', () => {
    expect(parseCommand(['run', 'act=relu&epochs=200', '--json'])).toEqual({
      ...plain,
      what: 'act=relu&epochs=200',
      json: true,
    });
    expect(parseCommand(['--kernel', 'scalar', 'run', 'bits=4'])).toEqual({
      ...plain,
      what: 'bits=4',
      kernel: 'scalar',
    });
  });

  test('runs the default run without a link', () => {
    expect(parseCommand(['run'])).toEqual(plain);
  });

  test('takes a number of repeats or a range of them, a folder, and workers', () => {
    expect(parseCommand(['run', 'main', '--repeats', '50', '--out', 'a/b', '--workers', '3'])).toEqual({
      ...plain,
      what: 'main',
      repeats: { kind: 'all', repeats: 50 },
      out: 'a/b',
      workers: 3,
    });
    expect(parseCommand(['run', '--repeats', '11-20'])).toEqual({
      ...plain,
      repeats: { kind: 'range', from: 11, to: 20, of: null },
    });
  });

  test('takes folders to merge and one to write to', () => {
    expect(parseCommand(['merge', 'a', 'b', '--out', 'c'])).toEqual({
      name: 'merge',
      folders: ['a', 'b'],
      out: 'c',
      json: false,
    });
  });

  test.each([[['--help']], [['-h']], [['help']], [['run', '--help']]])('gives help for %j', (args) => {
    expect(parseCommand(args)).toEqual({ name: 'help' });
  });

  test.each([
    [[], 'a command is missing'],
    [['train'], '"train" is no command'],
    [['run', 'act=relu', 'epochs=200'], 'epochs=200'],
    [['run', '--jsn'], '--jsn'],
    [['run', '--json=yes'], '--json'],
    [['run', '--kernel', 'gpu'], '--kernel: "gpu"'],
    [['run', '--kernel'], '--kernel'],
    [['run', '--repeats', '0'], '--repeats: "0"'],
    [['run', '--repeats', '101'], '--repeats: "101"'],
    [['run', '--repeats', '1e1'], '--repeats: "1e1"'],
    [['run', '--repeats', '20-11'], '--repeats: "20-11"'],
    [['run', '--repeats', '91-101'], '--repeats: "101"'],
    [['run', '--workers', '0'], '--workers: "0"'],
    [['run', '--workers', 'all'], '--workers: "all"'],
    [['run', '--out', ''], '--out'],
    [['merge', 'a'], '--out'],
    [['merge', '--out', 'a'], 'which folders'],
    [['merge', 'a', '--out', 'b', '--repeats', '3'], '--repeats'],
  ])('refuses %j and names what is wrong', (args, message) => {
    expect(() => parseCommand(args)).toThrow(UsageError);
    expect(() => parseCommand(args)).toThrow(message);
  });
});
