import { useEffect, useRef } from 'react';
import { SIDE, squareLabels } from '../core/tasks/square.ts';
import type { SquareName } from '../core/tasks/task-name.ts';
import { palettes } from '../plots/colours.ts';
import { classColour } from '../plots/scene/scatter.ts';
import { useTheme } from '../store/theme.ts';

/** The labels of a task on the square, a pixel a point, in the colours that classes have elsewhere. */
export function SquarePicture({ name }: { readonly name: SquareName }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useTheme();
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    for (const [r, label] of squareLabels(name).entries()) {
      context.fillStyle = classColour(label, 2, palettes[theme]);
      context.fillRect(r % SIDE, Math.floor(r / SIDE), 1, 1);
    }
  }, [name, theme]);
  return <canvas ref={canvas} width={SIDE} height={SIDE} aria-hidden="true" />;
}
