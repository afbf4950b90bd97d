// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { NumberField } from '../../src/panels/NumberField.tsx';
import { Segmented } from '../../src/panels/Segmented.tsx';

afterEach(cleanup);

function setup(value = 10) {
  const onChange = vi.fn();
  const onReject = vi.fn();
  render(
    <NumberField
      label="Units"
      value={value}
      min={1}
      max={64}
      whole
      onChange={onChange}
      onReject={onReject}
    />,
  );
  return { input: screen.getByLabelText<HTMLInputElement>('Units'), onChange, onReject };
}

describe('a field for a number', () => {
  test('gives a value within its bounds while it is typed', () => {
    const { input, onChange } = setup();
    fireEvent.change(input, { target: { value: '12' } });
    expect(onChange).toHaveBeenCalledWith(12);
  });

  test('waits with a value outside its bounds until it is left', () => {
    const { input, onChange } = setup();
    fireEvent.change(input, { target: { value: '99' } });
    expect(onChange).not.toHaveBeenCalled();
    expect(input.value).toBe('99');
    fireEvent.blur(input);
    expect(onChange).toHaveBeenCalledWith(99);
  });

  test('hands back what is no number, and shows its value again', () => {
    const { input, onChange, onReject } = setup();
    fireEvent.change(input, { target: { value: 'ten' } });
    fireEvent.keyDown(input, { key: 'Enter' });
    expect(onReject).toHaveBeenCalledWith('ten');
    expect(onChange).not.toHaveBeenCalled();
    expect(input.value).toBe('10');
  });

  test('goes up and down with the arrow keys, within its bounds', () => {
    const { input, onChange } = setup(64);
    fireEvent.keyDown(input, { key: 'ArrowUp' });
    expect(onChange).toHaveBeenLastCalledWith(64);
    fireEvent.keyDown(input, { key: 'ArrowDown' });
    expect(onChange).toHaveBeenLastCalledWith(63);
  });

  test('writes small numbers plainly and reads them with an exponent', () => {
    const onChange = vi.fn();
    render(
      <NumberField
        label="Rate"
        value={1e-7}
        min={1e-7}
        max={10}
        onChange={onChange}
        onReject={() => undefined}
      />,
    );
    const input = screen.getByLabelText<HTMLInputElement>('Rate');
    expect(input.value).toBe('0.0000001');
    fireEvent.change(input, { target: { value: '3e-4' } });
    expect(onChange).toHaveBeenCalledWith(0.0003);
  });
});

test('a row of choices is a group of radio buttons with a name', () => {
  const onChange = vi.fn();
  render(
    <Segmented
      label="Output"
      choices={[
        { value: 'grid', text: 'grid' },
        { value: 'exact', text: 'exact' },
      ]}
      value="grid"
      onChange={onChange}
    />,
  );
  expect(screen.getByRole('group', { name: 'Output' })).toBeTruthy();
  fireEvent.click(screen.getByRole('radio', { name: 'exact' }));
  expect(onChange).toHaveBeenCalledWith('exact');
});
