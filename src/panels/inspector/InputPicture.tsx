import { isSet } from '../../core/tasks/icosahedron.ts';
import { seenEdges, seenVertices } from './icosahedronPicture.ts';

/** Half the side of the picture; the icosahedron has radius 1. */
const half = 1.24;

/** One input of the 12-bit task: the icosahedron whose filled vertices are its ones. */
export function Icosahedron({ sample }: { readonly sample: number }) {
  return (
    <svg className="icosahedron" viewBox={`${-half} ${-half} ${2 * half} ${2 * half}`} aria-hidden="true">
      {seenEdges.map(([i, j]) => {
        const [a, b] = [seenVertices[i], seenVertices[j]];
        if (!a || !b) return null;
        const behind = a.depth + b.depth < 0;
        return <line key={`${i} ${j}`} x1={a.x} y1={a.y} x2={b.x} y2={b.y} data-behind={behind} />;
      })}
      {seenVertices
        .map((vertex, i) => ({ ...vertex, i }))
        .sort((one, other) => one.depth - other.depth)
        .map(({ x, y, depth, i }) => (
          <circle key={i} cx={x} cy={y} r={0.155 + 0.05 * depth} data-set={isSet(sample, i)} />
        ))}
    </svg>
  );
}

interface StripProps {
  readonly sample: number;
  readonly inputs: number;
}

/** One input of a Boolean task: its bits, the first at the left. */
export function BitStrip({ sample, inputs }: StripProps) {
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
}
