/** The mean of curves of one length, point by point. */
export function meanCurve(curves: readonly ArrayLike<number>[]): Float64Array {
  const result = new Float64Array(curves[0]?.length ?? 0);
  for (const curve of curves) {
    if (curve.length !== result.length) {
      throw new RangeError(`meanCurve: curves of ${result.length} and of ${curve.length} points`);
    }
    for (let i = 0; i < result.length; i++) result[i]! += curve[i]!;
  }
  return result.map((sum) => sum / curves.length);
}
