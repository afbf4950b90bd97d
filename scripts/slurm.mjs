// npm run slurm: runs examples/slurm with a real Slurm that has this machine alone, and compares what comes out with
// one run of all repeats. It starts its own daemons with their own keys and sockets in a temporary folder, and stops
// and removes what it started. Debian's packages are installed where they are missing (as root).
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkNode, root } from './project.mjs';

const link = 'act=relu&epochs=50';
const repeats = 8;
const perTask = 2;
/** Milliseconds. */
const longestStart = 60_000;
const longestRun = 300_000;

const packages = ['slurmctld', 'slurmd', 'slurm-client', 'munge'];
const commands = ['slurmctld', 'slurmd', 'sbatch', 'squeue', 'sinfo', 'scancel', 'munged', 'unshare'];

checkNode();
installMissing();
const folder = mkdtempSync(join(tmpdir(), 'infoplane-slurm-'));
// Slurm's own user has to come in, where it is not root.
chmodSync(folder, 0o755);
const daemons = [];
const environment = { ...process.env, SLURM_CONF: join(folder, 'slurm.conf') };
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));
process.once('exit', cleanUp);
process.exitCode = await main();
cleanUp();

async function main() {
  configure();
  await startDaemons();
  const out = join(folder, 'out');
  const submit = join(root, 'examples', 'slurm', 'submit.sh');
  const started = Date.now();
  const merge = client('bash', [submit, link, String(repeats), String(perTask), out], 120_000).trim();
  console.log(`${repeats / perTask} tasks of ${perTask} repeats and the merge, job ${merge}, are submitted`);
  await until('the jobs end', longestRun, () => client('squeue', ['-h']).trim() === '');
  console.log(`they ended after ${((Date.now() - started) / 1000).toFixed(1)} s`);
  // A job's state may say COMPLETED although its program never ran: the files say what happened.
  for (const name of readdirSync(out).filter((each) => each.endsWith('.log'))) {
    const text = readFileSync(join(out, name), 'utf8').trim();
    console.log(`${name}: ${text.split('\n').at(-1) ?? ''}`);
  }
  if (!existsSync(join(out, 'all', 'set.json'))) {
    console.error('The merge left no set.json; its log says why:');
    console.error(
      existsSync(join(out, 'merge.log')) ? readFileSync(join(out, 'merge.log'), 'utf8') : 'no log',
    );
    return 1;
  }
  const whole = join(folder, 'whole');
  const program = join(root, 'scripts', 'node-program.mjs');
  client(
    process.execPath,
    [program, 'infoplane', 'run', link, '--repeats', String(repeats), '--out', whole],
    120_000,
  );
  return compare(join(out, 'all'), whole);
}

function filesOf(path) {
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => statSync(join(path, name)).isFile()).sort();
}

/** Those of runs hold how long they took, and a digest over that too. */
function isRuns(name) {
  return name.startsWith('runs');
}

function textOf(path, name) {
  const text = readFileSync(join(path, name), 'utf8');
  return isRuns(name) ? text.replaceAll(/^ *"(seconds|digest)": .*\n/gm, '') : text;
}

function compare(merged, whole) {
  const names = filesOf(whole);
  const differing = names.filter(
    (name) => !existsSync(join(merged, name)) || textOf(merged, name) !== textOf(whole, name),
  );
  const extra = filesOf(merged).filter((name) => !names.includes(name));
  for (const name of [...differing, ...extra]) console.error(`differs: ${name}`);
  const { fingerprint } = JSON.parse(readFileSync(join(merged, 'set.json'), 'utf8'));
  if (differing.length + extra.length > 0) return 1;
  const timed = names.filter(isRuns).length;
  console.log(
    `${names.length - timed} merged files are byte for byte those of one go, ${timed} but for times`,
  );
  console.log(`fingerprint ${fingerprint}`);
  return 0;
}

function isThere(command) {
  return spawnSync('sh', ['-c', `command -v ${command}`], { env: withSbin() }).status === 0;
}

/** Daemons are in sbin, which is not on everybody's path. */
function withSbin() {
  return { ...process.env, PATH: `${process.env.PATH ?? ''}:/usr/sbin:/sbin` };
}

function installMissing() {
  const missing = commands.filter((command) => !isThere(command));
  if (missing.length === 0) return;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !isThere('apt-get')) {
    console.error(`npm run slurm needs ${missing.join(', ')}: Debian's packages ${packages.join(', ')}.`);
    process.exit(1);
  }
  console.log(`installing ${packages.join(', ')}`);
  const quiet = { stdio: ['ignore', 'ignore', 'inherit'] };
  // Their services are not to be started: this program has its own.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const update = spawnSync('apt-get', ['-qq', 'update'], { ...quiet, env });
  const install = spawnSync('apt-get', ['-qq', 'install', '-y', '--no-install-recommends', ...packages], {
    ...quiet,
    env,
  });
  if (update.status === 0 && install.status === 0) return;
  console.error('apt-get could not install them; its messages are above.');
  process.exit(1);
}

function configure() {
  for (const name of ['state', 'spool', 'munge']) mkdirSync(join(folder, name), { mode: 0o755 });
  writeFileSync(join(folder, 'munge', 'munge.key'), randomBytes(128), { mode: 0o600 });
  const lines = [
    'ClusterName=local',
    'SlurmctldHost=localhost(127.0.0.1)',
    'SlurmUser=root',
    'CommunicationParameters=NoCtldInAddrAny,NoInAddrAny',
    `AuthInfo=socket=${folder}/munge/munge.sock`,
    `StateSaveLocation=${folder}/state`,
    `SlurmdSpoolDir=${folder}/spool`,
    `SlurmctldPidFile=${folder}/slurmctld.pid`,
    `SlurmdPidFile=${folder}/slurmd.pid`,
    'ProctrackType=proctrack/linuxproc',
    'SelectType=select/cons_tres',
    'SelectTypeParameters=CR_CPU',
    'SlurmdParameters=config_overrides',
    'SchedulerParameters=batch_sched_delay=0,sched_interval=1,sched_min_interval=0',
    'DependencyParameters=kill_invalid_depend',
    'NodeName=localhost CPUs=4 RealMemory=4096',
    'PartitionName=main Nodes=ALL Default=YES',
  ];
  writeFileSync(environment.SLURM_CONF, `${lines.join('\n')}\n`);
}

async function startDaemons() {
  const munge = (name) => join(folder, 'munge', name);
  daemon('munged', [
    '-F',
    `--key-file=${munge('munge.key')}`,
    `--socket=${munge('munge.sock')}`,
    `--pid-file=${munge('munged.pid')}`,
    `--seed-file=${munge('munged.seed')}`,
  ]);
  await until('munged answers', longestStart, () => existsSync(munge('munge.sock')));
  // With a host name of their own, so that they bind to 127.0.0.1 alone.
  for (const name of ['slurmctld', 'slurmd']) {
    daemon('unshare', ['--uts', 'sh', '-c', 'hostname localhost; exec "$@"', '-', name, '-D']);
  }
  await until('the node is ready', longestStart, () => /\bidle\b/.test(client('sinfo', ['-h', '-o', '%T'])));
  console.log('Slurm is ready');
}

/** Runs until cleanUp; its messages go to a file. */
function daemon(command, args) {
  const child = spawn(command, args, {
    env: { ...withSbin(), ...slurmOnly() },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const entry = { name: args.includes('-D') ? args.at(-2) : command, child, said: '', isOver: false };
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data) => {
      entry.said = (entry.said + String(data)).slice(-20_000);
    });
  }
  child.on('exit', () => (entry.isOver = true));
  child.on('error', (error) => {
    entry.said += error.message;
    entry.isOver = true;
  });
  daemons.push(entry);
}

function slurmOnly() {
  return { SLURM_CONF: environment.SLURM_CONF };
}

/** What a client prints; empty if it fails or hangs, which clients do while the controller is not there. */
function client(command, args, timeout = 10_000) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    env: environment,
    encoding: 'utf8',
    timeout,
  });
  if (status === 0) return stdout;
  if (!['sinfo', 'squeue', 'scancel'].includes(command)) {
    throw new Error(`${command} ${args.join(' ')} failed: ${stderr}`);
  }
  // Not the empty list of jobs.
  return command === 'squeue' ? '?' : '';
}

async function until(what, milliseconds, isSo) {
  const end = Date.now() + milliseconds;
  while (!isSo()) {
    const over = daemons.find(({ isOver }) => isOver);
    if (over) throw new Error(`${over.name} has ended while waiting until ${what}:\n${over.said}`);
    if (Date.now() > end) {
      const said = daemons.map((each) => `${each.name}:\n${each.said}`).join('\n');
      throw new Error(`waited ${milliseconds / 1000} s until ${what}:\n${said}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

/** Jobs first, then the daemons, by their own numbers, in the opposite order of their start; then the folder. */
function cleanUp() {
  if (!existsSync(folder)) return;
  if (daemons.length === 3 && daemons.every(({ isOver }) => !isOver)) {
    client('scancel', ['--user', String(process.getuid?.() ?? 0)]);
  }
  for (const { child } of [...daemons].reverse()) {
    if (child.pid !== undefined && child.exitCode === null) child.kill('SIGTERM');
  }
  const end = Date.now() + 10_000;
  const isAlive = ({ child }) => {
    // Without waiting for events: a signal of 0 only asks; what has ended but is not reaped counts as ended.
    const status = `/proc/${child.pid}/status`;
    return existsSync(status) && !/^State:\s+Z/m.test(readFileSync(status, 'utf8'));
  };
  while (daemons.some(isAlive) && Date.now() < end) spawnSync('sleep', ['0.1']);
  for (const each of daemons) if (isAlive(each)) each.child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
}
