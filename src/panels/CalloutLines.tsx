import { t } from '../i18n/t.ts';
import type { Sentence } from './sentences.ts';

const minorMark = '~';

/** Sentences as lines of one text: text compares by value, so nothing is drawn anew in vain. */
export function asLines(sentences: readonly Sentence[]): string {
  return sentences.map(({ text, minor }) => (minor ? minorMark : '') + text).join('\n');
}

/** The sentences of such a text. */
export function CalloutLines({ text }: { readonly text: string }) {
  return text.split('\n').map((line, i) => (
    <span key={i} className={line.startsWith(minorMark) ? 'minor' : undefined}>
      {line.replace(minorMark, '') + t('mark.gap')}
    </span>
  ));
}
