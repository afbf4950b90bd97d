// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { formatTask, isFault, squareNames } from '../../src/core/tasks/task-name.ts';
import { defaults } from '../../src/core/experiment/fields.ts';
import { BooleanForm } from '../../src/panels/BooleanForm.tsx';
import { countsOf, formOf, kinds, readForm } from '../../src/panels/booleanParts.ts';
import { choiceOf } from '../../src/panels/dataSets.ts';
import { taskText } from '../../src/panels/taskNames.ts';

afterEach(cleanup);

describe('the form of Boolean tasks', () => {
  test.each([
    'parity-5',
    'majority-16',
    'multiplexer-11',
    'symmetric-3-0110',
    'random-9-35-4294967295',
    'expr:x1&(x2|!x3)',
    'table-3-5e',
  ])('shows %s as it is', (task) => {
    const spec = readForm(formOf(task));
    expect(isFault(spec) ? spec : formatTask(spec)).toBe(task);
  });

  test('has a task for each kind before anything is typed', () => {
    const blank = formOf('mnist');
    for (const kind of kinds) expect(isFault(readForm({ ...blank, kind }))).toBe(false);
  });

  test('counts what is small, and does not hold up the page with what is large', () => {
    const long = `expr-16:${Array.from({ length: 40 }, (_, i) => `x${(i % 16) + 1}`).join('^')}`;
    const [small, wide, large] = ['majority-4', 'parity-16', long].map((name) => readForm(formOf(name)));
    expect(small && !isFault(small) && countsOf(small)).toMatchObject({ ones: 5 });
    expect(wide && !isFault(wide) && countsOf(wide)).toEqual({ ones: 32768, hy: 1 });
    expect(large && !isFault(large) && countsOf(large)).toBeNull();
  });

  test('says what is wrong beside the field, and gives nothing away until it is right', () => {
    const choose = vi.fn();
    render(<BooleanForm task="parity-4" onChoose={choose} />);
    const field = screen.getByRole('textbox', { name: 'Inputs' });
    fireEvent.change(field, { target: { value: '17' } });
    expect(screen.getByRole('status').textContent).toBe('Inputs are a whole number from 2 to 16.');
    expect(field.getAttribute('aria-describedby')).toBe(screen.getByRole('status').id);
    fireEvent.submit(field);
    expect(choose).not.toHaveBeenCalled();
    fireEvent.change(field, { target: { value: '3' } });
    fireEvent.submit(field);
    expect(choose).toHaveBeenCalledWith('parity-3');
  });

  test('says that a constant function has nothing to learn', () => {
    render(<BooleanForm task="expr:x1&!x1" onChoose={vi.fn()} />);
    expect(screen.getByRole('status').textContent).toContain('nothing to learn');
  });
});

describe('a task', () => {
  test('has a name in words', () => {
    expect(taskText('parity-4')).toBe('Parity of 4 bits');
    expect(taskText('gaussians')).toBe('Two Gaussians on the square');
    expect(taskText('expr:x1&(x2|!x3)')).toBe('x1 & (x2 | !x3)');
    expect(taskText(`expr:${Array.from({ length: 16 }, (_, i) => `x${i + 1}`).join('^')}`)).toMatch(
      /^.{40}…$/,
    );
    for (const name of squareNames) expect(taskText(name)).toMatch(/on the square$/);
  });

  test('brings the default network with it', () => {
    const { net, act, init, epochs, every } = defaults;
    expect(choiceOf('circle')).toEqual({ task: 'circle', net, act, init, epochs, every });
  });
});
