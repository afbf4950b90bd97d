import { ChevronLeft, ChevronRight } from 'lucide-react';
import { m } from '../../i18n/inspector.ts';

interface Props {
  /** What is paged, for the names of the buttons. */
  readonly what: string;
  /** Number of the page, 0 for the first. */
  readonly page: number;
  readonly perPage: number;
  readonly all: number;
  readonly onPage: (page: number) => void;
}

/** Goes through a long list; nothing where all of it fits on one page. */
export function Pager({ what, page, perPage, all, onPage }: Props) {
  if (all <= perPage) return null;
  const last = Math.ceil(all / perPage) - 1;
  return (
    <div className="pager">
      <button
        type="button"
        className="icon quiet"
        aria-label={m('earlier', { what })}
        aria-disabled={page === 0}
        onClick={() => onPage(Math.max(0, page - 1))}
      >
        <ChevronLeft aria-hidden="true" />
      </button>
      <span>{m('page', { from: page * perPage + 1, to: Math.min(all, (page + 1) * perPage), all })}</span>
      <button
        type="button"
        className="icon quiet"
        aria-label={m('later', { what })}
        aria-disabled={page === last}
        onClick={() => onPage(Math.min(last, page + 1))}
      >
        <ChevronRight aria-hidden="true" />
      </button>
    </div>
  );
}

/** The page to show of a list that may have become shorter. */
export const pageWithin = (page: number, perPage: number, all: number): number =>
  Math.max(0, Math.min(page, Math.ceil(all / perPage) - 1));
