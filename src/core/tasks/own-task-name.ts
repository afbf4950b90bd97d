/** Samples of a file (see samples.ts); with `text` they travel in the name itself. */
export interface SamplesSpec {
  readonly kind: 'samples';
  /** Is each feature scaled to 0 ... 1 over the samples? */
  readonly scaled: boolean;
  readonly samples: number;
  readonly features: number;
  readonly classes: number;
  /** Of the samples as the file has them: 16 hexadecimal digits. */
  readonly digest: string;
  /** All of them (see samples-link.ts), or null: then they must be had otherwise. */
  readonly text: string | null;
}

/** Images of four idx files (see image-set.ts), with the files' own split. */
export interface ImagesSpec {
  readonly kind: 'images';
  readonly train: number;
  readonly test: number;
  readonly height: number;
  readonly width: number;
  readonly classes: number;
  readonly digest: string;
}

export type OwnSpec = SamplesSpec | ImagesSpec;

/** How much own data may be; pixels of all images together. */
export const most = {
  samples: 65_536,
  features: 64,
  classes: 16,
  /** Characters of samples in a link. */
  text: 2000,
  side: 64,
  images: 131_072,
  pixels: 60_000_000,
} as const;

/** How their names are written. */
export const ownForms = {
  samples: 'samples-N-FEATURES-CLASSES-DIGEST[:DATA]',
  scaled: 'scaled-N-FEATURES-CLASSES-DIGEST[:DATA]',
  images: 'images-TRAIN-TEST-HEIGHTxWIDTH-CLASSES-DIGEST',
} as const;

const whole = '([1-9]\\d{0,5})';
const samplesForm = new RegExp(`^(samples|scaled)-${whole}-${whole}-${whole}-([0-9a-f]{16})(?::([\\w-]+))?$`);
const imagesForm = new RegExp(`^images-${whole}-${whole}-${whole}x${whole}-${whole}-([0-9a-f]{16})$`);

/** What such a name says; undefined if it has not that form, or more than may be. */
export function parseOwn(name: string): OwnSpec | undefined {
  const [, kind, ...parts] = samplesForm.exec(name) ?? [];
  if (kind !== undefined) {
    const [samples = 0, features = 0, classes = 0] = parts.map(Number);
    const [digest = '', text] = parts.slice(3);
    const isFew = samples >= 2 && samples <= most.samples && features <= most.features;
    if (!isFew || !areClasses(classes) || (text ?? '').length > most.text) return undefined;
    return {
      kind: 'samples',
      scaled: kind === 'scaled',
      samples,
      features,
      classes,
      digest,
      text: text ?? null,
    };
  }
  const [, ...sizes] = imagesForm.exec(name) ?? [];
  if (sizes.length === 0) return undefined;
  const [train = 0, test = 0, height = 0, width = 0, classes = 0] = sizes.map(Number);
  const spec = { kind: 'images', train, test, height, width, classes, digest: sizes[5] ?? '' } as const;
  return fits(spec) ? spec : undefined;
}

/** The name of such data; `parseOwn` gives an equal spec. */
export function formatOwn(spec: OwnSpec): string {
  if (spec.kind === 'images') {
    const { train, test, height, width, classes, digest } = spec;
    return `images-${train}-${test}-${height}x${width}-${classes}-${digest}`;
  }
  const { scaled, samples, features, classes, digest, text } = spec;
  const name = `${scaled ? 'scaled' : 'samples'}-${samples}-${features}-${classes}-${digest}`;
  return text === null ? name : `${name}:${text}`;
}

/** May there be so many images of that size? */
export function fits({ train, test, height, width, classes }: Omit<ImagesSpec, 'kind' | 'digest'>): boolean {
  const images = train + test;
  const isSmall = height <= most.side && width <= most.side && images <= most.images;
  return isSmall && images * height * width <= most.pixels && areClasses(classes);
}

const areClasses = (classes: number): boolean => classes >= 2 && classes <= most.classes;
