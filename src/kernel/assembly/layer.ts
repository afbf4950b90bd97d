/**
 * The record that describes a layer in memory: 39 words of 4 bytes (and one free), written by memory-map.ts (the same names there).
 * Rows of samples are `stride` bytes apart; a row holds one unit over a batch, padded to whole blocks of 32 samples
 * with copies of the last one, so that padding changes no range.
 */
export const INPUTS: usize = 0;
export const UNITS: usize = 4;
/** Number of the activation in core's activationNames; the output's logits are linear. */
export const ACTIVATION: usize = 8;
/** 0 not quantized, 1 batch, 2 moving, 3 last, 4 fixed. */
export const RULE: usize = 12;
/** 1 where the kernel is quantized. */
export const QUANTIZED_KERNEL: usize = 16;
/** f32: 2^bits - 1. */
export const Q_MAX: usize = 20;
/** f32: 1 - decay of the moving range. */
export const RATE: usize = 24;
/** Pointers: kernel (inputs, units), bias (units), the kernel as used in the pass, and their gradients. */
export const KERNEL: usize = 28;
export const BIAS: usize = 32;
export const USED_KERNEL: usize = 36;
export const D_KERNEL: usize = 40;
export const D_BIAS: usize = 44;
/** Pointer to four f32: kernel min and max, activation min and max. */
export const RANGES: usize = 48;
/** Pointers to rows of a training batch: input, activation, derivative (then gradient by z), quantized, gradient by it. */
export const X: usize = 52;
export const A: usize = 56;
export const DZ: usize = 60;
export const QUANTIZED: usize = 64;
export const G: usize = 68;
/** Two f32: the activation range in use. */
export const LOW: usize = 72;
export const HIGH: usize = 76;
/** Levels (see levels.ts) of kernel and activation, 24 bytes each. */
export const KERNEL_LEVELS: usize = 80;
export const LEVELS: usize = 104;
/** Pointer to two v128 a unit: smallest and largest activation of its row in this pass, by lane. */
export const EXTREMES: usize = 128;

export const RULE_BATCH: i32 = 1;
export const RULE_MOVING: i32 = 2;
export const RULE_LAST: i32 = 3;
export const RULE_FIXED: i32 = 4;

/** Modes of a forward pass. */
export const TRAIN: i32 = 0;
export const MEASURE: i32 = 1;
export const MEASURE_BEFORE_TRAINING: i32 = 2;
/** Of a convolution or pooling: its input image, the side of its fields, its filters. */
export const HEIGHT: usize = 132;
export const WIDTH: usize = 136;
export const CHANNELS: usize = 140;
export const SIZE: usize = 144;
export const FILTERS: usize = 148;
/** Weights of the kernel. */
export const WEIGHTS: usize = 152;
