import { memo } from 'react';
import { isSet } from '../../core/tasks/icosahedron.ts';
import { seenEdges, seenVertices } from './icosahedronPicture.ts';

/** Half the side of the picture; the icosahedron has radius 1. */
const half = 1.24;

/** The edges in front, or those behind, as one path. */
function edgesPath(behind: boolean): string {
  return seenEdges
    .flatMap(([i, j]) => {
      const [a, b] = [seenVertices[i], seenVertices[j]];
      if (!a || !b || a.depth + b.depth < 0 !== behind) return [];
      return [`M${a.x.toFixed(3)} ${a.y.toFixed(3)}L${b.x.toFixed(3)} ${b.y.toFixed(3)}`];
    })
    .join('');
}

const [far, near] = [edgesPath(true), edgesPath(false)];
const fromBehind = seenVertices
  .map((vertex, i) => ({ ...vertex, i }))
  .sort((one, other) => one.depth - other.depth);

/** One input of the 12-bit task: the icosahedron whose filled vertices are its ones. */
export const Icosahedron = memo(function Icosahedron({ sample }: { readonly sample: number }) {
  return (
    <svg className="icosahedron" viewBox={`${-half} ${-half} ${2 * half} ${2 * half}`} aria-hidden="true">
      <path d={far} data-behind />
      <path d={near} />
      {fromBehind.map(({ x, y, depth, i }) => (
        <circle key={i} cx={x} cy={y} r={0.155 + 0.05 * depth} data-set={isSet(sample, i)} />
      ))}
    </svg>
  );
});

interface StripProps {
  readonly sample: number;
  readonly inputs: number;
}

/** One input of a Boolean task: its bits, the first at the left. */
export const BitStrip = memo(function BitStrip({ sample, inputs }: StripProps) {
  return (
    <svg
      className="bit-strip"
      viewBox={`0 0 ${inputs * 10} 10`}
      style={{ width: `${inputs * 10}px` }}
      aria-hidden="true"
    >
      {Array.from({ length: inputs }, (_, i) => (
        <rect
          key={i}
          x={10 * i + 1}
          y={1}
          width={8}
          height={8}
          data-set={((sample >> (inputs - 1 - i)) & 1) === 1}
        />
      ))}
    </svg>
  );
});
