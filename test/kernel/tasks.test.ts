import { describe, expect, test } from 'vitest';
import { train } from '../../src/cli/train.ts';
import { ScalarKernel } from '../../src/core/network/scalar-kernel.ts';
import { loadKernel } from '../../src/kernel/load-node.ts';
import { WasmKernel } from '../../src/kernel/wasm-kernel.ts';
import { fromQueryStrict } from '../../src/share/link.ts';

const module = loadKernel();

describe('both kernels give the same bits, and no invariant fails', () => {
  test.each([
    // As few samples as there can be, and those of one class.
    'task=parity-2&epochs=40&every=log',
    'task=parity-2&epochs=20&test=75&act=relu&batch=1',
    'task=expr:x1*!x1&epochs=20&every=log&act=relu',
    'task=table-2-1&epochs=20&bits=float',
    'task=random-3-90-5&epochs=20&every=log&bits=3&start=data',
    'task=multiplexer-6&epochs=20&every=log&net=6-3',
    // More samples than are measured at once.
    'task=majority-13&epochs=2&net=5-3',
    // Inputs that are neither 0 nor 1.
    'task=gaussians&epochs=5&act=relu&net=6-4-3',
    'task=spiral&epochs=4&bits=float&batch=full&net=8-2',
    'task=checkerboard&epochs=4&bits=4',
  ])('%s', (query) => {
    const experiment = fromQueryStrict(query);
    const fast = train(experiment, (spec, samples) => new WasmKernel(module, spec, samples));
    const slow = train(experiment, (spec, samples) => new ScalarKernel(spec, samples));
    expect(fast.failure).toBeNull();
    expect(fast.violations).toEqual([]);
    expect(fast.fingerprint).toBe(slow.fingerprint);
  });
});
