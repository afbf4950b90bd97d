import { m } from '../../i18n/inspector.ts';
import { useEffect, useRef } from 'react';
import { SIDE } from '../../core/tasks/square.ts';
import { channels, palettes } from '../../plots/colours.ts';
import { classColour } from '../../plots/scene/scatter.ts';
import { useTheme } from '../../store/theme.ts';

/** How much of a class's colour is in points that do not share the code. */
const faint = 0.22;

interface Props {
  /** Class of each point. */
  readonly labels: Uint8Array;
  /** The points to mark, ascending. */
  readonly samples: Int32Array;
}

/** The square with the points of one code in the full colour of their class, all others faint. */
export function SquarePoints({ labels, samples }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useTheme();
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const palette = palettes[theme];
    const ground = channels(palette.panel);
    const colours = [0, 1].map((label) => channels(classColour(label, 2, palette)));
    const marked = new Uint8Array(SIDE * SIDE);
    for (const sample of samples) marked[sample] = 1;
    const image = context.createImageData(SIDE, SIDE);
    for (const [r, label] of labels.entries()) {
      const part = marked[r] ? 1 : faint;
      for (let channel = 0; channel < 3; channel++) {
        const from = ground[channel] ?? 0;
        image.data[4 * r + channel] = from + part * ((colours[label]?.[channel] ?? 0) - from);
      }
      image.data[4 * r + 3] = 255;
    }
    context.putImageData(image, 0, 0);
  }, [labels, samples, theme]);
  return (
    <canvas
      ref={canvas}
      className="square-points"
      width={SIDE}
      height={SIDE}
      role="img"
      aria-label={m('points')}
    />
  );
}
