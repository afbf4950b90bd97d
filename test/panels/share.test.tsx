// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Copied } from '../../src/panels/share/Copied.tsx';
import { qrPath } from '../../src/panels/share/QrCode.tsx';
import { viewText } from '../../src/panels/share/viewText.ts';
import { noView } from '../../src/share/view-link.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** The page with a clipboard that takes what it is given, or takes nothing. */
function withClipboard(writeText: (text: string) => Promise<void>): HTMLInputElement {
  vi.stubGlobal('navigator', { clipboard: { writeText } });
  render(<Copied label="Link" action="Copy link" text="https://host.example/?v=1" />);
  return screen.getByLabelText('Link');
}

describe('a text to be copied', () => {
  test('is copied by its button, which says so', async () => {
    const taken: string[] = [];
    withClipboard((text) => {
      taken.push(text);
      return Promise.resolve();
    });
    fireEvent.click(screen.getByRole('button', { name: 'Copy link' }));
    expect((await screen.findByText('Copied.')).getAttribute('role')).toBe('status');
    expect(taken).toEqual(['https://host.example/?v=1']);
  });

  test('is selected where copying is blocked, and the page says what to do', async () => {
    const field = withClipboard(() => Promise.reject(new Error('not allowed')));
    fireEvent.click(screen.getByRole('button', { name: 'Copy link' }));
    await screen.findByText(/Copying is blocked here/);
    expect(document.activeElement).toBe(field);
    expect([field.selectionStart, field.selectionEnd]).toEqual([0, field.value.length]);
  });

  test('is selected too where there is no clipboard at all, as without https', async () => {
    vi.stubGlobal('navigator', {});
    render(<Copied label="Link" action="Copy link" text="http://host.example/" />);
    fireEvent.click(screen.getByRole('button', { name: 'Copy link' }));
    await screen.findByText(/Copying is blocked here/);
  });
});

describe('a QR code', () => {
  /** Black modules of a path. */
  function modulesOf({ size, path }: { readonly size: number; readonly path: string }): boolean[][] {
    const rows = Array.from({ length: size }, () => new Array<boolean>(size).fill(false));
    for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
      rows[Number(y)]?.fill(true, Number(x), Number(x) + Number(width));
    }
    return rows;
  }

  test('has its three finder patterns, inside four modules of white', () => {
    const code = qrPath('https://host.example/?v=1&act=relu');
    if (!code) throw new Error('no code');
    const rows = modulesOf(code);
    const { size } = code;
    expect((size - 8 - 17) % 4).toBe(0);
    for (const [top, left] of [
      [4, 4],
      [4, size - 11],
      [size - 11, 4],
    ] as const) {
      const pattern = rows.slice(top, top + 7).map((row) =>
        row
          .slice(left, left + 7)
          .map((black) => (black ? '#' : '.'))
          .join(''),
      );
      expect(pattern).toEqual(['#######', '#.....#', '#.###.#', '#.###.#', '#.###.#', '#.....#', '#######']);
    }
    const edge = [
      ...rows.slice(0, 4),
      ...rows.slice(-4),
      ...rows.map((row) => [...row.slice(0, 4), ...row.slice(-4)]),
    ];
    expect(edge.flat().some((black) => black)).toBe(false);
  });

  test('there is none for a text that is too long', () => {
    expect(qrPath('x'.repeat(2000))).not.toBeNull();
    expect(qrPath('x'.repeat(3000))).toBeNull();
  });
});

test('a view is told in few words before it is shared', () => {
  expect(viewText(noView)).toBe('Nothing is chosen in the view yet.');
  const view = {
    ...noView,
    at: 1791,
    ruler: 'width-0.07',
    layer: 3,
    zoom: { ixt: [0, 1], ity: [0, 1] },
  } as const;
  expect(viewText(view)).toBe(
    'It opens with epoch 1,791, the ruler “width 0.07”, T3 picked, the plane zoomed.',
  );
  expect(viewText({ ...noView, ruler: 'uniform-30-layer-null' })).toBe(
    'It opens with the ruler “30 bins, layer”, the band by chance.',
  );
});
