/** Activations on a row: the fast form of core/network/activations.ts, same order of operations. */
import { erf4, exp4, log4, tanh4 } from './maths';

const TANH: i32 = 0;
const RELU: i32 = 1;
const RELU6: i32 = 2;
const LEAKY_RELU: i32 = 3;
const ELU: i32 = 4;
const SIGMOID: i32 = 5;
const SOFTSIGN: i32 = 6;
const SOFTPLUS: i32 = 7;
const HARD_TANH: i32 = 8;
const GELU: i32 = 9;
const SILU: i32 = 10;
const LINEAR: i32 = 11;

@inline
function sigmoid4(z: v128): v128 {
  const one = f32x4.splat(1);
  return f32x4.div(one, f32x4.add(one, exp4(f32x4.neg(z))));
}

/** The standard normal distribution function. */
@inline
function normal4(z: v128): v128 {
  const erf = erf4(f32x4.mul(z, f32x4.splat(0.7071067811865476)));
  return f32x4.mul(f32x4.add(f32x4.splat(1), erf), f32x4.splat(0.5));
}

/** `kind` is a constant wherever this is inlined, so only its own branch is left. */
@inline
function value(kind: i32, z: v128): v128 {
  const zero = f32x4.splat(0);
  const one = f32x4.splat(1);
  if (kind == TANH) return tanh4(z);
  if (kind == RELU) return f32x4.pmax(z, zero);
  if (kind == RELU6) return f32x4.pmin(f32x4.pmax(z, zero), f32x4.splat(6));
  if (kind == LEAKY_RELU) return v128.bitselect(f32x4.mul(z, f32x4.splat(0.2)), z, f32x4.lt(z, zero));
  if (kind == ELU) return v128.bitselect(z, f32x4.sub(exp4(z), one), f32x4.gt(z, zero));
  if (kind == SIGMOID) return sigmoid4(z);
  if (kind == SOFTSIGN) return f32x4.div(z, f32x4.add(one, f32x4.abs(z)));
  if (kind == SOFTPLUS) {
    return f32x4.add(f32x4.pmax(z, zero), log4(f32x4.add(one, exp4(f32x4.neg(f32x4.abs(z))))));
  }
  if (kind == HARD_TANH) return f32x4.pmin(f32x4.pmax(z, f32x4.splat(-1)), one);
  if (kind == GELU) return f32x4.mul(z, normal4(z));
  if (kind == SILU) return f32x4.mul(z, sigmoid4(z));
  return z;
}

@inline
function derivative(kind: i32, z: v128, a: v128): v128 {
  const zero = f32x4.splat(0);
  const one = f32x4.splat(1);
  if (kind == TANH) return f32x4.sub(one, f32x4.mul(a, a));
  if (kind == RELU) return v128.and(f32x4.gt(z, zero), one);
  if (kind == RELU6) return v128.and(v128.and(f32x4.gt(z, zero), f32x4.lt(z, f32x4.splat(6))), one);
  if (kind == LEAKY_RELU) return v128.bitselect(one, f32x4.splat(0.2), f32x4.gt(z, zero));
  if (kind == ELU) return v128.bitselect(one, f32x4.add(a, one), f32x4.gt(z, zero));
  if (kind == SIGMOID) return f32x4.mul(a, f32x4.sub(one, a));
  if (kind == SOFTSIGN) {
    const r = f32x4.div(one, f32x4.add(one, f32x4.abs(z)));
    return f32x4.mul(r, r);
  }
  if (kind == SOFTPLUS) return sigmoid4(z);
  if (kind == HARD_TANH) return v128.and(v128.and(f32x4.gt(z, f32x4.splat(-1)), f32x4.lt(z, one)), one);
  if (kind == GELU) {
    const density = f32x4.mul(
      f32x4.splat(0.3989422804014327),
      exp4(f32x4.mul(f32x4.mul(z, z), f32x4.splat(-0.5))),
    );
    return f32x4.add(normal4(z), f32x4.mul(z, density));
  }
  if (kind == SILU) {
    const s = sigmoid4(z);
    return f32x4.mul(s, f32x4.add(one, f32x4.mul(z, f32x4.sub(one, s))));
  }
  return one;
}

/** Four vectors a turn share the constants, which an engine may make anew in every turn. */
@inline
function row(kind: i32, a: usize, d: usize, bytes: usize, extremes: usize): void {
  let smallest = f32x4.splat(f32.MAX_VALUE + f32.MAX_VALUE);
  let largest = f32x4.neg(smallest);
  for (let at: usize = 0; at < bytes; at += 64) {
    const z0 = v128.load(a + at), v0 = value(kind, z0);
    const z1 = v128.load(a + at, 16), v1 = value(kind, z1);
    const z2 = v128.load(a + at, 32), v2 = value(kind, z2);
    const z3 = v128.load(a + at, 48), v3 = value(kind, z3);
    if (d) {
      v128.store(d + at, derivative(kind, z0, v0));
      v128.store(d + at, derivative(kind, z1, v1), 16);
      v128.store(d + at, derivative(kind, z2, v2), 32);
      v128.store(d + at, derivative(kind, z3, v3), 48);
    }
    smallest = f32x4.pmin(smallest, f32x4.pmin(f32x4.pmin(v0, v1), f32x4.pmin(v2, v3)));
    largest = f32x4.pmax(largest, f32x4.pmax(f32x4.pmax(v0, v1), f32x4.pmax(v2, v3)));
    v128.store(a + at, v0);
    v128.store(a + at, v1, 16);
    v128.store(a + at, v2, 32);
    v128.store(a + at, v3, 48);
  }
  v128.store(extremes, smallest);
  v128.store(extremes, largest, 16);
}

// A function each, so that its loop has one activation's code and no choice among all of them.
function tanhRow(a: usize, d: usize, bytes: usize, extremes: usize): void { row(TANH, a, d, bytes, extremes); }
function reluRow(a: usize, d: usize, bytes: usize, extremes: usize): void { row(RELU, a, d, bytes, extremes); }
function relu6Row(a: usize, d: usize, bytes: usize, extremes: usize): void { row(RELU6, a, d, bytes, extremes); }
function leakyReluRow(a: usize, d: usize, bytes: usize, extremes: usize): void { row(LEAKY_RELU, a, d, bytes, extremes); }
function eluRow(a: usize, d: usize, bytes: usize, extremes: usize): void { row(ELU, a, d, bytes, extremes); }
function sigmoidRow(a: usize, d: usize, bytes: usize, extremes: usize): void { row(SIGMOID, a, d, bytes, extremes); }
function softsignRow(a: usize, d: usize, bytes: usize, extremes: usize): void { row(SOFTSIGN, a, d, bytes, extremes); }
function softplusRow(a: usize, d: usize, bytes: usize, extremes: usize): void { row(SOFTPLUS, a, d, bytes, extremes); }
function hardTanhRow(a: usize, d: usize, bytes: usize, extremes: usize): void { row(HARD_TANH, a, d, bytes, extremes); }
function geluRow(a: usize, d: usize, bytes: usize, extremes: usize): void { row(GELU, a, d, bytes, extremes); }
function siluRow(a: usize, d: usize, bytes: usize, extremes: usize): void { row(SILU, a, d, bytes, extremes); }
function linearRow(a: usize, d: usize, bytes: usize, extremes: usize): void { row(LINEAR, a, d, bytes, extremes); }

/** Row a holds z, then the activation; d the derivative, if it is not null; two v128 take the row's extremes. */
export function activateRow(kind: i32, a: usize, d: usize, bytes: usize, extremes: usize): void {
  switch (kind) {
    case TANH: return tanhRow(a, d, bytes, extremes);
    case RELU: return reluRow(a, d, bytes, extremes);
    case RELU6: return relu6Row(a, d, bytes, extremes);
    case LEAKY_RELU: return leakyReluRow(a, d, bytes, extremes);
    case ELU: return eluRow(a, d, bytes, extremes);
    case SIGMOID: return sigmoidRow(a, d, bytes, extremes);
    case SOFTSIGN: return softsignRow(a, d, bytes, extremes);
    case SOFTPLUS: return softplusRow(a, d, bytes, extremes);
    case HARD_TANH: return hardTanhRow(a, d, bytes, extremes);
    case GELU: return geluRow(a, d, bytes, extremes);
    case SILU: return siluRow(a, d, bytes, extremes);
    default: return linearRow(a, d, bytes, extremes);
  }
}
