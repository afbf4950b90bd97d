import { parseArgs } from 'node:util';
import type { Kernel } from '../core/kernel.ts';

/** What the command line asks for. */
export type Command =
  | { readonly name: 'help' }
  | {
      readonly name: 'run';
      /** Settings as in a link, or a whole link. */
      readonly link: string;
      readonly json: boolean;
      readonly kernel: Kernel['name'];
    };

/** The command line asks for something that does not exist. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const help = `Usage: infoplane run [LINK] [--json] [--kernel wasm|scalar]

Trains the network of LINK, measures its information plane exactly and prints what came out.

LINK is a link of the page or the part of it behind the question mark: "act=relu&epochs=200".
What it leaves out is as in the default run. The README lists all settings.

  --json              print one JSON document instead of a table
  --kernel NAME       wasm (the default) or scalar: the same bits, slower
  -h, --help          print this

Exit code: 0 done, 1 the run failed, 2 bad settings or options.
`;

/**
 * @param args without the program's own name
 * @throws UsageError naming what is wrong
 */
export function parseCommand(args: readonly string[]): Command {
  const { values, positionals } = parseOptions(args);
  const [name, link = '', ...more] = positionals;
  if (values.help === true || name === 'help') return { name: 'help' };
  if (name === undefined) throw new UsageError('a command is missing: run');
  if (name !== 'run') throw new UsageError(`"${name}" is no command; there is: run`);
  if (more.length > 0) {
    throw new UsageError(`one link is enough, but there is also "${more.join(' ')}"; is the link in quotes?`);
  }
  const kernel = values.kernel ?? 'wasm';
  if (kernel !== 'wasm' && kernel !== 'scalar') {
    throw new UsageError(`--kernel: "${kernel}" is none of wasm, scalar`);
  }
  return { name: 'run', link, json: values.json ?? false, kernel };
}

function parseOptions(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        kernel: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    // Node's own message names the option.
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
