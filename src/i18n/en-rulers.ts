/** Words of the rulers that are laid over a run. */
export const rulerWords = {
  'ruler.title': 'Ruler',
  'ruler.kind.counted': 'counted exactly',
  'ruler.kind.uniform': 'bins of equal width',
  'ruler.kind.adaptive': 'bins of equal content',
  'ruler.kind.grid': 'a grid, as in the study',
  'ruler.kind.edges': 'Shwartz-Ziv & Tishby: 30 edges on [-1, 1]',
  'ruler.kind.width': 'Saxe et al.: bins 0.07 wide',
  'ruler.kind.upper': 'Saxe et al.: kernel density, upper bound',
  'ruler.kind.lower': 'Saxe et al.: kernel density, lower bound',
  'ruler.settings': 'Settings of the ruler',
  'ruler.bounds.global': 'whole run',
  'ruler.bounds.layer': 'each layer and epoch',
  'ruler.bounds.neuron': 'each neuron',
  'ruler.bounds.fixed': 'two numbers',
  'ruler.bounds.global.short': 'run',
  'ruler.bounds.layer.short': 'layer',
  'ruler.bounds.neuron.short': 'neuron',
  'ruler.bounds.fixed.short': '{low} to {high}',
  'ruler.compare': 'Side by side',
  'ruler.is.uniform.global':
    '{bins} bins of equal width between the smallest and the largest output of the whole run, as in the study’s appendix (Lorenzen et al. 2022), which has 30, 100 and 256.',
  'ruler.is.uniform.layer':
    '{bins} bins of equal width between the smallest and the largest output of each layer, at each epoch anew.',
  'ruler.is.uniform.neuron':
    '{bins} bins of equal width between the smallest and the largest output of each neuron, at each epoch anew.',
  'ruler.is.uniform.fixed':
    '{bins} bins of equal width from {low} to {high}; what is below has a bin of its own, what is above is in the last.',
  'ruler.is.adaptive.global':
    '{bins} bins that hold equally many outputs of the whole run (Lorenzen et al. 2022, appendix).',
  'ruler.is.adaptive.layer':
    '{bins} bins that hold equally many outputs of each layer, at each epoch anew (Lorenzen et al. 2022, appendix).',
  'ruler.is.adaptive.neuron':
    '{bins} bins that hold equally many outputs of each neuron, at each epoch anew (Lorenzen et al. 2022, appendix).',
  'ruler.is.grid':
    'Each layer rounded to 2^{bits} steps between its own smallest and largest output, as the study’s program counts (Lorenzen et al. 2022).',
  'ruler.is.edges':
    '{edges} edges evenly on [-1, 1] whatever the activation, as in the program of Shwartz-Ziv & Tishby (2017): all above 1 is one bin.',
  'ruler.is.width':
    'Bins {width} wide, one of them beginning at 0, as in the program of Saxe et al. (2018), which has 0.07.',
  'ruler.is.upper':
    'Upper bound by kernel density for outputs with Gaussian noise of variance {variance} (Kolchinsky & Tracey 2017; Saxe et al. 2018 took 0.001).',
  'ruler.is.lower':
    'Lower bound by kernel density for outputs with Gaussian noise of variance {variance} (Kolchinsky & Tracey 2017; Saxe et al. 2018 took 0.001).',
  'ruler.short.exact': 'counted',
  'ruler.short.ownGrid': 'grid',
  'ruler.short.grid': 'grid, {bits} bits',
  'ruler.short.uniform': '{bins} bins, {bounds}',
  'ruler.short.adaptive': '{bins} equal bins, {bounds}',
  'ruler.short.edges': '{edges} edges',
  'ruler.short.width': 'width {width}',
  'ruler.short.upper': 'density, upper',
  'ruler.short.lower': 'density, lower',
  'ruler.short.mean': ', mean',
  'layer.counted': 'As the run has counted it; the plane is drawn by another ruler.',
  'say.byRuler': 'By this ruler: {said}',
  'say.inMeanByRuler': 'By this ruler, in the mean of its repeats: {said}',
  'plane.pointByRuler': '{layer} at epoch {epoch}, by the ruler: I(X;T) {ixt} bits, I(T;Y) {ity} bits',
} as const;
