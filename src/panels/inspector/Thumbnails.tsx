import { m } from '../../i18n/inspector.ts';
import { reasonText } from '../../i18n/reasons.ts';
import { useEffect, useRef, useState } from 'react';
import type { Experiment } from '../../core/experiment/experiment.ts';
import { useStores } from '../../store/hooks.ts';
import { isOwn, shapeOf } from '../dataSets.ts';

/** Grey images one after another, (samples, pixels), or why there are none. */
type Images =
  { readonly of: string; readonly pixels: Uint8Array } | { readonly of: string; readonly detail: string };

/**
 * Pixels of a few images, read by the worker that holds them; null until they are there, a text if they cannot be.
 *
 * @param samples null: no images are wanted
 */
export function useImages(experiment: Experiment, samples: Int32Array | null): Uint8Array | string | null {
  const { measure } = useStores();
  const [images, setImages] = useState<Images | null>(null);
  const of = samples?.join() ?? '';
  useEffect(() => {
    if (of === '' || !measure) return;
    let gone = false;
    const wanted = Int32Array.from(of.split(','), Number);
    measure.images(experiment, wanted).then(
      (pixels) => {
        if (!gone) setImages({ of, pixels });
      },
      (error: unknown) => {
        if (!gone) setImages({ of, detail: String(error) });
      },
    );
    return () => void (gone = true);
  }, [measure, experiment, of]);
  if (images?.of !== of) return null;
  return 'pixels' in images ? images.pixels : m('imagesFailed', { detail: reasonText(images.detail) });
}

interface Props {
  readonly experiment: Experiment;
  readonly pixels: Uint8Array | null;
  /** Which of the images, 0 for the first. */
  readonly at: number;
}

/** One image in both themes alike: MNIST as ink on paper, images of the user's own as their files have them. */
export function Thumbnail({ experiment, pixels, at }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width = 1, height = 1 } = shapeOf(experiment).image ?? {};
  const isInk = !isOwn(experiment.task);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context || !pixels) return;
    const size = width * height;
    const image = context.createImageData(width, height);
    for (let pixel = 0; pixel < size; pixel++) {
      const grey = pixels[at * size + pixel] ?? 0;
      image.data.fill(isInk ? 255 - grey : grey, 4 * pixel, 4 * pixel + 3);
      image.data[4 * pixel + 3] = 255;
    }
    context.putImageData(image, 0, 0);
  }, [pixels, at, width, height, isInk]);
  return <canvas ref={canvas} className="thumbnail" width={width} height={height} aria-hidden="true" />;
}
