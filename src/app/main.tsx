import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { beginInLanguage, languageProblems } from '../panels/pageLanguage.ts';
import { defaults } from '../core/experiment/fields.ts';
import { keepAddress, readAddress, readEmbedding, saysMore } from '../store/address.ts';
import { besideOf } from '../store/beside.ts';
import { RunClient } from '../store/client.ts';
import { Pool } from '../store/pool.ts';
import { Loading } from '../store/loading.ts';
import { MeasureClient } from '../store/measure-client.ts';
import { startProjector } from '../store/projector.ts';
import { Session } from '../store/session.ts';
import { isSameExperiment, Settings } from '../store/settings.ts';
import { readStandIn } from '../store/stand-in.ts';
import { savedTheme } from '../store/theme.ts';
import { createUpdateStore } from '../store/updates.ts';
import { createViewStore } from '../store/view.ts';
import { savedWorkers } from '../store/workers.ts';
import { App } from './App.tsx';
import { whenSeen } from './whenSeen.ts';
import '../tokens.css';
import './base.css';
import './layout.css';
import './controls.css';
import './top.css';
import './experiment.css';
import './plane.css';
import './rulers.css';
import './readings.css';
import './folds.css';
import './dialog.css';
import './keyboard.css';
import './compare.css';
import './maps.css';
import './inspector.css';
import './lessons.css';
import './presets.css';
import './sweep.css';
import './tasks.css';
import './file-choice.css';
import './repeats.css';
import './exports.css';
import './share.css';
import './transport.css';
import './view-sheet.css';
import './narrow.css';
import './phone.css';
import './language.css';
import './touch.css';
import './landscape.css';
import './large.css';

const speaks = beginInLanguage(window);
const settings = new Settings();
readAddress(settings, window);
settings.report(languageProblems(location.search));
const embed = readEmbedding(settings, window);
settings.forget();
keepAddress(settings, window);

const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
const theme = savedTheme();
startProjector();
if (theme !== 'auto') document.documentElement.dataset['theme'] = theme;
const view = createViewStore(still ? { theme, duration: 'live' } : { theme });
// The options are written out: the bundler reads them.
const spawn = (): Worker =>
  embed
    ? new Worker(new URL('../worker/run.worker.ts', import.meta.url), {
        type: 'module',
        name: 'keeps nothing',
      })
    : new Worker(new URL('../worker/run.worker.ts', import.meta.url), { type: 'module' });
const loading = new Loading();
const createClient = (): RunClient => new RunClient(spawn, undefined, loading.hear);
const session = new Session(new Pool(createClient, embed ? 1 : savedWorkers()), view);
settings.store.subscribe((state, before) => {
  if (state.experiment !== before.experiment) session.want(state.experiment);
});
const createMeasure = (): MeasureClient =>
  new MeasureClient(() =>
    embed
      ? new Worker(new URL('../worker/measure.worker.ts', import.meta.url), {
          type: 'module',
          name: 'keeps nothing',
        })
      : new Worker(new URL('../worker/measure.worker.ts', import.meta.url), { type: 'module' }),
  );
const measure = createMeasure();
const beside = besideOf(() => new Pool(createClient, session.pool.workers), createMeasure);
// Lays what rulers the view asks for over the runs on the page; loaded with the first of them.
const endWait = view.subscribe(({ rulers, chance }) => {
  if (rulers.length === 0 && !chance) return;
  endWait();
  void import('../store/lay-rulers.ts').then(({ RulerWork }) => new RulerWork(session, measure));
});
const begin = (): void => {
  session.want(settings.experiment, 0);
  if (isSameExperiment(settings.experiment, defaults)) {
    const file = fetch(new URL('./recorded-run.bin', import.meta.url));
    // Without it the page waits for its own first measurement, as it does for all other settings.
    readStandIn(file, defaults).then(
      (standIn) => session.run.drawInstead(standIn),
      () => undefined,
    );
  }
};
/** Takes what the address says beside the settings; loaded with the first link that says something. */
const takeView = (): void => {
  const { search } = location;
  if (!saysMore(search)) {
    view.setState({ said: null });
    return session.claim.setState({ claimed: null });
  }
  void import('../store/open-view.ts').then(({ openView }) => {
    if (location.search === search) openView(search, settings, session);
  });
};
takeView();
addEventListener('popstate', takeView);

const updates = createUpdateStore();
// Behind everything that the page itself loads.
if (!embed && import.meta.env.PROD && 'serviceWorker' in navigator) {
  addEventListener('load', () => {
    setTimeout(
      () =>
        void import('../store/keep-offline.ts').then(({ keepOffline }) =>
          keepOffline('service-worker.js', updates),
        ),
      3000,
    );
  });
}

const root = document.getElementById('app');
if (root) {
  const page = createRoot(root);
  // No top-level await: what the words come in must not wait for this module.
  void speaks.then(() =>
    page.render(
      <StrictMode>
        <App stores={{ settings, session, loading, measure, beside, updates, ...(embed ? { embed } : {}) }} />
      </StrictMode>,
    ),
  );
  // Several on one page train as they come into sight.
  if (embed) whenSeen(root, begin);
  else begin();
}
