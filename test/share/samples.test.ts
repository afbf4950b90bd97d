import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FileProblem } from '../../src/share/json-field.ts';
import { previewOf } from '../../src/share/samples/preview.ts';
import { likelyClass, samplesOf } from '../../src/share/samples/read-samples.ts';
import { readTable } from '../../src/share/samples/table.ts';

const read = (text: string, column?: number) => {
  const table = readTable(text);
  return samplesOf(table, column ?? likelyClass(table));
};

describe('own samples as CSV', () => {
  test('have names, features, and a class in the last column', () => {
    const set = read('a,b,kind\n1,0.5,red\n2,-3e1,blue\n3,4,red\n');
    expect(set).toMatchObject({
      features: 2,
      classes: 2,
      featureNames: ['a', 'b'],
      classNames: ['blue', 'red'],
    });
    expect([...set.values]).toEqual([1, 0.5, 2, -30, 3, 4]);
    expect([...set.labels]).toEqual([1, 0, 1]);
  });

  test('may have no names, quotes, blank lines, a byte order mark, and Windows line ends', () => {
    const set = read('\uFEFF1,"2",x\r\n\r\n3,4,"y, z"\r\n');
    expect([...set.values]).toEqual([1, 2, 3, 4]);
    expect(set.classNames).toEqual(['x', 'y, z']);
    expect(set.featureNames).toEqual(['column 1', 'column 2']);
  });

  test('may be parted by semicolons or tabs, with decimal commas', () => {
    expect([...read('a;b;y\n1,5;2;0\n-0,25;3;1\n').values]).toEqual([1.5, 2, -0.25, 3]);
    expect([...read('1.5\t2\tp\n2.5\t3\tq\n').values]).toEqual([1.5, 2, 2.5, 3]);
  });

  test('have their class where its name says so, or where it is asked for', () => {
    expect(read('label,a\n7,1\n5,2\n').classNames).toEqual(['5', '7']);
    expect([...read('a,b\n1,0\n2,1\n3,1\n', 0).labels]).toEqual([0, 1, 2]);
  });

  test('number their classes as numbers if all are', () => {
    expect(read('1,10\n2,9\n3,100\n').classNames).toEqual(['9', '10', '100']);
    expect(read('1,10\n2,9\n3,b\n').classNames).toEqual(['10', '9', 'b']);
  });

  test('of any numbers are these numbers in float32', () => {
    const number = fc.double({ min: -1e30, max: 1e30, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(number, number, fc.boolean()), { minLength: 2, maxLength: 20 }),
        (rows) => {
          fc.pre(new Set(rows.map(([, , label]) => label)).size === 2);
          const set = read(`u,v,y\n${rows.map((row) => row.join(',')).join('\n')}`);
          expect([...set.values]).toEqual(rows.flatMap(([u, v]) => [Math.fround(u) + 0, Math.fround(v) + 0]));
        },
      ),
    );
  });

  test.each([
    ['no number', 'a,b,y\n1,2,0\n1,two,1', 'row 3, column 2 (b): "two" is no number'],
    [
      'an empty cell',
      'a,b,y\n1,2,0\n\n1,,1',
      'row 4, column 2 (b): is empty; a feature needs a number in every sample',
    ],
    ['no class', '1,2,0\n1,2,', 'row 2, column 3: the class is empty'],
    [
      'one name twice',
      'a,b,a,y\n1,2,3,0\n1,2,3,1',
      'row 1: columns 1 and 3 are both called "a"; give each a name of its own',
    ],
    ['too few columns', 'a,b,y\n1,2,0\n1,2', 'row 3: 2 columns in place of 3'],
    ['too many columns', '1,2,0\n1,2,3,4', 'row 2: 4 columns in place of 3'],
    ['one class', '1,2,0\n1,2,0', 'column 3: one class, where there can be 2 to 16'],
    [
      '17 classes',
      Array.from({ length: 17 }, (_, i) => `1,${i}`).join('\n'),
      'column 2: 17 classes, where there can be 2 to 16',
    ],
    ['beyond float32', '1e39,0\n1,1', 'row 1, column 1: 1e39 is beyond float32'],
    ['one sample', 'a,y\n1,2', 'it has one row or sample, and needs two samples at least'],
    ['names alone', 'a,y\n', 'it has one row or sample, and needs two samples at least'],
    ['an open quote', 'a,y\n1,"p\n2,q\n', 'row 2: a quotation mark is opened there and not closed'],
    ['bytes', 'a\u0000,y\n1,2\n3,4', 'it is no text: CSV or JSON is asked for'],
    ['one column', '1\n2', 'it has one column, and needs two at least: a feature and the class'],
    [
      '65 features',
      Array.from({ length: 2 }, (_, r) => `${'1,'.repeat(65)}${r}`).join('\n'),
      'it has 65 features, where there can be 64',
    ],
    ['nothing', '', 'it has nothing in it, and needs two samples at least'],
  ])('are refused: %s', (_, text, message) => {
    expect(() => read(text)).toThrow(new FileProblem(message));
  });
});

describe('own samples as JSON', () => {
  const expected = { features: 2, classNames: ['0', '1'] };
  test.each([
    ['objects', '[{"u":1,"v":2.5,"class":0},{"class":1,"u":3,"v":4}]'],
    ['lists', '[[1,2.5,0],[3,4,1]]'],
    ['inputs and labels', '{"inputs":[[1,2.5],[3,4]],"labels":[0,1]}'],
  ])('are %s', (_, text) => {
    const set = read(text);
    expect(set).toMatchObject(expected);
    expect([...set.values]).toEqual([1, 2.5, 3, 4]);
    expect([...set.labels]).toEqual([0, 1]);
  });

  test.each([
    ['a text', '[[1,"x",0],[2,3,1]]', 'sample 1, column 2: "x" is no number'],
    ['nothing', '[{"u":1,"y":0},{"u":null,"y":1}]', 'sample 2, u: should be a number or a text'],
    ['one is missing', '[{"u":1,"y":0},{"y":1}]', 'sample 2, u: should be a number or a text'],
    ['one too many', '[{"u":1,"y":0},{"u":1,"y":1,"z":2}]', 'sample 2: the first has no "z"'],
    ['another length', '[[1,0],[1,2,3]]', 'sample 2: 3 columns in place of 2'],
    ['labels missing', '{"inputs":[[1],[2]],"labels":[1]}', '"inputs" has 2 samples, "labels" 1'],
    ['no list', '{"a":1}', 'it should be a list of samples, or have the lists "inputs" and "labels"'],
  ])('are refused: %s', (_, text, message) => {
    expect(() => read(text)).toThrow(new FileProblem(message));
  });
});

describe('the preview of own samples', () => {
  const text = 'a,b,y\n1,0,p\n1,0,q\n2,1000,p\n2,1000,p\n3,1000,q\n';

  test('counts samples, classes, different inputs and those of several classes', () => {
    const preview = previewOf(read(text), false);
    expect(preview).toMatchObject({
      samples: 5,
      inputs: 3,
      mixed: 1,
      quantized: 2, // 2 and 3 lie in one of 256 steps of 0 ... 1000.
      inLink: true,
      classes: [
        { name: 'p', samples: 3 },
        { name: 'q', samples: 2 },
      ],
      features: [
        { name: 'a', low: 1, high: 3 },
        { name: 'b', low: 0, high: 1000 },
      ],
    });
    const h = (...p: number[]) => -p.reduce((sum, each) => sum + each * Math.log2(each), 0);
    expect(preview.limits.hx).toBeCloseTo(h(0.4, 0.4, 0.2), 12);
    expect(preview.limits.hy).toBeCloseTo(h(0.6, 0.4), 12);
    expect(preview.limits.ixy).toBeCloseTo(h(0.6, 0.4) - 0.4, 12);
  });

  test('counts inputs as they are scaled', () => {
    const scaled = previewOf(read(text), true);
    expect(scaled.quantized).toBe(3);
    expect(scaled.task).toMatch(/^scaled-5-2-2-/);
    expect(scaled.task.slice(6)).toBe(previewOf(read(text), false).task.slice(7));
  });
});
