import { describe, expect, test } from 'vitest';
import { parseCommand, UsageError } from '../../src/cli/arguments.ts';

describe('parseCommand', () => {
  test('takes a link, and options on either side of it', () => {
    expect(parseCommand(['run', 'act=relu&epochs=200', '--json'])).toEqual({
      name: 'run',
      link: 'act=relu&epochs=200',
      json: true,
      kernel: 'wasm',
    });
    expect(parseCommand(['--kernel', 'scalar', 'run', 'bits=4'])).toEqual({
      name: 'run',
      link: 'bits=4',
      json: false,
      kernel: 'scalar',
    });
  });

  test('runs the default run without a link', () => {
    expect(parseCommand(['run'])).toEqual({ name: 'run', link: '', json: false, kernel: 'wasm' });
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
  ])('refuses %j and names what is wrong', (args, message) => {
    expect(() => parseCommand(args)).toThrow(UsageError);
    expect(() => parseCommand(args)).toThrow(message);
  });
});
