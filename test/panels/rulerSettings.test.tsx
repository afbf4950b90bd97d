// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { RulerSettings } from '../../src/panels/RulerSettings.tsx';
import { StoresContext, type Stores } from '../../src/store/hooks.ts';
import { createViewStore } from '../../src/store/view.ts';

afterEach(cleanup);

/** The settings of a ruler; they need the view alone. */
function setup(ruler: string) {
  const view = createViewStore({ rulers: [ruler] });
  const stores = { session: { view } } as unknown as Stores;
  render(
    <StoresContext value={stores}>
      <RulerSettings />
    </StoresContext>,
  );
  const type = (label: string, text: string): void => {
    const field = screen.getByRole('textbox', { name: label });
    fireEvent.change(field, { target: { value: text } });
    fireEvent.blur(field);
  };
  const said = (): string => screen.getByRole('status').textContent;
  return { type, said, ruler: () => view.getState().rulers[0] };
}

describe('a number of a ruler that cannot be used as it was typed', () => {
  test('is put right, and the field says what it is now', () => {
    const { type, said, ruler } = setup('uniform-30-layer');
    type('Bins', '4097');
    expect(said()).toBe('Bins: “4097” is outside 2 to 4096. It is 4096 now.');
    expect(ruler()).toBe('uniform-4096-layer');
    type('Bins', '1');
    expect(said()).toBe('Bins: “1” is outside 2 to 4096. It is 2 now.');
    type('Bins', '7.6');
    expect(said()).toBe('Bins: “7.6” is no whole number. It is 8 now.');
    type('Bins', 'abc');
    expect(said()).toBe('Bins: “abc” is no number. It stays 8.');
    type('Bins', '40');
    expect(said()).toBe('');
    expect(ruler()).toBe('uniform-40-layer');
  });

  test('that is beyond the other end takes it along, which is said', () => {
    const { type, said, ruler } = setup('uniform-30--1..1');
    type('From', '5');
    expect(said()).toBe('To is 6 now, so that it lies above From.');
    expect(ruler()).toBe('uniform-30-5..6');
    type('To', '3');
    expect(said()).toBe('From is 2 now, so that it lies below To.');
    expect(ruler()).toBe('uniform-30-2..3');
  });
});
