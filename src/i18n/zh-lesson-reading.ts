import type { readingWords } from './en-lesson-reading.ts';
import type { Translation } from './language.ts';

/** “读懂平面”一课。 */
export const readingWordsZh: Translation<typeof readingWords> = {
  'reading.title': '读懂平面',
  'reading.about': '平面上的一个位置说明什么，什么位置是任何一层都到不了的。',

  'reading.dots.title': '三种层',
  'reading.dots.text.1':
    '平面上的每个标记是一层 T。向右：它还能区分输入 X 的多少比特，即 I(X;T)。向上：它知道标签 Y 的多少比特，即 I(T;Y)。虚线是可知的全部：H(X) = {hx} 比特，H(Y) = {hy} 比特。',
  'reading.dots.text.2':
    '页面上的网络尚未训练，每个单元只有 16 级（4 位）。各层彼此分开：T1 几乎能看到输入的全部，而输出层 T6 几乎什么也看不到。',
  'reading.dots.question': '把三种层分别放到它们该在的位置。',
  'reading.dots.copy': '它照抄输入',
  'reading.dots.copy.why':
    '照抄意味着能把每个输入与其他所有输入区分开，所以 I(X;T) = H(X)。而知道了输入就知道了它的标签，所以它的纵坐标也到 H(Y)：在右上角，尽管它什么也没有计算。',
  'reading.dots.blank': '它忘掉了一切',
  'reading.dots.blank.why':
    '一层若对所有输入都给出同一个输出，就什么也区分不了：输入的 0 比特，因而标签也是 0 比特。',
  'reading.dots.best': '它是完美的：知道标签，此外一无所知',
  'reading.dots.best.why':
    '要知道标签，至少需要标签本身那么多比特：I(T;Y) 不可能超过 I(X;T)，所以斜线左边什么也不会有。完美的层就在斜线与 H(Y) 的交点上。右上角也知道标签，但同时还知道其余的一切。',
  'reading.dots.reveal.1':
    '在刚刚完成的运行里，T1 一直留在照抄的位置：{t1x} 比特和 {t1y} 比特。没有一层到达另外两个位置；最接近完美的是输出层 T6：{t6x} 比特和 {t6y} 比特。',
  'reading.dots.reveal.2':
    '靠右不是优点：一个未经训练、只会照抄的层就在那里。单是靠上也不是优点：照抄的层已经高到不能再高。',

  'reading.end.title': '它们会停在哪里？',
  'reading.end.text.1':
    '另一个网络，随机权重不同，尚未走第一步。T5 从 {t5x} 比特和 {t5y} 比特出发，T6 从 {t6x0} 比特和 {t6y0} 比特出发。',
  'reading.end.question': '3,000 轮之后，T5 和 T6 会在哪里？',
  'reading.end.t5': '结束时的 T5',
  'reading.end.t5.why':
    'T6 由 T5 算出，T5 丢掉的东西 T6 不可能知道：I(T6;Y) 至多是 I(T5;Y)，I(X;T6) 至多是 I(X;T5)。至于 T5 比 T6 靠右多少，它没有说：这里 T5 仍能区分许多 T6 已不再区分的东西。',
  'reading.end.t6': '结束时的 T6',
  'reading.end.t6.why':
    '学习会把输出层抬高。为此它不必走到最右边：只要能分清两个类，比 H(Y) 比特多一点就够了。它也没有升到顶，因为网络仍会出错。',
  'reading.end.reveal.1':
    'T5 停在 {t5xEnd} 比特和 {t5yEnd} 比特，T6 停在 {t6xEnd} 比特和 {t6yEnd} 比特。沿网络往后，这些数只会变小：这就是数据处理不等式，精确计数永远不会违反它。',

  'reading.codes.title': '一比特是什么',
  'reading.codes.text.1':
    '这次运行结束时，T6 有 I(X;T6) = {t6xEnd} 比特。若一层是输入的函数，这就是其编码的熵 H(T)：如果 n 个编码出现得一样频繁，它就等于 log2 n。',
  'reading.codes.question': '结束时 T6 实际用到多少个不同的编码？',
  'reading.codes.few': '至多 5 个，这点比特也只够这么多',
  'reading.codes.few.why':
    '如果所有编码出现得一样频繁，确实如此。但事实并非如此：熵按出现的频率给每个编码计权，许多罕见的编码只增加一点点。',
  'reading.codes.some': '6 到 15 个',
  'reading.codes.some.why':
    '编码的个数多于二的比特数次方，因为它们出现得并不一样频繁。多多少，单凭比特数看不出来。',
  'reading.codes.all': '16 个，一个单元的全部级数',
  'reading.codes.all.why':
    '两个输出各 16 级、加起来等于 1，可选的编码就有 16 个。这只是空间；谁也没有保证每一个都会被某个输入用到。',
  'reading.codes.many': '17 到 256 个，16 级与 16 级的配对',
  'reading.codes.many.why':
    '两个输出各 16 级，可以组成 256 对。但它们是概率，加起来等于 1：知道其中一个就知道另一个，所以这些对落在一条 16 级的线上。',
  'reading.codes.each': '更多，最多 4,096 个输入各有一个',
  'reading.codes.each.why':
    '每个输入各有一个编码就是 12 比特，所需的级数比两个输出所有的还多。到了输出层，几乎所有输入都与别的输入共用编码。',
  'reading.codes.reveal.1':
    'T6 用到 {codes} 个编码，却仍只有 {t6xEnd} 比特：有些频繁，多数罕见。“检视 T6”按大小列出它们。',

  'reading.learnt':
    '平面上的位置说明一层还能区分输入和标签的多少。斜线左边不会有任何一层；沿网络往后，两个数都只会变小。单是靠右或单是靠上，都不是优点。',

  'reading.teacher.1':
    '开始之前，请一位同学大声说出 I(X;T) = 0 会说明什么。多数人会说“这一层坏了”。其实它是常值函数，题目问的就是它。',
  'reading.teacher.2':
    '把“完美”放到右上角是最常见的回答。不要马上纠正，先问：一个什么也不做的网络是不是就完美了？页面上未经训练的 T1 正在那里。',
  'reading.teacher.3':
    '第二题按位置评分，要教的却是次序：谁把 T6 放在 T5 的上方或右方，就还没有见过数据处理不等式。',
  'reading.teacher.4': '一切都是对这个网络和这 4,096 个输入的精确计数，不是关于其他网络的论断。',
};
