import { asLines, CalloutLines } from './CalloutLines.tsx';
import { ruleSentences } from './ruleSentences.ts';
import type { Sentence } from './sentences.ts';
import { useShownOutcome } from './useShownOutcome.ts';

interface Props {
  /** Said until the rule's numbers are there. */
  readonly until: string;
  /** Says whose numbers these are. */
  readonly inContext: (sentences: readonly Sentence[]) => readonly Sentence[];
}

/** What the rule for phases says of what has ended and is shown. Loaded when a run has ended. */
export default function CalloutVerdict({ until, inContext }: Props) {
  const rows = useShownOutcome();
  return <CalloutLines text={rows ? asLines(inContext(ruleSentences(rows))) : until} />;
}
