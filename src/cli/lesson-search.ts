#!/usr/bin/env node
import { writeFileSync } from 'node:fs';
import { numbersOf } from '../core/experiment/presets/outcome.ts';
import { findingOf, kindOf, searched, type Finding } from '../lessons/search.ts';
import { fromQueryStrict } from '../share/link.ts';
import { kernelFactory } from './kernels.ts';
import { taskOf } from './task-source.ts';
import { train } from './train.ts';

/*
 * npm run search [FILE]: trains all settings that the lesson on compression searches, and writes what came out of each to
 * FILE (src/lessons/search-results.json if left out). It takes some minutes; tests train a few of them again.
 */

const [file = 'src/lessons/search-results.json'] = process.argv.slice(2);
const createKernel = kernelFactory('wasm');

function find(link: string): Finding | null {
  const experiment = fromQueryStrict(link);
  const rows = experiment.net.length + 2;
  const done = Array.from({ length: experiment.repeats }, (_, i) => {
    const { columns, limits } = train(experiment, createKernel, { repeat: i + 1 });
    return numbersOf({ columns, rows, limits }, experiment);
  });
  return findingOf(link, done, commonestShare(experiment.task));
}

function commonestShare(task: Parameters<typeof taskOf>[0]): number {
  const { labels, classes } = taskOf(task);
  const counts = Array.from({ length: classes }, () => 0);
  for (const label of labels) counts[label] = (counts[label] ?? 0) + 1;
  return Math.max(...counts) / labels.length;
}

const links = searched();
const findings: Finding[] = [];
for (const [i, link] of links.entries()) {
  const finding = find(link);
  if (finding) findings.push(finding);
  const kind = finding && kindOf(finding);
  process.stderr.write(`${i + 1} of ${links.length}${kind ? `: ${kind}, ${link}` : ''}\n`);
}
const lines = findings.map((finding) => `  ${JSON.stringify(finding)}`);
writeFileSync(file, `[\n${lines.join(',\n')}\n]\n`);
