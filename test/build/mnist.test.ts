import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { mnistAsset } from '../../build/mnist.ts';
import { readMnistFiles } from '../../src/cli/mnist-files.ts';
import { unpackImages } from '../../src/core/tasks/packed-images.ts';

const asset = await mnistAsset();
const bytes = readFileSync(asset.file);

describe('the asset of MNIST', () => {
  test('has the length and the SHA-256 that are built into the page', () => {
    expect(bytes.length).toBe(asset.length);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(asset.sha256);
  });

  test('holds every pixel and every label of the idx files', () => {
    const files = readMnistFiles();
    const held = unpackImages(gunzipSync(bytes));
    expect(Buffer.compare(held.pixels, files.pixels)).toBe(0);
    expect(Buffer.compare(held.labels, files.labels)).toBe(0);
    expect(held.trainSamples).toBe(60_000);
  });

  test('is about 10 MB, as the page says', () => {
    expect(Math.round(asset.length / 1e6)).toBe(10);
  });

  test('is made once and then kept', async () => {
    const begun = performance.now();
    expect(await mnistAsset()).toEqual(asset);
    expect(performance.now() - begun).toBeLessThan(1000);
  });
});
