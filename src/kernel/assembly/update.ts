/** Optimizers on the flat arrays of parameters, padded to four: core/network/optimizers.ts. */

export function adam(parameters: usize, gradients: usize, moment1: usize, moment2: usize, bytes: usize, a: f32): void {
  // In double first, as the definition has it: in float32 the difference is another number.
  const rate1 = f32x4.splat(<f32>(<f64>1 - <f64>0.9));
  const rate2 = f32x4.splat(<f32>(<f64>1 - <f64>0.999));
  const epsilon = f32x4.splat(1e-7);
  const step = f32x4.splat(a);
  for (let at: usize = 0; at < bytes; at += 16) {
    const g = v128.load(gradients + at);
    const m0 = v128.load(moment1 + at);
    const v0 = v128.load(moment2 + at);
    const m = f32x4.add(m0, f32x4.mul(f32x4.sub(g, m0), rate1));
    const v = f32x4.add(v0, f32x4.mul(f32x4.sub(f32x4.mul(g, g), v0), rate2));
    v128.store(moment1 + at, m);
    v128.store(moment2 + at, v);
    const change = f32x4.div(f32x4.mul(m, step), f32x4.add(f32x4.sqrt(v), epsilon));
    v128.store(parameters + at, f32x4.sub(v128.load(parameters + at), change));
  }
}

export function descend(parameters: usize, gradients: usize, bytes: usize, a: f32): void {
  const step = f32x4.splat(a);
  for (let at: usize = 0; at < bytes; at += 16) {
    const change = f32x4.mul(step, v128.load(gradients + at));
    v128.store(parameters + at, f32x4.sub(v128.load(parameters + at), change));
  }
}

export function descendWithMomentum(
  parameters: usize, gradients: usize, velocity: usize, bytes: usize, a: f32, momentum: f32,
): void {
  const step = f32x4.splat(a);
  const keep = f32x4.splat(momentum);
  for (let at: usize = 0; at < bytes; at += 16) {
    const change = f32x4.mul(step, v128.load(gradients + at));
    const v = f32x4.sub(f32x4.mul(keep, v128.load(velocity + at)), change);
    v128.store(velocity + at, v);
    v128.store(parameters + at, f32x4.add(v128.load(parameters + at), v));
  }
}
