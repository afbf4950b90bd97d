import { expect, test } from 'vitest';
import { lessonIn, lessonPlace, openLesson } from '../../src/store/lesson-place.ts';

function page(search: string) {
  const location = { search, hash: '' } as Location;
  const history = {
    replaceState: (_: unknown, __: string, url: string) => void (location.search = url),
  } as unknown as History;
  return { location, history };
}

test('the address says which lesson is open, and keeps all else as it stands there', () => {
  const here = page('?v=1&task=expr:x1*(x2%7C!x3)&lang=en');
  openLesson('reading', here);
  expect(here.location.search).toBe('?v=1&task=expr:x1*(x2%7C!x3)&lang=en&lesson=reading');
  expect(lessonIn(here.location.search)).toBe('reading');
  expect(lessonPlace.getState().open).toBe('reading');
  openLesson('', here);
  expect(lessonIn(here.location.search)).toBe('');
  openLesson(null, here);
  expect(here.location.search).toBe('?v=1&task=expr:x1*(x2%7C!x3)&lang=en');
  expect(lessonIn(here.location.search)).toBe(null);
});
