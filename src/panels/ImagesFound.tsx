import { useEffect, useRef } from 'react';
import { t } from '../i18n/tasks.ts';
import type { ImagesPreview } from '../store/own-files.ts';
import { ClassCounts } from './SamplesFound.tsx';

/** Px between two images. */
const gap = 2;

/** What was found in idx files: how many images of each class, and the first of them. */
export function ImagesFound({ preview }: { readonly preview: ImagesPreview }) {
  const { train, test, height, width, classes } = preview;
  return (
    <>
      <p>
        <b>{t('own.images', { train, test, height, width, classes: classes.length })}</b>
      </p>
      <FirstImages {...preview} />
      <p className="note">{t('own.images.note')}</p>
      <ClassCounts
        classes={classes.map((samples, number) => ({ name: String(number), samples }))}
        samples={train + test}
      />
    </>
  );
}

function FirstImages({ first, height, width }: ImagesPreview) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const count = first.length / (height * width);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    for (let image = 0; image < count; image++) {
      const data = context.createImageData(width, height);
      for (let i = 0; i < height * width; i++) {
        data.data.fill(first[image * height * width + i] ?? 0, 4 * i, 4 * i + 3);
        data.data[4 * i + 3] = 255;
      }
      context.putImageData(data, image * (width + gap), 0);
    }
  }, [first, height, width, count]);
  return (
    <canvas
      ref={canvas}
      className="own-images"
      width={count * (width + gap) - gap}
      height={height}
      role="img"
      aria-label={t('own.images.first', { count })}
    />
  );
}
