/** The words of the dialog of tasks, by key, which load with it. `{name}` is a placeholder. */
export const taskWords = {
  'tasks.about':
    'All inputs are known and equally likely, so everything is exact. A choice brings the network, activation and epochs of the default run with it.',
  'tasks.boolean': 'Boolean functions',
  'tasks.boolean.about': 'All 2ᴺ inputs of N bits, N from 2 to 16; x1 is the first bit.',
  'tasks.square': 'On the square',
  'tasks.square.about':
    'All 4,096 points of a 64 × 64 grid on [−1, 1]²: two inputs, x1 to the right and x2 upward. The pictures are the labels.',
  'tasks.use': 'Train on this',

  'tasks.inputs': 'Inputs',
  'tasks.width': 'Inputs',
  'tasks.bits': 'Digits',
  'tasks.percent': 'Ones, percent',
  'tasks.seed': 'Seed',
  'tasks.expression': 'Expression',
  'tasks.hex': 'Hexadecimal digits',

  'task.parity': 'Parity',
  'task.parity.about': 'Is the number of ones odd?',
  'task.majority': 'Majority',
  'task.majority.about': 'Are more than half of the inputs ones? A tie is 0.',
  'task.multiplexer': 'Multiplexer',
  'task.multiplexer.about': 'The first inputs are an address: the value of the input that they point to.',
  'task.expr': 'Expression',
  'task.expr.about':
    'A formula of x1 to x16 with ! (not), & (and), ^ (either, not both), | (or) and parentheses.',
  'task.symmetric': 'Symmetric function',
  'task.symmetric.about': 'Only the number of ones counts: a digit for none, one, two … all of the inputs.',
  'task.random': 'Random function',
  'task.random.about': 'A label drawn for every input: nothing to find but the table itself.',
  'task.table': 'Table',
  'task.table.about':
    'The labels of all inputs in order, from all zeros to all ones, four to a hexadecimal digit.',

  'tasks.outcome':
    '{inputs} inputs, {samples} samples, {ones} of them 1. H(X) = {inputs} bits, H(Y) = {hy} bits.',
  'tasks.outcome.large': '{inputs} inputs, {samples} samples. H(X) = {inputs} bits.',
  'tasks.outcome.constant':
    '{inputs} inputs, {samples} samples, all of one class: H(Y) = 0, so there is nothing to learn and each I(T;Y) is 0.',

  'tasks.wrong.character': 'At character {at} one of these should stand: {expected}',
  'tasks.wrong.sign': 'At character {at}: for {written} write {meant}',
  'tasks.wrong.parity': 'Inputs are a whole number from 2 to 16.',
  'tasks.wrong.majority': 'Inputs are a whole number from 2 to 16.',
  'tasks.wrong.multiplexer': 'A multiplexer has 3, 6 or 11 inputs.',
  'tasks.wrong.expr': 'A formula has variables x1 to x16.',
  'tasks.wrong.symmetric': 'N + 1 digits 0 or 1, for N inputs from 2 to 16: 3 to 17 digits.',
  'tasks.wrong.random': 'Whole numbers: 2 to 16 inputs, 1 to 99 percent, and a seed from 0 to 4,294,967,295.',
  'tasks.wrong.table': 'Digits 0 to 9 and a to f; 1, 2, 4, 8 … of them, for 2, 3, 4, 5 … inputs.',

  'noise.none': 'none',
  'noise.note':
    'With probability {noise} a label is seen as another class. Training samples are given such labels once, and training accuracy is by them; test accuracy is by the task’s own. Information is that of x and the label as it is seen, so no I(T;Y) passes I(X;Y), drawn below H(Y).',

  'own.title': 'Your own data',
  'own.about':
    'A CSV or JSON file with up to 64 features, 16 classes and 65,536 samples; or the four idx files of a data set in MNIST’s format, such as Fashion-MNIST, gzipped or not. It stays on this device.',
  'own.choose': 'Choose files, or drop them here',
  'own.reading': 'Reading…',
  'own.use': 'Train on these',
  'own.noRoom':
    'So much data has to be kept by the browser, which keeps nothing here: the page is neither from https nor from this machine, the window is private, or the disk is full. Samples that fit into a link need no room.',
  'own.class': 'Column with the class',
  'own.scale': 'Scale each feature to 0…1',
  'own.scale.note':
    'A network of 1 to 16 bits takes its inputs in 256 steps between the smallest and the largest value of all features together: a feature with small numbers would drown beside one with large ones.',
  'own.found': '{samples} samples, {features} features, {classes} classes.',
  'own.limits': 'H(X) = {hx} bits, H(Y) = {hy} bits.',
  'own.noDuplicates': 'No two samples have equal features.',
  'own.duplicates':
    '{inputs} different inputs: {copies} samples repeat one. Each sample counts as one in P(X), so H(X) is less than log₂ of their number.',
  'own.mixed':
    '{mixed} of the inputs have samples of several classes, so no layer can know more than I(X;Y) = {ixy} bits of the class.',
  'own.quantized':
    'A network of 1 to 16 bits sees {quantized} different inputs of {inputs}, since they are quantized at 8 bits.',
  'own.inLink': 'They are few enough to travel in the link.',
  'own.asFile':
    'They are kept on this device; a link names them by a digest, and asks whoever opens it for the file.',
  'own.features': 'Features, with their smallest and largest value',
  'own.feature': 'Feature',
  'own.low': 'Smallest',
  'own.high': 'Largest',
  'own.classes': 'Classes',
  'own.classCount': '{count} ({percent} %)',
  'own.images': '{train} training and {test} test images of {height} × {width}, {classes} classes.',
  'own.images.first': 'The first {count} images',
  'own.images.note':
    'They keep their own split, and are kept on this device; a link names them by a digest, and asks whoever opens it for the files.',
  'own.missing':
    'The data of this link (digest {digest}) is not on this device. Choose its file, or the four of images, and the run begins.',
  'own.chooseMissing': 'Choose the file, or drop it here',

  'task.half-plane.about': 'Above the line x2 = x1/2.',
  'task.circle.about': 'Half the area, inside a circle.',
  'task.ring.about': 'Between radius 0.416 and 0.9.',
  'task.xor.about': 'Exactly one coordinate is positive.',
  'task.checkerboard.about': '4 × 4 fields.',
  'task.spiral.about': 'Two arms of 1.5 turns.',
  'task.gaussians.about': 'The likelier of two Gaussians.',
} as const;
