import { useMemo } from 'react';
import { encode } from 'uqr';
import { t } from '../../i18n/share.ts';

/** Modules of white around it, so that cameras find it. */
const quietZone = 4;

/** The squares of a QR code; null if the text is too long for one. */
export function qrPath(text: string): { readonly size: number; readonly path: string } | null {
  try {
    const { size, data } = encode(text, { ecc: 'M', boostEcc: true, border: quietZone });
    const rows = data.flatMap((row, y) =>
      runsOf(row).map(([from, to]) => `M${from} ${y}h${to - from}v1h-${to - from}z`),
    );
    return { size, path: rows.join('') };
  } catch {
    return null;
  }
}

/** Where black modules stand in a row: from, up to. */
function runsOf(row: readonly boolean[]): readonly (readonly [number, number])[] {
  const starts = row.flatMap((black, x) => (black && !row[x - 1] ? [x] : []));
  return starts.map((from) => {
    const end = row.indexOf(false, from);
    return [from, end < 0 ? row.length : end];
  });
}

/** A text as a QR code, black on white in any theme, as cameras want it. */
export function QrCode({ text }: { readonly text: string }) {
  const code = useMemo(() => qrPath(text), [text]);
  if (!code) return <p className="note">{t('share.qrTooLong')}</p>;
  const { size, path } = code;
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={t('share.qrLabel')}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
