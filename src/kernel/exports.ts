/** The functions of the WebAssembly kernel (see assembly/ for what they do); pointers and sizes are in bytes. */
export interface KernelExports {
  readonly memory: WebAssembly.Memory;
  reserve(bytes: number): void;
  heapBase(): number;
  gather(
    inputs: number,
    features: number,
    sampleLabels: number,
    order: number,
    n: number,
    bytes: number,
    stride: number,
    x: number,
    labels: number,
  ): void;
  prepareKernel(layer: number, mode: number): void;
  forwardUnits(
    layer: number,
    x: number,
    a: number,
    d: number,
    stride: number,
    bytes: number,
    from: number,
    to: number,
  ): void;
  settleRange(layer: number, mode: number): void;
  quantizeUnits(layer: number, a: number, quantized: number, stride: number, bytes: number): void;
  codeUnits(layer: number, a: number, quantized: number, codes: number, stride: number, bytes: number): void;
  softmaxRows(
    logits: number,
    classes: number,
    stride: number,
    bytes: number,
    labels: number,
    probabilities: number,
    losses: number,
    hits: number,
  ): void;
  softmaxGradientRows(
    probabilities: number,
    classes: number,
    stride: number,
    n: number,
    bytes: number,
    labels: number,
    g: number,
  ): void;
  backwardActivation(layer: number, n: number, stride: number, bytes: number): void;
  parameterGradients(layer: number, stride: number, bytes: number, from: number, to: number): void;
  maskKernelGradient(layer: number): void;
  inputGradient(layer: number, g: number, stride: number, bytes: number, from: number, to: number): void;
  forwardBackward(
    layers: number,
    count: number,
    stride: number,
    n: number,
    bytes: number,
    labels: number,
    probabilities: number,
    losses: number,
    hits: number,
  ): void;
  meanLoss(losses: number, n: number, bytes: number): number;
  countHits(hits: number, n: number): number;
  countHitsOf(hits: number, flags: number, wanted: number, n: number): number;
  sumLossesOf(losses: number, flags: number, n: number): number;
  adam(
    parameters: number,
    gradients: number,
    moment1: number,
    moment2: number,
    bytes: number,
    a: number,
  ): void;
  descend(parameters: number, gradients: number, bytes: number, a: number): void;
  descendWithMomentum(
    parameters: number,
    gradients: number,
    velocity: number,
    bytes: number,
    a: number,
    momentum: number,
  ): void;
  packRows(
    codes: number,
    units: number,
    perWord: number,
    stride: number,
    bytes: number,
    words: number,
    hashes: number,
  ): number;
  countVectors(
    words: number,
    wordCount: number,
    stride: number,
    hashes: number,
    n: number,
    labels: number,
    classes: number,
    table: number,
    slots: number,
    firsts: number,
    counts: number,
    joint: number,
  ): number;
  histogramOf(counts: number, length: number, histogram: number, pairs: number): number;
  levelsInUse(codes: number, units: number, stride: number, n: number, flags: number, size: number): number;
  floatCodes(values: number, codes: number, bytes: number): void;
  subtractSmallest(codes: number, units: number, stride: number, bytes: number): void;
  widen(values: number, n: number, out: number): void;
  gridRow(values: number, codes: number, n: number, low: number, width: number, steps: number): void;
}
