import { foreignRoom, type Dictionary } from './language.ts';

/** How an English reason is found, and what is said for it. */
interface Pattern {
  readonly strict: RegExp;
  readonly loose: RegExp;
  readonly said: string;
}

const known = new WeakMap<Dictionary, readonly Pattern[]>();

/** Those first in which most is fixed. */
function patternsOf(room: Dictionary): readonly Pattern[] {
  const before = known.get(room);
  if (before) return before;
  const fixedLength = (text: string): number => text.replace(/\{\d\}/g, '').length;
  const made = Object.entries(room)
    .sort(([one], [other]) => fixedLength(other) - fixedLength(one))
    .map(([text, said]) => {
      const parts = text.split(/\{\d\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
      const pattern = (value: string): RegExp => new RegExp(`^${parts.join(value)}$`, 's');
      return { strict: pattern('((?:(?!: ).)+?)'), loose: pattern('(.+?)'), said };
    });
  known.set(room, made);
  return made;
}

/**
 * What is wrong with a file or a run, in the present language. Core, workers and readers of files say it in English,
 * with its place before it: "row 4: 1 columns in place of 2". What there are no words for stays as it is.
 */
export function reasonText(reason: string): string {
  const room = foreignRoom('reasons');
  return room ? translated(reason.replace(/\.$/, ''), patternsOf(room)) : reason;
}

function translated(reason: string, patterns: readonly Pattern[]): string {
  return matched(reason, patterns, 'strict') ?? placed(reason, patterns) ?? reason;
}

/** As a whole. */
function matched(reason: string, patterns: readonly Pattern[], how: 'strict' | 'loose'): string | null {
  for (const { [how]: english, said } of patterns) {
    const values = english.exec(reason)?.slice(1);
    if (!values) continue;
    return said.replace(/\{(\d)\}/g, (_, number: string) =>
      translated(values[Number(number) - 1] ?? '', patterns),
    );
  }
  return null;
}

/** As a place with what is wrong there, or else with a whole sentence where something is filled in. */
function placed(reason: string, patterns: readonly Pattern[]): string | null {
  const colon = reason.indexOf(': ');
  if (colon < 0) return null;
  const [place, rest] = [reason.slice(0, colon), reason.slice(colon + 2)];
  const [saidPlace, saidRest] = [translated(place, patterns), translated(rest, patterns)];
  if (saidRest === rest) return matched(reason, patterns, 'loose');
  return `${saidPlace}：${saidRest}`;
}
