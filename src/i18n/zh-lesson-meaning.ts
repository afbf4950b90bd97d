import type { meaningWords } from './en-lesson-meaning.ts';
import type { Translation } from './language.ts';

/** “压缩不意味着什么”一课。 */
export const meaningWordsZh: Translation<typeof meaningWords> = {
  'meaning.title': '压缩不意味着什么',
  'meaning.about': '两组经过搜索找到的运行：一组只压缩，一组只泛化。',

  'meaning.first.title': '一个会压缩的网络',
  'meaning.first.text.1':
    '五个网络，训练到底；平面上画的是它们的均值。最后一个隐藏层 T3 在压缩：按页面自己的判据，拟合之后下降了 {comp} 比特。训练样本中，网络答对了 {train}%。',
  'meaning.first.text.2':
    '平面统计的是全部输入，训练样本和测试样本都在内。其中五分之一是测试样本，训练从未见过。',
  'meaning.first.question': '测试样本中，它们答对百分之几？',
  'meaning.first.label': '测试准确率，%',
  'meaning.first.high':
    '“压缩输入的网络就能泛化”，正是本课要讨论的口号。这里的网络把样本背了下来，一边背一边压缩。',
  'meaning.first.low': '要比瞎猜还差，网络得学到某种在测试样本上恰好相反的东西。',
  'meaning.first.reveal.1':
    '测试样本对了 {test}%，而只有两个类：不比瞎猜强，也不可能更强。这个任务的标签是抽签决定的（顶部那句话里写着它的名字）。没有什么可以从一个输入带到另一个输入。',
  'meaning.first.reveal.2':
    'T3 照样压缩了。要对一个类有把握，只需把它的样本送到同一个角落，不管它们因为什么属于这个类。',

  'meaning.second.title': '一个未经训练的网络',
  'meaning.second.text.1':
    '另一个网络，12 位任务，用 ReLU，层更宽，尚未走第一步。T3 仍是最后一个隐藏层，有 8 个单元。它将训练 600 轮，共五次。',
  'meaning.second.question': 'T3 会压缩多少比特？',
  'meaning.second.label': 'T3 的压缩，单位比特',
  'meaning.second.high': '它有地方：8 个单元一开始就能区分几乎所有输入，训练中也没有什么让它放弃这一点。',
  'meaning.second.reveal.1':
    '{comp2} 比特。按页面的判据，它不压缩，其他隐藏层也都不压缩：T1 和 T2 是满的，无法判断。结束时 I(X;T3) = {t3x} 比特。',

  'meaning.third.title': '它又有多好呢？',
  'meaning.third.text.1':
    '同样的五个网络，在结束时。T3 只压缩了 {comp2} 比特。本课最初的那组压缩了 {comp} 比特，测试样本对了 {test}%。',
  'meaning.third.question': '测试样本中，这些网络答对百分之几？',
  'meaning.third.label': '测试准确率，%',
  'meaning.third.low': '不压缩就不泛化？它们在 T3 里几乎留住了输入的全部，照样答对：输出层从中取出它需要的。',
  'meaning.third.reveal.1':
    '测试样本对了 {test2}%。可见一组网络压缩却不泛化，另一组泛化，最后一个隐藏层却不压缩。谁也不是谁的原因，从谁身上也读不出谁。',
  'meaning.third.reveal.2':
    '平面真正告诉我们的是：对这些输入、按这把标尺，一层还留住输入的多少，又知道标签的多少。这值得知道，但也仅此而已。',

  'meaning.teacher.1':
    '这两组设置不是凭空想出来的。一共训练了 108 种设置，每种五次：有 1 种的最后一个隐藏层压缩超过 1 比特，而在测试样本上不比瞎猜强；有 3 种能泛化，却没有一个隐藏层压缩。“npm run search”可以重做这次搜索。',
  'meaning.teacher.2':
    '在能泛化的 68 种设置中，有 35 种的最后一个隐藏层按判据在压缩，其余大多数则重复次数不足以定论。请如实告诉学生。两个例子可以推翻“总是”，推翻不了“常常”；而“常常”也不是原因。',
  'meaning.teacher.3':
    '输出层在两组里都压缩：有把握就会对许多输入给出同样的回答。本课说的是最后一个隐藏层，那些论断说的也是它。',
  'meaning.teacher.4':
    '最后可以问：要在平面上看到什么，才能知道一个网络能泛化？单看测试样本：“标尺”可以只对它们计数，但那时，每个只含一个样本的编码都知道它的标签。',
};
