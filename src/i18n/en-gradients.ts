/** Words of the charts of gradients and weights. */
export const gradientWords = {
  gradient: 'Gradient of {layer} over an epoch’s batches',
  gradientRelative: 'Gradient of {layer} over an epoch’s batches, by its weight norm',
  mean: 'mean',
  deviation: 'sd',
  snr: 'Signal to noise: mean by deviation',
  norm: 'Weight norm by epoch',
  relative: 'Divide by the weight norm',
  note: 'Mean and standard deviation of a layer’s gradients over the batches of an epoch, as norms over its weights without biases (Saxe et al. 2018; Shwartz-Ziv & Tishby 2017, who divide both by the weight norm). Penalties are left out. Whether and where drift turns into diffusion is left to your eyes: nothing is concluded here.',
  oneBatch:
    'An epoch is one batch here, so its gradient has no deviation, and there is no ratio of signal to noise.',
  notThere: 'Gradients and weights were not recorded: the file is older than that.',
  caption: 'Gradient of {layer}, {shown} of {all} measurements',
  meanColumn: 'Mean gradient',
  deviationColumn: 'Standard deviation',
  snrColumn: 'Ratio',
  relativeColumn: 'Mean by weight norm',
  relativeDeviationColumn: 'Deviation by weight norm',
  ratios: 'Signal to noise of each layer, {shown} of {all} measurements',
  norms: 'Weight norm of each layer, {shown} of {all} measurements',
  meanOf: '{caption}; mean of {repeats} repeats',
  none: '–',
} as const;
