#!/usr/bin/env node
import { main } from './agree/command.ts';

// No process.exit: it would cut off what a pipe has not taken yet.
process.exitCode = main(process.argv.slice(2), {
  output: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
  isTerminal: process.stderr.isTTY,
});
