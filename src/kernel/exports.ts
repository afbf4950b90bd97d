/** The functions of the WebAssembly kernel (see assembly/ for what they do); pointers and sizes are in bytes. */
export interface KernelExports {
  readonly memory: WebAssembly.Memory;
  /** 0 where there is not so much. */
  reserve(bytes: number): number;
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
  codeUnits(
    layer: number,
    a: number,
    codes: number,
    stride: number,
    quantized: number,
    quantizedStride: number,
    bytes: number,
  ): void;
  activateUnits(
    layer: number,
    a: number,
    d: number,
    stride: number,
    bytes: number,
    from: number,
    to: number,
  ): void;
  inheritLevels(layer: number, mode: number): void;
  widenExtremes(layer: number, seen: number): void;
  takeExtremes(layer: number, seen: number): void;
  gatherSparse(
    starts: number,
    entries: number,
    values: number,
    features: number,
    sampleLabels: number,
    order: number,
    n: number,
    bytes: number,
    stride: number,
    x: number,
    labels: number,
    scratch: number,
  ): void;
  sparseRows(
    layer: number,
    starts: number,
    entries: number,
    values: number,
    order: number,
    n: number,
    stride: number,
    z: number,
    scratch: number,
    from: number,
    to: number,
  ): void;
  turnGradient(layer: number, stride: number, bytes: number, columns: number): void;
  addSparseGradients(
    layer: number,
    starts: number,
    entries: number,
    values: number,
    features: number,
    order: number,
    columns: number,
    planes: number,
    from: number,
    to: number,
  ): void;
  sumPlanes(layer: number, features: number, planes: number, stride: number, bytes: number): void;
  convolveRows(
    layer: number,
    x: number,
    z: number,
    stride: number,
    bytes: number,
    from: number,
    to: number,
  ): void;
  convolutionGradients(
    layer: number,
    x: number,
    stride: number,
    bytes: number,
    channel: number,
    f: number,
    j: number,
    scratch: number,
    from: number,
    to: number,
  ): void;
  convolutionInputGradient(
    layer: number,
    g: number,
    stride: number,
    bytes: number,
    from: number,
    to: number,
  ): void;
  poolRows(layer: number, x: number, out: number, stride: number, bytes: number): void;
  poolingInputGradient(layer: number, x: number, g: number, dx: number, stride: number, bytes: number): void;
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
  addGradients(gradients: number, sums: number, squares: number, bytes: number): void;
  addPenalty(kernel: number, gradient: number, bytes: number, l1: number, twice: number): void;
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
    vectors: number,
    size: number,
    hashes: number,
  ): void;
  unpackRows(
    levels: number,
    vectors: number,
    size: number,
    units: number,
    perWord: number,
    stride: number,
    bytes: number,
    out: number,
  ): void;
  countVectors(
    vectors: number,
    size: number,
    hashes: number,
    from: number,
    to: number,
    labels: number,
    classes: number,
    table: number,
    slots: number,
    firsts: number,
    counts: number,
    joint: number,
    found: number,
    flags: number,
    part: number,
  ): number;
  histogramOf(counts: number, length: number, histogram: number, pairs: number): number;
  levelsInUse(codes: number, units: number, stride: number, n: number, flags: number, size: number): number;
  binRow(values: number, codes: number, n: number, edges: number, count: number): void;
  recodeRow(codes: number, out: number, n: number, table: number): void;
  searchRow(values: number, codes: number, n: number, edges: number, count: number): void;
  widthRow(values: number, codes: number, n: number, width: number, base: number): void;
  densityRow(
    columns: number,
    units: number,
    stride: number,
    n: number,
    at: number,
    end: number,
    factor: number,
    weights: number,
    all: number,
    own: number,
  ): void;
  floatCodes(values: number, codes: number, bytes: number): void;
  subtractSmallest(codes: number, units: number, stride: number, bytes: number): void;
  widen(values: number, n: number, out: number): void;
  gridRow(values: number, codes: number, n: number, low: number, width: number, steps: number): void;
}
