import { useEffect, useState } from 'react';
import { arithmeticVersion } from '../core/experiment/arithmetic-version.ts';
import type { Agreement } from '../share/agreement.ts';
import { t } from '../i18n/share.ts';
import { inARow } from '../i18n/t.ts';
import { agreementOf } from '../store/agreement.ts';
import type { Claimed } from '../store/claim.ts';
import { useRepeats, useSampled, useStores } from '../store/hooks.ts';
import { buildsBeside, type OtherBuild } from '../store/versions.ts';
import { Notice } from './Notices.tsx';

/** How the run stands to what its link claims of it. Loaded with the first link that claims something. */
export default function ClaimNotice({ claimed }: { readonly claimed: Claimed }) {
  const [closed, setClosed] = useState<string | null>(null);
  const { session } = useStores();
  const found = useRepeats((repeats) => repeats.fingerprint);
  const stands = useSampled(() => JSON.stringify(agreementOf(session, claimed)));
  if (claimed.claim.arithmetic !== arithmeticVersion) return <OtherVersion claimed={claimed} />;
  const agreement = JSON.parse(stands) as Agreement | null; // What was written a line above.
  if (!agreement) return null;
  // Whoever closes what is said on the way still hears what the end says.
  const message = agreement.kind === 'changed' ? `changed ${agreement.end ?? ''}` : agreement.kind;
  if (closed === message) return null;
  return (
    <Notice kind={noticeKind(agreement)} onClose={() => setClosed(message)}>
      {agreementText(agreement, claimed, found ?? '')}
    </Notice>
  );
}

function noticeKind(agreement: Agreement): 'good' | 'warn' | 'bad' {
  switch (agreement.kind) {
    case 'open':
    case 'reproduced':
      return 'good';
    case 'parts':
      return 'warn';
    case 'changed':
      return agreement.end === 'other' ? 'bad' : 'warn';
    case 'differs':
      return 'bad';
  }
}

/** @param found this device's fingerprint; empty before the end */
export function agreementText(agreement: Agreement, { claim, experiment }: Claimed, found: string): string {
  const { repeats } = experiment;
  const { fingerprint: claimed = '', bits = [], settings = null } = claim.result ?? {};
  const unchecked = settings === null && t('claim.unchecked');
  switch (agreement.kind) {
    case 'open':
      if (repeats > 1) return t('claim.openAll', { repeats });
      return agreement.until === null ? t('claim.open') : t('claim.openUntil', { until: agreement.until });
    case 'reproduced':
      return repeats > 1
        ? t('claim.reproducedAll', { repeats, fingerprint: claimed })
        : t('claim.reproduced', { fingerprint: claimed });
    case 'parts': {
      const { after, by } = agreement;
      return after === null ? t('claim.partsSoon', { by }) : t('claim.parts', { after, by });
    }
    case 'changed': {
      const { at, end } = agreement;
      if (end === null) return t('claim.changed', { at });
      if (end === 'same') return t('claim.changedSame', { at, fingerprint: claimed });
      return t('claim.changedOther', { at, claimed, found });
    }
    case 'differs': {
      const { after, by } = agreement;
      if (repeats > 1) return inARow(t('claim.differsAll', { repeats, claimed, found }), unchecked);
      if (bits.length === 0) return inARow(t('claim.differsEnd', { claimed, found }), unchecked);
      return inARow(
        after === null ? t('claim.differsSoon', { by }) : t('claim.differs', { after, by }),
        unchecked,
      );
    }
  }
}

function OtherVersion({ claimed }: { readonly claimed: Claimed }) {
  const theirs = claimed.claim.arithmetic;
  const [builds, setBuilds] = useState<readonly OtherBuild[] | null>(null);
  const [closed, setClosed] = useState(false);
  useEffect(() => {
    let gone = false;
    void buildsBeside().then((found) => {
      if (!gone) setBuilds(found);
    });
    return () => {
      gone = true;
    };
  }, []);
  if (closed) return null;
  const build = builds?.find(({ arithmetic }) => arithmetic === theirs);
  return (
    <Notice kind="warn" onClose={() => setClosed(true)}>
      {t('claim.version', { theirs, own: arithmeticVersion })}{' '}
      {build ? (
        <a className="button" href={build.href + location.search}>
          {t('claim.openIn', { version: theirs })}
        </a>
      ) : (
        builds && t('claim.notBeside', { theirs })
      )}
    </Notice>
  );
}
