/** What few look at first: presets, outcomes, phases, ranges and samples, by key. Loaded with them. */
export const studyWords = {
  'presets.about':
    'Lorenzen, Igel & Nielsen, Information Bottleneck: Exact Analysis of (Quantized) Neural Networks, ICLR 2022. One click loads the settings and starts all repeats.',
  'presets.study': 'The study',
  'presets.beyond': 'Beyond the study',
  'presets.repeats': '{repeats} repeats',
  'presets.repeatsRange': '{from} to {to} repeats',
  'presets.current': 'on the page',
  'presets.takes': '{time} a variant on this machine',
  'presets.takesRange': '{from} to {to} a variant on this machine',
  'presets.seconds': 'about {value} s',
  'presets.minutes': 'about {value} min',
  'presets.hours': 'about {value} hours',
  'presets.hour': 'about an hour',
  'presets.timeNote': 'Times are estimates: from the speed of the last run here, for {workers} at a time.',
  'presets.timeNoteUnmeasured':
    'Times are estimates: as measured on one server, for {workers} at a time, until a run here shows how fast this machine is.',
  'presets.workers.one': 'one repeat',
  'presets.workers.many': '{workers} repeats',

  'preset.main.look':
    'T4 and T5 once I(T;Y) has stopped rising: does I(X;T) come back, and in how many repeats? A hollow layer gives every input its own code and cannot be judged. Activation and quantizer change together here.',
  'preset.mnist.look':
    'T4, which has two units, and T5, the output: do their paths turn back to the left while they rise? T1 keeps the images apart.',
  'preset.bins.look':
    'The same float32 networks under 30, 100 and 256 bins of equal width: does a layer’s path turn back under each of them? Nothing but the bins differs.',
  'preset.curves.look':
    'Mean and standard deviation by epoch, then the repeats nearest to the mean plane, in the middle, second farthest and farthest: what would one repeat alone have told?',
  'preset.bits.look':
    'At 4 bits there are fewer codes, and more layers can be judged. 32 bits means no quantization in the study: then nearly every input has its own code.',
  'preset.prefit.look':
    '1,000 epochs on shuffled labels, drawn grey, come first. Where are the layers when the true labels begin, and where do they go from there?',
  'preset.networks.look':
    'The narrowest layers. In HourGlass no layer after the two units can know more than these do. In Conv, pooling counts as a layer.',
  'preset.accuracy.look':
    'Training and test accuracy with the 95% interval of the mean: what do 4 bits cost, and do 8 bits differ from none?',
  'preset.ruler.look':
    'The fall of I(X;T6) on the study’s grid beside that of distinct outputs, in the same repeats: their difference is what the reading adds.',
  'preset.quantizer.look':
    'Each activation under both rules. The study changes activation and quantizer together; here one changes while the other stays. The output follows the same rule.',
  'preset.calibrated.look':
    'Ranges are set from the data before the first step: what is left of an early rise of I(X;T) is not the moving average settling.',
  'preset.bins.statement': 'The number of bins alone changes the picture, for or against compression.',

  'outcome.look': 'What to look at',
  'outcome.study': 'What came out for the study',
  'outcome.here': 'What came out here',
  'outcome.none': 'No outcome is recorded here, so nothing is said about it.',
  'outcome.inTable': 'See the table, beside the numbers that come out here.',
  'outcome.noStudy': 'The study has no such experiment.',
  'outcome.source.text': 'paper’s text',
  'outcome.source.figure': 'read off the published figure',
  'outcome.source.program': 'original program, run again',
  'outcome.sourceRepeats': '{source}, {repeats} repeats',
  'outcome.statement': '{statement} ({source})',
  'outcome.waiting': 'The first repeat is on its way.',
  'outcome.waitingOf': 'The first of {repeats} repeats is on its way.',
  'outcome.progress': '{done} of {repeats} repeats',
  'outcome.ofOne': 'One repeat',
  'outcome.table': 'Numbers of the study and numbers here',
  'outcome.caption': 'Mean ± standard deviation over repeats; information in bits',
  'outcome.captionAccuracy': 'Accuracy at the end: mean ± standard deviation over repeats',
  'outcome.captionStudy':
    'The study’s program beside here: mean ± standard deviation over repeats; information in bits',
  'outcome.layer': 'Layer',
  'outcome.quantity': 'Quantity',
  'outcome.studyColumn': 'Original',
  'outcome.sourceMark': ', source ',
  'outcome.hereColumn': 'Here',
  'outcome.plusMinus': '{mean} ± {sd}',
  'outcome.fromTo': '{low} to {high}',
  'outcome.layer.grid': '{layer}, grid',
  'outcome.layer.exact': '{layer}, exact',
  'outcome.reading.grid': 'grid',
  'outcome.reading.exact': 'exact',
  'outcome.whole': 'all',

  'quantity.ixtStart': 'I(X;T) start',
  'quantity.ityStart': 'I(T;Y) start',
  'quantity.ixtLargest': 'I(X;T) largest',
  'quantity.ityAtLargest': 'I(T;Y) there',
  'quantity.ixtEnd': 'I(X;T) end',
  'quantity.ityEnd': 'I(T;Y) end',
  'quantity.fall': 'I(X;T) fall',
  'quantity.trainAccuracy': 'train accuracy',
  'quantity.testAccuracy': 'test accuracy',

  'outcome.verdict.compresses':
    'compresses by {mean} bits ({low} to {high}), net of rebound {net} ({netLow} to {netHigh}); above {least} in {above} of {repeats} repeats',
  'outcome.verdict.not': 'does not compress: {mean} bits ({low} to {high})',
  'outcome.verdict.open':
    'is left open: {mean} bits ({low} to {high}) lies on both sides of {least}; above it in {above} of {repeats} repeats',
  'outcome.verdict.openNet':
    'is left open: {mean} bits ({low} to {high}), but net of rebound {net} ({netLow} to {netHigh}), not all above {least}; above it in {above} of {repeats} repeats',
  'outcome.verdict.unjudged': 'cannot be judged: in most repeats every input has its own code',
  'outcome.verdict.unjudgedOne': 'cannot be judged: every input has its own code',
  'outcome.verdict.single': '{mean} bits',
  'outcome.verdicts': 'By the page’s rule, with the 95% interval over {repeats} repeats:',
  'outcome.verdictsOne': 'One repeat is no verdict. By the page’s rule I(X;T) came down by:',
  'outcome.rule': 'The rule',
  'outcome.ruleText':
    'Fitting ends at the first measurement with I(T;Y) at 95% of its largest. Compression is the largest I(X;T) from there on, less its end, the mean over the last 5% of the epochs. Rebound is the end less the smallest I(X;T) since that largest: a curve that only wanders comes up again as much as it fell. All are smoothed so that noise is no peak. A layer compresses if the 95% intervals of mean compression and of compression net of rebound both lie above {least} bits. It does not if that of compression lies at or below {least}. Else the repeats leave it open. Compression is not generalization.',
  'outcome.paired':
    'From its largest value to its end, I(X;{layer}) falls {mean} bits more on the grid than counted exactly, in the same repeats (95% interval {low} to {high}, {repeats} pairs).',
  'outcome.pairedOpen':
    'From its largest value to its end, I(X;{layer}) falls by much the same on the grid and counted exactly, as far as {repeats} repeats can tell: {mean} bits more on the grid, with a 95% interval of {low} to {high}.',
  'outcome.pairedOne':
    'From its largest value to its end, I(X;{layer}) falls {mean} bits more on the grid than counted exactly, in one repeat.',
  'outcome.rulers': 'What each ruler says',
  'outcome.rulersCaption':
    'Compression by the page’s rule under each ruler, in bits, in the repeat that is shown; one repeat is no verdict',
  'outcome.rulersMean':
    'Compression by the page’s rule under each ruler, in bits: mean over {repeats} repeats, 95% interval',
  'outcome.rulersWaiting': 'Bins over a whole run need its end: they are laid over repeats that are done.',
  'outcome.saturated': 'hollow',

  'phases.waiting': 'Judged when a run is done.',
  'phases.table': 'End of fitting of each layer',
  'phases.caption': 'Epoch at which fitting ends: mean over {repeats} repeats, 95% interval',
  'phases.captionOne': 'Epoch at which fitting ends, in one repeat',
  'phases.fitted': 'Fitting ends',
  'phases.interval': '{mean} ({low} to {high})',

  'ranges.ends': 'Range of {layer} by epoch',
  'ranges.high': 'high',
  'ranges.low': 'low',
  'ranges.levels': 'Levels in use by epoch, of {levels}',
  'ranges.note':
    'What each layer was quantized to at the measurement; of the output, its logits. While a range shrinks onto the data more of its levels come into use, and I(X;T) can rise for that alone.',
  'ranges.float': 'float32: nothing is quantized, so there are neither ranges nor levels.',
  'ranges.caption': 'Range of each layer, with its levels in use, {shown} of {all} measurements',
  'ranges.column': '{layer} range: levels',
  'ranges.cell': '{low} to {high}: {levels}',

  'scatter.label': 'Samples in {layer} at epoch {epoch}, across and up the outputs of its units, by class',
  'scatter.unit': 'unit {unit}',
  'scatter.logit': 'logit {unit}',
  'scatter.classColumn': 'Class',
  'scatter.samples': 'Samples',
  'scatter.size': 'A larger mark is several samples at one place.',
  'scatter.digits': 'Each mark is its class.',
  'scatter.shown.all': 'All {samples} samples.',
  'scatter.shown.some': '{shown} of {samples} samples, evenly picked.',
  'scatter.three': 'Three units, seen from the corner where all are large.',
  'scatter.checkpoint': 'From the checkpoint of epoch {epoch}.',
  'scatter.mean': 'A mean of repeats has no samples: pick one repeat.',
  'scatter.waiting': 'The outputs are being computed.',
  'scatter.none': 'No checkpoint is kept for this epoch.',
  'scatter.failed': 'The outputs could not be computed: {detail}',
  'scatter.table': 'Mean output of each class',

  'table.plane': 'Both values in bits by epoch and layer, {shown} of {all} measurements',
  'table.planeMean': '{caption}; mean ± standard deviation over {repeats} repeats',
  'table.planeRegion': 'Information plane in numbers',
  'table.curvesRegion': 'Accuracy and loss',
  'table.curves': 'Accuracy and loss by epoch, {shown} of {all} measurements',
  'table.curvesMean':
    '{caption}; over {repeats} repeats: accuracy mean and 95% interval, loss mean ± standard deviation',
  'table.epoch': 'Epoch',
  'table.ixt': '{layer} I(X;T)',
  'table.ity': '{layer} I(T;Y)',
  'curves.trainAfter': 'Train, after the epoch',
  'curves.trainAccuracy': 'Train accuracy',
  'curves.testAccuracy': 'Test accuracy',
  'curves.trainLoss': 'Train loss',
  'curves.testLoss': 'Test loss',
  'curves.note': 'Train is the running value over the epoch’s batches; test is evaluated at the measurement.',
  'say.learned': '{layer}, the output, learned {learned} bits about the label.',
  'say.afterFitting': 'After fitting, {losses}.',
  'say.lostFirst': '{layer} lost {lost} bits of I(X;T)',
  'say.lostNext': '{layer} {lost}',
  'say.sinceLargest': '{clause} ({fall} since its largest)',
  'say.lostLittle': '{layers} lost no more than {limit} bits.',
  'say.byRule': 'By the rule {compressions}.',
  'say.compressesFirst': '{layer} compresses by {lost} bits',
  'say.compressesNext': '{layer} by {lost}',
  'say.open.one': '{layers} is left open.',
  'say.open.many': '{layers} are left open.',
  'say.not.one': '{layers} does not compress.',
  'say.not.many': '{layers} do not compress.',
  'say.unjudged.one':
    'In most repeats {layers} gives every input its own code: the plane says nothing about it.',
  'say.unjudged.many':
    'In most repeats {layers} give every input its own code: the plane says nothing about them.',

  'table.none': 'Nothing is measured yet.',
  'run.memory': 'Memory',
  'run.memoryValue': '{trajectory} measurements, {checkpoints} checkpoints',
  'run.checkpoints': 'Checkpoints',
  'run.checkpointsAll': 'kept at all {measurements} measurements',
  'run.checkpointsSome':
    'kept at {kept} of {measurements} measurements, evenly in log epoch, within {budget}',
  'run.training': 'Training',
  'run.samples': 'Samples',
  'run.samplesValue': '{train} train, {test} test',
  'run.kernel': 'Arithmetic',
  'run.kernel.wasm': 'WebAssembly SIMD',
  'run.kernel.scalar': 'scalar JavaScript: same bits, slower',
  'run.checks': 'Checks',
  'run.checksFile':
    'Read from a file, not measured here: its settings, epochs, limits and digest hold. Its fingerprint is confirmed only by training it again.',
  'run.checkpointsNone': 'none: a file has no weights',
  'run.checksPassed': 'every measurement passed its checks',
  'run.bytes.kB': '{value} kB',
  'run.bytes.MB': '{value} MB',
} as const;
