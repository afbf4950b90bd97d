import { t } from '../i18n/t.ts';
import { useRepeats, useStores, useView } from '../store/hooks.ts';
import type { RepeatSummary } from '../store/repeats.ts';
import type { RepeatChoice as Choice } from '../store/view.ts';
import { SelectField } from './SelectField.tsx';

const ranks = ['nearest', 'middle', 'secondFarthest', 'farthest'] as const;

/** Which of several repeats is looked at, or their mean; nothing where there is one. `named`: with a label in sight. */
export function RepeatChoice({ named = false }: { readonly named?: boolean }) {
  const { session } = useStores();
  const chosen = useView((view) => view.repeat);
  const shown = useRepeats((repeats) => repeats.shown);
  const members = useRepeats((repeats) => repeats.members);
  const done = useRepeats((repeats) => repeats.done);
  if (members.length < 2) return null;
  // What repeats have measured is read when one ends: `done` has changed then.
  const statistics = done < 2 ? null : session.set?.statistics();
  const choices = [
    ...(statistics
      ? [
          { value: 'mean', text: t('repeats.choiceMean', { done: statistics.repeats.length }) },
          ...ranks.map((rank) => {
            const repeat = statistics.repeats[statistics.ranking.picks[rank]] ?? 1;
            return { value: rank, text: t('repeats.ranked', { rank: t(`repeats.${rank}`), repeat }) };
          }),
        ]
      : []),
    ...members.map((member) => ({ value: String(member.repeat), text: nameOf(member, members.length) })),
  ];
  const known = choices.some(({ value }) => value === String(chosen));
  const field = (
    <SelectField
      className="repeat-choice"
      label={t('repeats.choice')}
      choices={choices}
      value={String(known ? chosen : shown)}
      onChange={(value) => session.view.setState({ repeat: asChoice(value) })}
    />
  );
  if (!named) return field;
  return (
    <span className="view-field">
      <span aria-hidden="true">{t('repeats.title')}</span>
      {field}
    </span>
  );
}

function asChoice(value: string): Choice {
  if (value === 'mean') return value;
  return ranks.find((rank) => rank === value) ?? Number(value);
}

function nameOf({ repeat, status }: RepeatSummary, count: number): string {
  switch (status) {
    case 'idle':
    case 'waiting':
      return t('repeats.choiceWaiting', { repeat, count });
    case 'running':
    case 'paused':
      return t('repeats.choiceRunning', { repeat, count });
    case 'failed':
      return t('repeats.choiceFailed', { repeat, count });
    case 'cancelled':
    case 'done':
      return t('repeats.choiceOne', { repeat, count });
  }
}
