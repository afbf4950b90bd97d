import { X } from 'lucide-react';
import { Suspense, useState, type ReactNode } from 'react';
import type { Problem, ProblemCode } from '../core/experiment/problems.ts';
import { isPageParameter, isViewParameter } from '../share/page-parameters.ts';
import { fill, t } from '../i18n/t.ts';
import { reasonText } from '../i18n/reasons.ts';
import { useRepeats, useRun, useStores } from '../store/hooks.ts';
import { useStore } from 'zustand';
import type { RunTrouble } from '../store/run.ts';
import { AgainButton } from './AgainButton.tsx';
import { lazyPanel } from './lazyPanel.ts';
import { sentence } from './sentence.ts';

/** Whatever went otherwise than asked, and what to do about it. */
export function Notices() {
  return (
    <>
      <Problems />
      <Trouble />
      <Violations />
      <Claim />
      <Slower />
    </>
  );
}

const ClaimNotice = lazyPanel(() => import('./ClaimNotice.tsx'));

/** How the run stands to what its link claims of it. */
function Claim() {
  const claimed = useStore(useStores().session.claim, (state) => state.claimed);
  if (!claimed) return null;
  return (
    <Suspense>
      <ClaimNotice claimed={claimed} />
    </Suspense>
  );
}

export function Notice(props: {
  readonly kind: 'warn' | 'bad' | 'good';
  readonly onClose?: () => void;
  readonly children: ReactNode;
}) {
  return (
    <div className={`notice ${props.kind}`}>
      <div>{props.children}</div>
      {props.onClose && (
        <button type="button" className="icon quiet" aria-label={t('notice.close')} onClick={props.onClose}>
          <X aria-hidden="true" />
        </button>
      )}
    </div>
  );
}

function Problems() {
  const { settings } = useStores();
  const problems = useStore(settings.store, (state) => state.problems);
  if (problems.length === 0) return null;
  return (
    <Notice kind="warn" onClose={() => settings.dismiss()}>
      <strong>{t(problems.some(isOfPage) ? 'notice.linkProblems' : 'notice.problems')}</strong>
      <ul>
        {problems.slice(0, 8).map((problem, i) => (
          <li key={i}>
            <code>{problem.field}</code>
            {t('mark.colon') + explain(problem)}
          </li>
        ))}
      </ul>
      {problems.length > 8 && t('notice.moreProblems', { count: problems.length - 8 })}
    </Notice>
  );
}

/** A problem as a sentence, without its field's name. */
export function explain({ field, code, given, used, values }: Problem): string {
  const problem = fill(`problem.${code}`, { given, ...values });
  if (used !== null) return t('problem.used', { problem, used });
  if (isViewParameter(field)) return t(`problem.left.${field}`, { problem });
  return t(saysThatLeft.has(code) || !isPageParameter(field) ? 'problem.plain' : 'problem.left.other', {
    problem,
  });
}

/** Problems whose messages say themselves what comes of them. */
const saysThatLeft: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'needs',
  'notResult',
  'otherSettings',
  'notVersion',
]);

/** Only a link says such. */
const isOfPage = ({ field }: Problem): boolean => isPageParameter(field);

function Trouble() {
  const members = useRepeats((repeats) => repeats.members);
  const [closed, setClosed] = useState<readonly RunTrouble[]>([]);
  const open = members.flatMap(({ repeat, trouble }) =>
    trouble && !closed.includes(trouble) ? [{ repeat, trouble }] : [],
  );
  if (open.length === 0) return null;
  const isBad = open.some(({ trouble }) => trouble.kind !== 'repeated');
  const close = (): void => setClosed(open.map(({ trouble }) => trouble));
  const text = (repeat: number, trouble: RunTrouble): string =>
    members.length === 1
      ? troubleText(trouble)
      : t('repeats.trouble', { repeat, trouble: troubleText(trouble) });
  return (
    <Notice kind={isBad ? 'bad' : 'warn'} onClose={close}>
      {open.slice(0, mostTroubles).map(({ repeat, trouble }) => (
        <div key={repeat}>{text(repeat, trouble)}</div>
      ))}
      {open.length > mostTroubles && t('notice.moreProblems', { count: open.length - mostTroubles })}
      {isBad && (
        <>
          {t('mark.gap')}
          <AgainButton className="link" />
        </>
      )}
    </Notice>
  );
}

/** Repeats whose trouble is told in full; the list of repeats has all. */
const mostTroubles = 3;

function troubleText({ kind, detail, epoch }: RunTrouble): string {
  const at = epoch ?? 0;
  switch (kind) {
    case 'failed':
    case 'broken':
      return sentence(reasonText(detail));
    case 'crashed':
      return t('notice.crashed', { epoch: at, detail: reasonText(detail) });
    case 'silent':
      return t('notice.silent', { epoch: at });
    case 'repeated':
      return t('notice.repeated', { epoch: at });
  }
}

function Violations() {
  const members = useRepeats((repeats) => repeats.members);
  const violations = members.flatMap((member) => member.violations);
  const [first] = violations;
  if (!first) return null;
  const values = { epoch: first.epoch, message: reasonText(first.message) };
  return (
    <Notice kind="bad">
      {violations.length === 1
        ? t('notice.violation', values)
        : t('notice.violations', { ...values, count: violations.length })}
    </Notice>
  );
}

function Slower() {
  const scalar = useRun((run) => run.start?.kernel === 'scalar' && !run.fromFile);
  const [closed, setClosed] = useState(false);
  if (!scalar || closed) return null;
  return (
    <Notice kind="warn" onClose={() => setClosed(true)}>
      {t('notice.scalar')}
    </Notice>
  );
}
