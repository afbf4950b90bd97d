/** What is said aloud of a run, for who does not see it. Loaded behind what first moves. */
export const milestoneWords = {
  started: 'Training begins: {experiment}.',
  fitted: 'Epoch {epoch}: {said}',
  ended: 'The run has ended at epoch {epoch}. {said} Test accuracy: {accuracy}. Fingerprint {fingerprint}.',
  endedSeveral: 'All {count} repeats have ended. Shown: {said}',
  failed: 'Training has failed at epoch {epoch}.',
  stopped: 'Training was stopped at epoch {epoch}.',
} as const;
