/** Words of a ruler's settings, of what it says of itself and of rulers compared. Loaded with them. */
export const rulerSettingWords = {
  'ruler.bins': 'Bins',
  'ruler.binsSlider': 'Number of bins',
  'ruler.binsValue': '{bins} bins',
  'ruler.bits': 'Bits',
  'ruler.width': 'Width',
  'ruler.variance': 'Noise variance',
  'ruler.bounds': 'Bounds',
  'ruler.low': 'From',
  'ruler.high': 'To',
  'ruler.mean': 'mean over neurons',
  'ruler.samples': 'Samples',
  'ruler.samples.all': 'all',
  'ruler.samples.train': 'train',
  'ruler.samples.test': 'test',
  'ruler.compareCaption': 'I(X;T) · I(T;Y) in bits at epoch {epoch}, by each ruler',
  'ruler.add': 'Add a ruler…',
  'ruler.full': 'There is room for {most} rulers beside the counted values: remove one to add another.',
  'ruler.remove': 'Remove: {ruler}',
  'ruler.draw': 'Draw the plane by: {ruler}',
  'ruler.exactToo': 'counted path too',
  'ruler.part.train': 'training',
  'ruler.part.test': 'test',
  'ruler.is.counted': 'The run’s own codes, counted exactly.',
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
  'ruler.over.codes':
    'Codes, and what bins are made from, are those of all samples; counted are the {count} {part} samples only.',
  'ruler.over.pairs': 'Compared are the {count} {part} samples only.',
  'ruler.over.limits': 'Of these, H(X) is {hx} bits and H(Y) {hy}.',
  'flags.broken.many': 'breaks {count} bounds',
  'flags.broken.one': 'breaks {count} bound',
  'flags.invariant': 'an invariant fails',
  'flags.list': 'What the values break',
  'flags.discarded.many': '{discarded} bad fits thrown away',
  'flags.discarded.one': '{discarded} bad fit thrown away',
  'flags.failed.many': '{failed} repeats failed and left out',
  'flags.failed.one': '{failed} repeat failed and left out',
  'flags.reason.bins':
    'Information itself cannot do this. These values can: bins are laid over each layer on its own, so that a later layer’s bins are no function of the earlier one’s.',
  'flags.reason.density':
    'Information itself cannot do this. These values can: they bound, for outputs with noise added to each layer, what no counting gave.',
  'flags.reason.invariant':
    'An exact count cannot do this, since each layer’s codes are a function of those before: something is wrong here.',
  'flags.bound.ixtGrows': 'I(X;{layer}) above I(X;{before})',
  'flags.bound.ityGrows': 'I({layer};Y) above I({before};Y)',
  'flags.bound.ityAboveIxt': 'I({layer};Y) above I(X;{layer})',
  'flags.bound.ixtAboveHx': 'I(X;{layer}) above H(X)',
  'flags.bound.ityAboveHy': 'I({layer};Y) above H(Y)',
  'flags.bound.ixtNegative': 'I(X;{layer}) below 0',
  'flags.bound.ityNegative': 'I({layer};Y) below 0',
  'flags.bound.capacity': 'I(X;{layer}) above what its codes can hold',
  'flags.times': '{what}: in {times} of {of} measurements, by {worst} bits at most, at epoch {epoch}',
  'flags.timesOfRepeats':
    '{what}: in {repeats} of {ofRepeats} repeats, {times} of {of} measurements, by {worst} bits at most, at epoch {epoch}',
  'chance.what':
    'Dotted: the same codes with {count} random orders of the labels. 95% of the orders lie within a layer’s band.',
  'chance.inside':
    'Within the band at epoch {epoch}: {layers}. I(T;Y) is no more there than with shuffled labels.',
  'chance.above': 'Above the band at epoch {epoch}: {layers}.',
  'chance.saturated':
    'Every sample has a code of its own in {layers}: in any order of the labels I(T;Y) is {all} bits.',
  'chance.measuring': 'Measuring: {percent}%',
  'chance.mean': 'It belongs to one run: choose one of the repeats.',
  'chance.density': 'Kernel density has none: to take all pairs for every order would take too long.',
  'chance.none': 'No checkpoints are left to be measured again; files hold none.',
  'ruler.caution': 'An estimate describes its ruler as much as the network.',
  'ruler.cautionFloat':
    'With float values and continuous inputs I(X;T) is infinite or constant (Saxe et al. 2018, Goldfeld et al. 2019): a binned value describes the bins.',
  'ruler.status.waiting': 'Nothing is measured with it yet.',
  'ruler.status.measuring': 'Measuring: {percent}%',
  'ruler.status.provisional':
    'Provisional: its bounds need the whole run, and are those of what there is so far.',
  'ruler.status.some': 'At {laid} of {all} measurements: of the others no checkpoint is left.',
  'ruler.status.someDensity':
    'At {laid} of {all} measurements, spread logarithmically: each compares all pairs of samples.',
  'ruler.status.repeats': 'Laid over {laid} of {of} repeats.',
  'ruler.status.mean': 'Mean ± sd over {laid} repeats, each measured by it on its own.',
  'ruler.status.lost': 'No checkpoints are left of {lost} more.',
  'ruler.status.none':
    'No checkpoints are left of it to be measured again; files hold none. What is drawn is counted.',
  'ruler.status.pairs':
    'Kernel density compares all pairs of samples, which takes too long over many repeats with more than {most} of them: choose one repeat, or fewer samples. What is drawn is counted.',
  'ruler.status.large':
    'It compares all pairs of samples and is offered up to {most} of them: choose the test samples, if they are fewer. What is drawn is counted.',
  'ruler.status.failed': 'Measuring failed: {detail} What is drawn is counted.',
  'ruler.outside': '“{given}” is outside {low} to {high}',
  'ruler.notWhole': '“{given}” is no whole number',
  'ruler.notNumber': '“{given}” is no number',
  'ruler.used': '{field}: {problem}. It is {used} now.',
  'ruler.kept': '{field}: {problem}. It stays {used}.',
  'ruler.pushed': '{field} is {used} now, so that it lies {side} {other}.',
  'ruler.above': 'above',
  'ruler.below': 'below',
  'phases.counted': 'Of the values as counted, whatever ruler is laid over them.',
} as const;
