// Checks the types of every tsconfig.json: one for each kind of thread, so that core sees no document.
import { alone, checkNode, installMissing, program, run } from './project.mjs';

const projects = [
  'src/core',
  'src/share',
  'src/kernel',
  'src/worker',
  'src/offline',
  'src/cli',
  'src',
  'test',
  '.',
];

checkNode();
await alone(installMissing);

/** The exit code of the compiler, which reads again only what has changed since the last time. */
function check(project) {
  const memory = `node_modules/.cache/types/${project === '.' ? 'root' : project.replace('/', '-')}.json`;
  const options = ['--noEmit', '--incremental', '--tsBuildInfoFile', memory];
  return run(process.execPath, [program('typescript/bin/tsc'), '-p', project, ...options]);
}

const queue = [...projects];
const codes = [];
async function work() {
  for (let project = queue.shift(); project !== undefined; project = queue.shift())
    codes.push(await check(project));
}
await Promise.all([work(), work()]);
process.exitCode = codes.every((code) => code === 0) ? 0 : 1;
