import { createElement, Fragment, type ReactNode } from 'react';
import { l } from '../../i18n/lessons.ts';
import type { FormulaName } from '../../lessons/lesson.ts';

/*
 * Formulas as MathML, which browsers draw and screen readers read. React knows its elements, TypeScript's table of
 * elements does not, hence `createElement`.
 */

const of =
  (name: string) =>
  (...children: ReactNode[]): ReactNode =>
    createElement(name, null, ...children);

const [mi, mo, mn, mtext, row, sub, sup, under] = (
  ['mi', 'mo', 'mn', 'mtext', 'mrow', 'msub', 'msup', 'munder'] as const
).map(of) as [Make, Make, Make, Make, Make, Make, Make, Make];
type Make = (...children: ReactNode[]) => ReactNode;

/** A bracket or bar as high as letters are: left alone it grows with what is beside it. */
const bracket = (text: string): ReactNode => createElement('mo', { stretchy: 'false' }, text);

/** A variable, its number as an index: `T5`. */
function variable(text: string): ReactNode {
  const [, name = text, index = ''] = /^([A-Z])(\d+)$/.exec(text) ?? [];
  return index === '' ? mi(text) : sub(mi(name), mn(index));
}

/** `I(X;T5)` or `H(T,Y)`. */
function measure(text: string): ReactNode {
  const [, name = '', inside = ''] = /^([IH])\((.*)\)$/.exec(text) ?? [];
  const parts = inside
    .split(/([;,|])/)
    .map((part) => (part === '|' ? bracket(part) : /^[;,]$/.test(part) ? mo(part) : variable(part)));
  return row(mi(name), bracket('('), ...parts, bracket(')'));
}

const inline = /([IH]\([A-Z]\d?(?:[;,|][A-Z]\d?)*\)|log2 n)/;
/** What must not begin a line, after a formula. */
const closing = /^[,.;:!?)”’，。；：！？）]+/;

/** A text whose formulas, as `I(X;T5)`, are set as such. */
export function MathText({ text }: { readonly text: string }) {
  const parts = text.split(inline);
  return parts.map((part, i) => {
    if (i % 2 === 0) return <Fragment key={i}>{i === 0 ? part : part.replace(closing, '')}</Fragment>;
    const inside = part === 'log2 n' ? row(log2, mi('n')) : measure(part);
    const [end] = closing.exec(parts[i + 1] ?? '') ?? [];
    const math = createElement('math', { key: i }, inside);
    if (end === undefined) return math;
    return (
      <span key={i} className="lesson-kept">
        {math}
        {end}
      </span>
    );
  });
}

const log2 = sub(mi('log'), mn('2'));
const sum = (index: ReactNode): ReactNode => under(mo('∑'), index);

const p = (of: string): ReactNode => row(mi('p'), bracket('('), mi(of), bracket(')'));

const formulas: Readonly<Record<FormulaName, () => readonly ReactNode[]>> = {
  information: () => [
    row(measure('I(X;T)'), mo('='), measure('H(X)'), mo('−'), measure('H(X|T)')),
    row(measure('I(T;Y)'), mo('='), measure('H(Y)'), mo('−'), measure('H(Y|T)')),
  ],
  entropy: () => [
    row(measure('I(X;T)'), mo('='), measure('H(T)'), mo('='), mo('−'), sum(mi('t')), p('t'), log2, p('t')),
  ],
  fall: () => [
    row(
      mtext(l('wordFall')),
      mo('='),
      under(mo('max'), mtext(l('wordEpochs'))),
      measure('I(X;T)'),
      mo('−'),
      sub(measure('I(X;T)'), mtext(l('wordEnd'))),
    ),
  ],
  codes: () => [row(sup(mn('2'), row(mtext(l('wordBits')), mo('·'), mtext(l('wordUnits')))))],
};

/** A formula on lines of its own. */
export function Formula({ name }: { readonly name: FormulaName }) {
  return formulas[name]().map((inside, i) =>
    createElement('math', { key: i, display: 'block', className: 'lesson-formula' }, inside),
  );
}
