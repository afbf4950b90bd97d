/**
 * The same network without quantization in TensorFlow.js, wasm backend with SIMD, one thread. JavaScript with its types
 * beside it, since the types of TensorFlow.js are only there once the benchmark's own packages are.
 */
import { getThreadsCount, setThreadsCount } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { layers, sequential } from '@tensorflow/tfjs-layers';

export async function startTfjs({ widths, rate, batch, inputs, labels }) {
  setThreadsCount(1);
  await tf.setBackend('wasm');
  await tf.ready();
  const simd = await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT');
  if (tf.getBackend() !== 'wasm' || !simd || getThreadsCount() !== 1) {
    throw new Error('TensorFlow.js does not run on its wasm backend with SIMD and one thread.');
  }
  const samples = labels.length;
  const [features, ...units] = widths;
  const classes = units.at(-1);
  const x = tf.tensor2d(inputs, [samples, features]);
  const y = tf.cast(tf.oneHot(tf.tensor1d(labels, 'int32'), classes), 'float32');
  const crossEntropy = (wanted, logits) => tf.losses.softmaxCrossEntropy(wanted, logits);
  return {
    version: tf.version_core,
    simd,
    threads: getThreadsCount(),
    fit: fitting({ units, features, rate, batch, x, y, crossEntropy }),
    loop: looping({ units, features, rate, batch, samples, x, y, crossEntropy }),
  };
}

/** `model.fit`, set up as fast as it gets: loss from logits, no metrics, no callbacks, no pauses for a page. */
function fitting({ units, features, rate, batch, x, y, crossEntropy }) {
  const model = sequential();
  for (const [index, count] of units.entries()) {
    const isLast = index === units.length - 1;
    const inputShape = index === 0 ? [features] : undefined;
    model.add(layers.dense({ units: count, activation: isLast ? 'linear' : 'tanh', inputShape }));
  }
  model.compile({ optimizer: tf.train.adam(rate), loss: crossEntropy });
  const settings = { batchSize: batch, epochs: 1, shuffle: true, verbose: 0, yieldEvery: 'never' };
  return async (epochs) => {
    let loss = NaN;
    for (let epoch = 0; epoch < epochs; epoch++) {
      const { history } = await model.fit(x, y, settings);
      loss = history.loss[0];
    }
    return loss;
  };
}

/** An optimizer and nothing else: one shuffle and gather an epoch, slices as batches, one value read at its end. */
function looping({ units, features, rate, batch, samples, x, y, crossEntropy }) {
  let inputsOfLayer = features;
  const dense = units.map((count) => {
    const limit = Math.sqrt(6 / (inputsOfLayer + count));
    const kernel = tf.variable(tf.randomUniform([inputsOfLayer, count], -limit, limit));
    inputsOfLayer = count;
    return { kernel, bias: tf.variable(tf.zeros([count])) };
  });
  const variables = dense.flatMap(({ kernel, bias }) => [kernel, bias]);
  const optimizer = tf.train.adam(rate);
  const order = Int32Array.from({ length: samples }, (_, s) => s);
  const logits = (from) =>
    dense.reduce((input, { kernel, bias }, index) => {
      const z = tf.add(tf.matMul(input, kernel), bias);
      return index === dense.length - 1 ? z : tf.tanh(z);
    }, from);
  const epoch = () =>
    tf.tidy(() => {
      tf.util.shuffle(order);
      const indices = tf.tensor1d(order, 'int32');
      const xs = tf.gather(x, indices);
      const ys = tf.gather(y, indices);
      let loss;
      for (let from = 0; from < samples; from += batch) {
        loss?.dispose();
        const n = Math.min(batch, samples - from);
        loss = tf.tidy(() => {
          const input = tf.slice(xs, [from, 0], [n, features]);
          const wanted = tf.slice(ys, [from, 0], [n, units.at(-1)]);
          return optimizer.minimize(() => crossEntropy(wanted, logits(input)), true, variables);
        });
      }
      return loss.dataSync()[0];
    });
  return (epochs) => {
    let loss = NaN;
    for (let each = 0; each < epochs; each++) loss = epoch();
    return loss;
  };
}
