import { m } from '../i18n/maps.ts';
import { shareColour } from '../plots/map-colours.ts';
import { useRun } from '../store/hooks.ts';
import { useMaps } from './mapsContext.ts';
import { Segmented } from './Segmented.tsx';

const stops = [0, 0.25, 0.5, 0.75, 1].map((share) => `rgb(${shareColour(share).join(' ')})`);

/** What the colours of the maps mean, and the choice between the two. */
export function MapKey() {
  const { at, colouring, setColouring } = useMaps();
  const isNoisy = useRun(({ experiment }) => (experiment?.noise ?? 0) > 0);
  return (
    <div className="map-key">
      <div className="map-key-line">
        <Segmented
          label={m('colourBy')}
          choices={[
            { value: 'share', text: m('byShare') },
            { value: 'code', text: m('byCode') },
          ]}
          value={colouring}
          onChange={setColouring}
        />
        <span className="map-epoch">{m('at', { epoch: at.epoch })}</span>
      </div>
      {colouring === 'share' && (
        <p className="map-scale">
          <span>{m('only', { label: 0 })}</span>
          <span
            className="map-scale-bar"
            style={{ background: `linear-gradient(90deg, ${stops.join(', ')})` }}
            aria-hidden="true"
          />
          <span>{m('only', { label: 1 })}</span>
        </p>
      )}
      {colouring === 'share' && isNoisy && <p className="note">{m('ownClasses')}</p>}
    </div>
  );
}
