/** Runs `draw` once in the next animation frame, however often it is asked to. */
export interface Ticker {
  request(): void;
  cancel(): void;
}

export function frameTicker(draw: () => void): Ticker {
  let pending = 0;
  return {
    request() {
      pending ||= requestAnimationFrame(() => {
        pending = 0;
        draw();
      });
    },
    cancel() {
      cancelAnimationFrame(pending);
      pending = 0;
    },
  };
}
