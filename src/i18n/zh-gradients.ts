import type { gradientWords } from './en-gradients.ts';
import type { Translation } from './language.ts';

/** 梯度与权重的图表。 */
export const gradientWordsZh: Translation<typeof gradientWords> = {
  gradient: '{layer} 的梯度，在一轮的各批次上',
  gradientRelative: '{layer} 的梯度，在一轮的各批次上，除以其权重范数',
  mean: '均值',
  deviation: '标准差',
  snr: '信噪比：均值除以标准差',
  norm: '权重范数随轮次',
  relative: '除以权重范数',
  note: '一层的梯度在一轮各批次上的均值和标准差，都取其权重（不含偏置）上的范数（Saxe 等 2018；Shwartz-Ziv & Tishby 2017，后者把两者都除以权重范数）。不含惩罚项。漂移是否、又在何处变为扩散，请自己判断：这里不下任何结论。',
  oneBatch: '这里一轮就是一个批次，因此梯度没有标准差，也没有信噪比。',
  notThere: '没有记录梯度和权重：文件的版本较旧。',
  caption: '{layer} 的梯度，{all} 次测量中的 {shown} 次',
  meanColumn: '平均梯度',
  deviationColumn: '标准差',
  snrColumn: '比值',
  relativeColumn: '均值除以权重范数',
  relativeDeviationColumn: '标准差除以权重范数',
  ratios: '各层的信噪比，{all} 次测量中的 {shown} 次',
  norms: '各层的权重范数，{all} 次测量中的 {shown} 次',
  meanOf: '{caption}；{repeats} 次重复的均值',
  none: '–',
};
