import { useState } from 'react';
import { arithmeticVersion } from '../../core/experiment/arithmetic-version.ts';
import type { Experiment } from '../../core/experiment/experiment.ts';
import { language } from '../../i18n/language.ts';
import { t } from '../../i18n/share.ts';
import { softwareEntry, studyEntry } from '../../share/citation.ts';
import { mostCharacters, plainText } from '../../share/plain-text.ts';
import { claimOf, type ResultClaim } from '../../share/result-link.ts';
import { embedSnippet, sharedLink, withoutQuery } from '../../share/shared-link.ts';
import { noView, type LinkedView } from '../../share/view-link.ts';
import { presentView } from '../../store/apply-view.ts';
import { useExperiment, useRepeats, useStores } from '../../store/hooks.ts';
import type { Session } from '../../store/session.ts';
import { isSameExperiment } from '../../store/settings.ts';
import { sentenceOf } from '../names.ts';
import { Copied } from './Copied.tsx';
import { LargeQr } from './LargeQr.tsx';
import { QrCode } from './QrCode.tsx';
import { viewText } from './viewText.ts';

const plain: ResultClaim = { arithmetic: arithmeticVersion, result: null };

/** What the run on the page lets a link claim: its result, once it has ended here. */
function resultOf({ set, repeats }: Session, experiment: Experiment): ResultClaim | null {
  const { fingerprint, fromFile } = repeats.getState();
  const isThere = set && fingerprint !== null && fromFile === 0;
  if (!isThere || !isSameExperiment(set.experiment, experiment)) return null;
  const columns = experiment.repeats > 1 ? null : (set.member(1)?.facts.trajectory?.columns() ?? null);
  return claimOf(experiment, arithmeticVersion, fingerprint, columns);
}

/** Gives the run to others: as a link that says as much as is wanted, as a QR code, as a frame, as a citation. */
export default function ShareContents() {
  const { session } = useStores();
  const experiment = useExperiment();
  // The view moves on behind the dialog; what is shared is what was there when it was opened.
  const [view] = useState(() => presentView(session));
  const [withView, setWithView] = useState(false);
  const [withResult, setWithResult] = useState(false);
  const [withLanguage, setWithLanguage] = useState(false);
  const [say, setSay] = useState('');
  useRepeats((repeats) => repeats.fingerprint);
  const result = resultOf(session, experiment);
  const words = plainText(say).text;
  const shownView: LinkedView = withView ? { ...view, say: words === '' ? null : words } : noView;
  const claim = withResult && result ? result : plain;
  const spoken = withLanguage ? { language: language() } : {};
  const link = sharedLink(location.href, experiment, { claim, view: shownView, ...spoken });
  return (
    <div className="share-contents">
      <section className="share-link">
        <Copied label={t('share.link')} action={t('share.copyLink')} text={link} primary />
        <fieldset>
          <legend>{t('share.carries')}</legend>
          <p className="note">{t('share.settings')}</p>
          <label className="check">
            <input
              type="checkbox"
              checked={withResult && result !== null}
              disabled={result === null}
              onChange={(event) => setWithResult(event.target.checked)}
            />
            {t('share.result')}
          </label>
          <p className="note">{t(result ? 'share.resultNote' : 'share.noResult')}</p>
          <label className="check">
            <input
              type="checkbox"
              checked={withView}
              onChange={(event) => setWithView(event.target.checked)}
            />
            {t('share.view')}
          </label>
          <p className="note">{viewText(view)}</p>
          {withView && (
            <label className="share-say">
              {t('share.say', { most: mostCharacters })}
              <input
                type="text"
                value={say}
                maxLength={mostCharacters}
                onChange={(event) => setSay(event.target.value)}
              />
            </label>
          )}
          <label className="check">
            <input
              type="checkbox"
              checked={withLanguage}
              onChange={(event) => setWithLanguage(event.target.checked)}
            />
            {t('share.language')}
          </label>
        </fieldset>
      </section>
      <section className="share-qr">
        <h3>{t('share.qr')}</h3>
        <QrCode text={link} />
        <LargeQr link={link} />
      </section>
      <section className="share-more">
        <Copied
          label={t('share.embed')}
          action={t('share.copyEmbed')}
          short={t('share.copy')}
          text={embedSnippet(link, t('share.embedTitle', { sentence: sentenceOf(experiment) }))}
          rows={5}
        />
      </section>
      <section className="share-more">
        <Copied
          label={t('share.citeStudy')}
          action={t('share.copyStudy')}
          short={t('share.copy')}
          text={studyEntry}
          rows={7}
        />
        <Copied
          label={t('share.citeSoftware')}
          action={t('share.copySoftware')}
          short={t('share.copy')}
          text={softwareEntry(withoutQuery(location.href), arithmeticVersion)}
          rows={8}
        />
      </section>
    </div>
  );
}
