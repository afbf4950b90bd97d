import { describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { train } from '../../src/cli/train.ts';
import { fromQueryStrict } from '../../src/share/link.ts';
import { ScalarKernel } from '../../src/core/network/scalar-kernel.ts';
import { fingerprintOfRepeats } from '../../src/core/experiment/fingerprint.ts';
import { claimOf, claimToQuery } from '../../src/share/result-link.ts';

async function call(...args: string[]) {
  const written = { output: '', error: '' };
  const code = await main(args, {
    output: (text) => (written.output += text),
    error: (text) => (written.error += text),
    isTerminal: false,
  });
  return { code, ...written };
}

const link = 'v=1&task=parity-4&net=3&epochs=30&every=1';
const trained = (query: string, repeat = 1) =>
  train(fromQueryStrict(query), (spec, samples) => new ScalarKernel(spec, samples), { repeat });

function verified(query: string): string {
  const experiment = fromQueryStrict(query);
  const runs = Array.from({ length: experiment.repeats }, (_, index) => trained(query, index + 1));
  const fingerprint = fingerprintOfRepeats(
    1,
    runs.map((run) => run.fingerprint),
  );
  const columns = runs.length === 1 ? runs[0]!.columns : null;
  return `${query}&${claimToQuery(claimOf(experiment, 1, fingerprint, columns))}`;
}

describe('infoplane run of a link that names its result', () => {
  test('says reproduced', async () => {
    const right = verified(link);
    const { code, output } = await call('run', `https://example.org/?${right}&at=3&say=look`);
    expect(code).toBe(0);
    expect(output).toMatch(/reproduced: the result is the one that the link names\n$/);
    const asJson = await call('run', right, '--json');
    expect(asJson.error).toBe('infoplane: reproduced: the result is the one that the link names\n');
    expect(() => void JSON.parse(asJson.output)).not.toThrow();
  });

  test('says where it parts, and fails', async () => {
    // As the first links are, without a check of their settings.
    const other = verified(link)
      .replace('&epochs=30', '&epochs=30&seed=2')
      .replace(/\.[0-9a-f]{4}-/, '-');
    expect(await call('run', other)).toMatchObject({
      code: 1,
      error: expect.stringMatching(
        /not reproduced: differs by epoch 1; or its settings were changed/,
      ) as string,
    });
    const end = verified(link).replace(/(result=1\.).{16}(\.....)-.*/, '$10000000000000000$2');
    const { fingerprint } = trained(link);
    expect(await call('run', end)).toMatchObject({
      code: 1,
      error: `infoplane: not reproduced: the link names 0000 0000 0000 0000, this is ${fingerprint}\n`,
    });
    const late = verified(link).replace(/(result=1\.).{16}/, '$10000000000000000');
    expect((await call('run', late)).error).toMatch(
      /agrees with the link's result up to epoch 2\d, differs by epoch 30\n/,
    );
    // Epochs 1 2 3 4 5 7 ...: the third and, with it, the end.
    const third = verified(link).replace(/(\.....-.{6}).../, '$1000');
    expect(await call('run', third)).toMatchObject({
      code: 1,
      error: expect.stringMatching(
        /^infoplane: the result at the end is the one .* epoch 3 is not of that run: the link was changed/,
      ) as string,
    });
    expect((await call('run', third.replace(/(result=1\.).{16}/, '$10000000000000000'))).error).toMatch(
      /not reproduced: the link names 0000 .* epoch 3 does not belong to its other epochs/,
    );
  });

  test('compares repeats together, and a part of them not at all', async () => {
    const three = verified(`${link}&repeats=3`);
    const { code, output } = await call('run', three);
    expect(code).toBe(0);
    expect(output).toContain('the result of the 3 repeats together is the one that the link names');
    expect(await call('run', three, '--repeats', '2')).toMatchObject({
      code: 2,
      error: expect.stringContaining('the link names the result of 3 repeats, not of 2') as string,
    });
    expect(await call('run', three, '--repeats', '1-2')).toMatchObject({
      code: 1,
      error: expect.stringContaining('there is none here') as string,
    });
  });

  test('refuses what it cannot read, and what was made with another arithmetic', async () => {
    expect(await call('run', `${link}&result=1.abc`)).toMatchObject({
      code: 2,
      error: expect.stringContaining('result: "1.abc" is no name of a result') as string,
    });
    expect(await call('run', `${verified(link)}&seed=2`)).toMatchObject({
      code: 2,
      error: expect.stringContaining('is the result of other settings than those beside it') as string,
    });
    for (const claim of ['result=2.0000000000000000', 'arithmetic=2']) {
      expect(await call('run', `${link}&${claim}`)).toMatchObject({
        code: 2,
        error: expect.stringContaining('version 2 of the arithmetic') as string,
      });
    }
  });
});
