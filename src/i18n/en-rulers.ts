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
  'ruler.bins': 'Bins',
  'ruler.binsSlider': 'Number of bins',
  'ruler.binsValue': '{bins} bins',
  'ruler.bits': 'Bits',
  'ruler.width': 'Width',
  'ruler.variance': 'Noise variance',
  'ruler.bounds': 'Bounds',
  'ruler.bounds.global': 'of the whole run',
  'ruler.bounds.layer': 'of each layer, each epoch',
  'ruler.bounds.neuron': 'of each neuron',
  'ruler.bounds.fixed': 'two numbers',
  'ruler.bounds.global.short': 'run',
  'ruler.bounds.layer.short': 'layer',
  'ruler.bounds.neuron.short': 'neuron',
  'ruler.bounds.fixed.short': '{low} to {high}',
  'ruler.low': 'From',
  'ruler.high': 'To',
  'ruler.mean': 'mean over neurons',
  'ruler.exactToo': 'draw the counted path too',
  'ruler.is.uniform':
    '{bins} bins of equal width between the smallest and the largest output. The study’s appendix (Lorenzen et al. 2022) has 30, 100 and 256 between those of the whole run.',
  'ruler.is.adaptive': '{bins} bins of equal content (Lorenzen et al. 2022, appendix).',
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
  'ruler.caution': 'An estimate describes its ruler as much as the network.',
  'ruler.cautionFloat':
    'A float network’s I(X;T) is infinite or constant where inputs are continuous (Saxe et al. 2018, Goldfeld et al. 2019): binned values describe the bins.',
  'ruler.status.waiting': 'Nothing is measured with it yet.',
  'ruler.status.measuring': 'Measuring: {percent}%',
  'ruler.status.provisional':
    'Provisional: its bounds need the whole run, and are those of what there is so far.',
  'ruler.status.some': 'At {laid} of {all} measurements.',
  'ruler.status.none':
    'A mean of repeats cannot be measured again: choose one of the repeats. What is drawn is counted.',
  'ruler.status.large':
    'It compares all pairs of samples and is offered up to {most} of them. What is drawn is counted.',
  'ruler.status.failed': 'Measuring failed: {detail} What is drawn is counted.',
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
  'plane.pointByRuler': '{layer} at epoch {epoch}, by the ruler: I(X;T) {ixt} bits, I(T;Y) {ity} bits',
} as const;
