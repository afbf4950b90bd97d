/** Stops of the slider over the number of bins, evenly in the logarithm; any other number can be typed. */
export const binStops = [
  2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 20, 24, 30, 36, 44, 52, 64, 80, 100, 128, 160, 200, 256, 320, 400, 512,
  640, 800, 1024, 1300, 1600, 2048, 2600, 3200, 4096,
] as const;

/** Index of the stop nearest to a number of bins. */
export function nearestStop(bins: number): number {
  return binStops.reduce(
    (best, stop, index) => (Math.abs(stop - bins) < Math.abs((binStops[best] ?? 0) - bins) ? index : best),
    0,
  );
}
