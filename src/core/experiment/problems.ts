import type { FaultCode } from './kinds/kind.ts';

/**
 * What can be wrong with settings: a fault of one value; `count` if the activations fit the layers not, and the like
 * of images (see fitImageLayers) and of small tasks (see fitTestShare); in a link also `unknown` fields, `duplicate` ones, another `version` of the format,
 * a broken percent-encoding, `noBins`: a number of bins for a ruler without any, `notResult` and `notVersion`: no name of a
 * result, no version of the arithmetic, a result of `otherSettings`, and what `needs` something beside it.
 */
export type ProblemCode =
  | FaultCode
  | 'count'
  | 'noImages'
  | 'afterDense'
  | 'poolingFirst'
  | 'imageTooSmall'
  | 'tooWide'
  | 'imageBatch'
  | 'noneToTrain'
  | 'unknown'
  | 'duplicate'
  | 'version'
  | 'encoding'
  | 'needs'
  | 'noBins'
  | 'notResult'
  | 'otherSettings'
  | 'notVersion';

/** One thing that was wrong, ready for a message: its key is `problem.` and the code. */
export interface Problem {
  /** The field's name, as in a link. */
  readonly field: string;
  readonly code: ProblemCode;
  /** What was given, as text; cut if it is long. */
  readonly given: string;
  /** What was used in its place, as a link has it; null if nothing was, or the settings were refused. */
  readonly used: string | null;
  /** What else the message needs: bounds, choices, numbers. */
  readonly values: Readonly<Record<string, string>>;
}

/** Settings that were refused. The message names every bad field. */
export class SettingsError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => describe({ ...problem, used: null })).join('; '));
    this.name = 'SettingsError';
    this.problems = problems;
  }
}

const LONGEST = 60;

/** A given text, cut to what a message can hold. */
export function quote(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}...` : text;
}

/** The problem as a plain English sentence that begins with the field's name. */
export function describe(problem: Problem): string {
  const instead = problem.used === null ? '' : `; ${problem.used} is used instead`;
  return `${problem.field}: ${explain(problem)}${instead}`;
}

function explain({ code, given, values }: Problem): string {
  const { min = '', max = '', choices = '', word } = values;
  const orWord = word === undefined ? '' : ` or "${word}"`;
  switch (code) {
    case 'type':
      return `"${given}" is no value for it`;
    case 'empty':
      return 'has no value';
    case 'notDecimal':
      return `"${given}" is not in plain decimal notation${word === undefined ? '' : `, nor "${word}"`}`;
    case 'notWhole':
      return `"${given}" is not a whole number from ${min} to ${max}${orWord}`;
    case 'notChoice':
      return `"${given}" is none of ${choices}`;
    case 'notPair':
      return `"${given}" is not two numbers such as -6..6`;
    case 'notFraction':
      return `"${given}" is no k/2^m such as 1/8, up to ${max} and in parts of ${values.most ?? ''} at the smallest`;
    case 'bounds':
      return `"${given}" is outside ${min} to ${max}${orWord}`;
    case 'length':
      return `"${given}" has not ${min} to ${max} values`;
    case 'order':
      return `"${given}" has a lower end that is not below the upper`;
    case 'count':
      return `"${given}" has ${values.activations ?? ''} activations for ${values.layers ?? ''} hidden layers: give one, or one for each`;
    case 'noImages':
      return `"${given}" has ${values.layer ?? ''}, which needs images: the samples of this task are none`;
    case 'afterDense':
      return `"${given}" has ${values.layer ?? ''} after a dense layer: convolutions and pooling come first`;
    case 'poolingFirst':
      return `"${given}" begins with ${values.layer ?? ''}: pooling comes after a convolution`;
    case 'imageTooSmall':
      return `"${given}" has ${values.layer ?? ''} where the image is smaller than that`;
    case 'tooWide':
      return `"${given}" has ${values.layer ?? ''}, with which the layers on images put out more than ${values.units ?? ''} numbers`;
    case 'imageBatch':
      return `"${given}" is more than ${max}, the images that fit into one step`;
    case 'taskForm':
      return `"${given}" is not written as ${values.form ?? ''}`;
    case 'expression':
      return `"${given}" cannot be read from character ${values.at ?? ''} of the expression on, where one of ${values.expected ?? ''} should stand`;
    case 'expressionSign':
      return `"${given}" cannot be read from character ${values.at ?? ''} of the expression on: for ${values.written ?? ''} write ${values.meant ?? ''}`;
    case 'notRegion':
      return `"${given}" is not a part of the plane such as 2..9:0.1..0.8`;
    case 'characters':
      return `"${given}" has characters that are not shown`;
    case 'tooLong':
      return `"${given}" has more than ${max} characters`;
    case 'noBins':
      return `"${given}" is a number of bins, and the ruler ${values.ruler ?? ''} has none`;
    case 'notMeasured':
      return `"${given}" is no epoch that is measured`;
    case 'notResult':
      return `"${given}" is no name of a result`;
    case 'otherSettings':
      return `"${given}" is the result of other settings than those beside it`;
    case 'notVersion':
      return `"${given}" is no version of the arithmetic`;
    case 'noneToTrain':
      return `"${given}" percent of ${values.samples ?? ''} samples leaves none to train on, ${max} leaves one`;
    case 'unknown':
      return 'there is no such setting';
    case 'duplicate':
      return `is given more than once, again as "${given}"`;
    case 'version':
      return `"${given}" is no version of links that is known here`;
    case 'needs':
      return `"${given}" needs ${values.needed ?? ''} beside it`;
    case 'encoding':
      return `"${given}" is not properly percent-encoded`;
  }
}
