import { createStore } from 'zustand/vanilla';

/** The lesson that an address names: empty for the list of them, null for none. */
export function lessonIn(query: string): string | null {
  return new URLSearchParams(query).get('lesson');
}

/** Which lesson is open, in the same terms; from the beginning the one that the page's address names. */
export const lessonPlace = createStore<{ readonly open: string | null }>(() => ({
  open: typeof location === 'undefined' ? null : lessonIn(location.search),
}));

/** Opens a lesson, or closes them, and says so in the address. */
export function openLesson(open: string | null, page: Pick<Window, 'history' | 'location'> = window): void {
  lessonPlace.setState({ open });
  const rest = page.location.search
    .slice(1)
    .split('&')
    .filter((piece) => piece !== '' && piece.split('=', 1)[0] !== 'lesson');
  if (open !== null) rest.push(open === '' ? 'lesson' : `lesson=${encodeURIComponent(open)}`);
  page.history.replaceState(null, '', `?${rest.join('&')}${page.location.hash}`);
}
