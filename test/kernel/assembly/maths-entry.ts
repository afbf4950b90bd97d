import { erf4, exp4, log4, tanh4 } from '../../../src/kernel/assembly/maths';

/** Maps `count` (a multiple of four) float32 values, from address 0 on and in place; one function each. */

export function exp(count: i32): void {
  for (let p: usize = 0, end = <usize>count << 2; p < end; p += 16) v128.store(p, exp4(v128.load(p)));
}

export function log(count: i32): void {
  for (let p: usize = 0, end = <usize>count << 2; p < end; p += 16) v128.store(p, log4(v128.load(p)));
}

export function tanh(count: i32): void {
  for (let p: usize = 0, end = <usize>count << 2; p < end; p += 16) v128.store(p, tanh4(v128.load(p)));
}

export function erf(count: i32): void {
  for (let p: usize = 0, end = <usize>count << 2; p < end; p += 16) v128.store(p, erf4(v128.load(p)));
}
