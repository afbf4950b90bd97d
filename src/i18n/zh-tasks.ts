import type { taskWords } from './en-tasks.ts';
import type { Translation } from './language.ts';

/** 任务对话框。 */
export const taskWordsZh: Translation<typeof taskWords> = {
  'tasks.about':
    '全部输入已知且等可能，因此一切都是精确的。选择任务时，网络、激活函数和轮数会一并换成默认运行的设置。',
  'tasks.boolean': '布尔函数',
  'tasks.boolean.about': 'N 位的全部 2ᴺ 个输入，N 为 2 到 16；x1 是第一位。',
  'tasks.square': '正方形上的任务',
  'tasks.square.about':
    '[−1, 1]² 上 64 × 64 网格的全部 4,096 个点：两个输入，x1 向右，x2 向上。图中显示的是标签。',
  'tasks.use': '用它训练',

  'tasks.inputs': '输入',
  'tasks.width': '输入',
  'tasks.bits': '数字',
  'tasks.percent': '1 所占的百分比',
  'tasks.seed': '种子',
  'tasks.expression': '表达式',
  'tasks.hex': '十六进制数字',

  'task.parity': '奇偶校验',
  'task.parity.about': '1 的个数是奇数吗？',
  'task.majority': '多数表决',
  'task.majority.about': '超过半数的输入是 1 吗？相等时为 0。',
  'task.multiplexer': '多路选择器',
  'task.multiplexer.about': '前几个输入是地址：取它们所指的那个输入的值。',
  'task.expr': '表达式',
  'task.expr.about': '由 x1 到 x16 组成的公式，可用 !（非）、&（与）、^（异或）、|（或）和括号。',
  'task.symmetric': '对称函数',
  'task.symmetric.about': '只与 1 的个数有关：依次给出输入中有 0 个、1 个、2 个…直至全部为 1 时的数字。',
  'task.random': '随机函数',
  'task.random.about': '每个输入的标签随机抽取：除了这张表本身，没有规律可寻。',
  'task.table': '真值表',
  'task.table.about': '全部输入的标签依次列出，从全 0 到全 1，每四个合成一位十六进制数字。',

  'tasks.outcome':
    '{inputs} 个输入，{samples} 个样本，其中 {ones} 个为 1。H(X) = {inputs} 比特，H(Y) = {hy} 比特。',
  'tasks.outcome.large': '{inputs} 个输入，{samples} 个样本。H(X) = {inputs} 比特。',
  'tasks.outcome.constant':
    '{inputs} 个输入，{samples} 个样本，全都属于一类：H(Y) = 0，因此没有什么可学，每个 I(T;Y) 都是 0。',

  'tasks.wrong.character': '第 {at} 个字符处应当是以下之一：{expected}',
  'tasks.wrong.sign': '第 {at} 个字符处：{written} 应写作 {meant}',
  'tasks.wrong.parity': '输入数应为 2 到 16 之间的整数。',
  'tasks.wrong.majority': '输入数应为 2 到 16 之间的整数。',
  'tasks.wrong.multiplexer': '多路选择器有 3、6 或 11 个输入。',
  'tasks.wrong.expr': '公式的变量为 x1 到 x16。',
  'tasks.wrong.symmetric': 'N 个输入（2 到 16）需要 N + 1 个数字 0 或 1：3 到 17 个数字。',
  'tasks.wrong.random': '需为整数：2 到 16 个输入，百分比 1 到 99，种子 0 到 4,294,967,295。',
  'tasks.wrong.table': '数字 0 到 9 和 a 到 f；2、3、4、5…个输入分别需要 1、2、4、8…个。',

  'noise.none': '无',
  'noise.note':
    '标签以概率 {noise} 被看成另一类。训练样本只抽取一次这样的标签，训练准确率据此计算；测试准确率按任务本来的标签计算。信息量是 x 与所见标签之间的信息量，因此任何 I(T;Y) 都不超过 I(X;Y)，它画在 H(Y) 之下。',

  'own.title': '你自己的数据',
  'own.about':
    'CSV 或 JSON 文件，最多 64 个特征、16 类、65,536 个样本；或 MNIST 格式数据集（如 Fashion-MNIST）的四个 idx 文件，压缩与否均可。数据不离开本设备。',
  'own.choose': '选择文件，或拖放到这里',
  'own.reading': '正在读取…',
  'own.use': '用这些数据训练',
  'own.noRoom':
    '这么多数据必须由浏览器保存，而它在这里不保存任何东西：页面既不是来自 https 也不是来自本机，或处于无痕窗口，或磁盘已满。能放进链接的样本不需要空间。',
  'own.class': '类别所在的列',
  'own.scale': '把每个特征缩放到 0…1',
  'own.scale.note':
    '1 到 16 位的网络把输入分成 256 级，从所有特征中的最小值到最大值：数值小的特征会被数值大的特征淹没。',
  'own.found': '{samples} 个样本，{features} 个特征，{classes} 类。',
  'own.limits': 'H(X) = {hx} 比特，H(Y) = {hy} 比特。',
  'own.noDuplicates': '没有两个样本的特征相同。',
  'own.duplicates':
    '{inputs} 个不同的输入：{copies} 个样本与别的重复。每个样本在 P(X) 中各算一个，因此 H(X) 小于样本数的 log₂。',
  'own.mixed': '{mixed} 个输入的样本分属多个类，因此任何层对类别的了解都不超过 I(X;Y) = {ixy} 比特。',
  'own.quantized': '1 到 16 位的网络在 {inputs} 个不同的输入中只能看到 {quantized} 个，因为输入按 8 位量化。',
  'own.inLink': '样本不多，可以随链接传递。',
  'own.asFile': '它们保存在本设备上；链接用摘要指明它们，打开链接的人会被要求提供文件。',
  'own.features': '特征及其最小值和最大值',
  'own.feature': '特征',
  'own.low': '最小',
  'own.high': '最大',
  'own.classes': '类',
  'own.classCount': '{count}（{percent}%）',
  'own.images': '{train} 张训练图像和 {test} 张测试图像，{height} × {width}，{classes} 类。',
  'own.images.first': '前 {count} 张图像',
  'own.images.note':
    '它们保持原有的划分，并保存在本设备上；链接用摘要指明它们，打开链接的人会被要求提供文件。',
  'own.missing':
    '此链接的数据（摘要 {digest}）不在本设备上。请选择它的文件，图像则选择四个文件，运行随即开始。',
  'own.chooseMissing': '选择文件，或拖放到这里',

  'task.half-plane.about': '直线 x2 = x1/2 以上。',
  'task.circle.about': '圆内，占面积的一半。',
  'task.ring.about': '半径 0.416 与 0.9 之间。',
  'task.xor.about': '恰有一个坐标为正。',
  'task.checkerboard.about': '4 × 4 格。',
  'task.spiral.about': '两条臂，各转 1.5 圈。',
  'task.gaussians.about': '两个高斯分布中更可能的一个。',
};
