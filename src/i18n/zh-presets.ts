import type { presetWords } from './en-presets.ts';
import type { Translation } from './language.ts';

/** 一打开页面就能看到的预设文字。 */
export const presetWordsZh: Translation<typeof presetWords> = {
  'presets.open': '预设',
  'presets.title': '预设：原研究的实验，以及更多',
  'presets.close': '关闭预设',
  'presets.bar': '预设',
  'presets.variant': '变体',
  'presets.ruler': '绘图所用标尺',

  'figure.main': '正文图',
  'figure.A': '附录 A',
  'figure.B': '附录 B',
  'figure.C': '附录 C',
  'figure.D': '附录 D',
  'figure.E': '附录 E',
  'figure.F': '附录 F',
  'figure.beyond': '原研究之外',

  'preset.main': '12 位任务，8 位',
  'preset.mnist': 'MNIST，Bottleneck-2',
  'preset.bins': '浮点网络的分箱',
  'preset.curves': '曲线与单次重复',
  'preset.bits': '4 位，以及不量化',
  'preset.prefit': '先学随机标签',
  'preset.networks': 'MNIST 上的其他网络',
  'preset.accuracy': '准确率随轮次',
  'preset.ruler': '输出层的标尺',
  'preset.quantizer': '相同的量化器',
  'preset.calibrated': '校准的范围',

  'variant.tanh': 'tanh',
  'variant.relu': 'ReLU',
  'variant.tanh-4': 'tanh，4 位',
  'variant.tanh-8': 'tanh，8 位',
  'variant.tanh-float': 'tanh，float32',
  'variant.relu-4': 'ReLU，4 位',
  'variant.relu-8': 'ReLU，8 位',
  'variant.relu-float': 'ReLU，float32',
  'variant.tanh-batch': 'tanh，tanh 规则',
  'variant.tanh-moving': 'tanh，ReLU 规则',
  'variant.relu-batch': 'ReLU，tanh 规则',
  'variant.relu-moving': 'ReLU，ReLU 规则',
  'variant.bottleneck-2': 'Bottleneck-2',
  'variant.bottleneck-4': 'Bottleneck-4',
  'variant.hourglass': 'HourGlass',
  'variant.4x10': '4x10',
  'variant.conv': 'Conv',

  'say.inMean': '在 {done} 次重复的均值中：{said}',

  'phases.title': '拟合与压缩',

  'ranges.title': '范围与量化级',
  'gradients.title': '梯度与权重',

  'scatter.title': '{layer} 中的样本',
};
