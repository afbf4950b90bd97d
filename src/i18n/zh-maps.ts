import type { mapWords } from './en-maps.ts';
import type { Translation } from './language.ts';

/** 划分图。 */
export const mapWordsZh: Translation<typeof mapWords> = {
  colourBy: '着色依据',
  byShare: '类',
  byCode: '编码',
  only: '只有类 {label}',
  at: '第 {epoch} 轮',
  'codes.many': '{codes} 个编码',
  bits: '{bits} 比特',
  largest: '最大：{size}',
  label:
    '{layer}，第 {epoch} 轮：{samples} 个输入上有 {codes}，I(X;T) {bits} 比特。最大的编码含 {size} 个输入，其中 {share}% 为类 1。',
  square: '每个像素是正方形上的一个点，x1 向右，x2 向上。编码相同的输入颜色相同；编码之间以线分隔。',
  boolean:
    '每个像素是一个输入：纵向为高 {high} 位，横向为低 {low} 位，使相邻者只差一位。编码相同的输入颜色相同；编码之间以线分隔。',
  point: '{layer} 中的 {input}：有 {size} 个输入与它编码相同，其中 {share}% 为类 1。',
  pointAlone: '{layer} 中的 {input}：独有一个编码，属于类 {label}。',
  hint: '指向一个输入：与它编码相同的所有输入都会突出显示。',
  keys: '方向键在输入之间移动。',
  large: '放大 {layer}',
  largeTitle: '一层能区分什么',
  close: '关闭划分图',
  map: '{layer} 的划分图：方向键在输入之间移动',
  pick: '划分图中的层',
  since: '与此轮次比较',
  change:
    '自第 {epoch} 轮以来：合并的编码失去 {merged} 比特，分裂的编码增加 {split} 比特：{before} − {merged} + {split} = {after} 比特。',
  same: '自第 {epoch} 轮以来没有合并，也没有分裂。',
  merges: '由多个合并而成：{count}',
  splits: '分裂为多个：{count}',
  from: '来自几个编码',
  into: '分成几个编码',
  markMerge: '在图上标出此编码的 {size} 个输入',
  markSplit: '在图上标出曾共用一个编码的 {size} 个输入',
  largestCodes: '{codes}中最大的几个',
  first: '首个输入',
  inputs: '输入',
  share: '类 1',
  ownClasses: '图上的类是输入自己的类，未加标签噪声。',
  percent: '{share}%',
  bitsColumn: '比特',
  waiting: '正在读取编码。',
  none: '这一轮没有保留检查点。',
  mean: '各次重复的均值没有编码：请选择其中一次重复。',
  failed: '无法读取编码：{detail}',
  noLayout:
    '没有划分图：这 {samples} 张图像只是所有可能图像的一个样本，没有行列上的次序。划分图要求任务的全部输入已知，例如 12 位任务。',
};
