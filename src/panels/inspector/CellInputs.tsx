import { m } from '../../i18n/inspector.ts';
import { useMemo, useState } from 'react';
import { palettes } from '../../plots/colours.ts';
import { classColour } from '../../plots/scene/scatter.ts';
import { useTheme } from '../../store/theme.ts';
import { shapeOf } from '../dataSets.ts';
import type { InputKind } from './inputNames.ts';
import { BitStrip, Icosahedron } from './InputPicture.tsx';
import { Pager, pageWithin } from './Pager.tsx';
import { samplesIn } from './samples.ts';
import { SquarePoints } from './SquarePoints.tsx';
import { Thumbnail, useImages } from './Thumbnails.tsx';
import type { Inspected } from './useInspection.ts';

/** Inputs of one page, by how they are drawn. */
const pages = { icosahedron: 12, strip: 24, image: 40, plain: 40, point: 0 } as const;

interface Props {
  readonly at: Inspected;
  readonly kind: InputKind;
  readonly cell: number;
}

const notes = { icosahedron: 'icosahedra', strip: 'strips', image: 'images' } as const;

/** The inputs that share a code, as pictures with their classes, a page at a time. */
export function CellInputs({ at, kind, cell }: Props) {
  const { experiment, inspection } = at;
  const { labels } = inspection;
  const palette = palettes[useTheme()];
  const { drawn } = kind;
  const perPage = pages[drawn];
  const [wanted, setPage] = useState(0);
  const samples = useMemo(() => samplesIn(inspection, cell), [inspection, cell]);
  const page = pageWithin(wanted, perPage, samples.length);
  const shown = samples.subarray(page * perPage, (page + 1) * perPage);
  const images = useImages(experiment, kind.drawn === 'image' ? shown : null);
  const { classes } = shapeOf(experiment);
  const own = experiment.noise > 0 && <p className="note">{m('ownClasses')}</p>;
  if (drawn === 'point') {
    return (
      <>
        <SquarePoints labels={labels} samples={samples} />
        <p className="note">{m('points')}</p>
        {own}
      </>
    );
  }
  return (
    <>
      <ul className="cell-inputs" data-drawn={drawn}>
        {[...shown].map((sample, i) => {
          const label = labels[sample] ?? 0;
          return (
            <li key={sample}>
              {drawn === 'icosahedron' && <Icosahedron sample={sample} />}
              {drawn === 'strip' && <BitStrip sample={sample} inputs={shapeOf(experiment).features} />}
              {drawn === 'image' && (
                <Thumbnail
                  experiment={experiment}
                  pixels={typeof images === 'string' ? null : images}
                  at={i}
                />
              )}
              <span className="input-name">
                {drawn !== 'image' && kind.nameOf(sample)}
                {drawn === 'image' && <span className="unseen">{kind.nameOf(sample)}</span>}
                <span className="input-class">
                  <span style={{ background: classColour(label, classes, palette) }} aria-hidden="true" />
                  <span className="unseen">{m('class')} </span>
                  {label}
                </span>
              </span>
            </li>
          );
        })}
      </ul>
      <Pager what={m('shared')} page={page} perPage={perPage} all={samples.length} onPage={setPage} />
      {typeof images === 'string' && <p className="note">{images}</p>}
      {drawn in notes && <p className="note">{m(notes[drawn as keyof typeof notes])}</p>}
      {own}
    </>
  );
}
