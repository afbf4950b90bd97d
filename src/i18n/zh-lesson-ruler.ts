import type { rulerLessonWords } from './en-lesson-ruler.ts';
import type { Translation } from './language.ts';

/** “标尺很重要”一课。 */
export const rulerLessonWordsZh: Translation<typeof rulerLessonWords> = {
  'ruler.lesson.title': '标尺很重要',
  'ruler.lesson.about': '一次运行，几种测量方法，就有几个答案。',

  'ruler.lesson.exact.title': '给从不重复的东西计数',
  'ruler.lesson.exact.text.1':
    '一个不量化的网络：它的输出是 32 位的数。最后一个隐藏层 T5 有 3 个单元。它将训练 3,000 轮，然后对输出精确计数：三个数直到最后一位都相同，输入才算编码相同。',
  'ruler.lesson.exact.question': '精确计数时，结束时的 I(X;T5) 会是多少比特？',
  'ruler.lesson.exact.label': '结束时的 I(X;T5)，单位比特',
  'ruler.lesson.exact.low':
    '8 位时这样的一层会下降，所以可能以为这里也会。但两个 32 位的数几乎不会直到最后一位都相同，无论它们相差多么小：在计数看来，十亿分之一的差别和二分之一的差别没有两样。',
  'ruler.lesson.exact.reveal.1':
    'I(X;T5) = {exact} 比特，总共有 {hx} 比特。计数是精确的，却几乎什么也没说：几乎每个输入都独有一个编码，数越细就越是如此。所以人们改用更粗的标尺。',

  'ruler.lesson.bins.title': '更粗的标尺',
  'ruler.lesson.bins.text.1':
    '同一次运行，不再重新训练。现在把每个单元的值分到等宽的箱里，箱从整次运行的最小值排到最大值；三个单元的箱都相同，输入才算编码相同。',
  'ruler.lesson.bins.question': '用 30、100 和 256 个箱时，结束时的 I(X;T5) 各是多少比特？',
  'ruler.lesson.bins.b30': '30 个箱，单位比特',
  'ruler.lesson.bins.b100': '100 个箱，单位比特',
  'ruler.lesson.bins.b256': '256 个箱，单位比特',
  'ruler.lesson.bins.b30.why':
    '三个单元各 30 个箱，共有 27,000 个格子，装得下全部 4,096 个输入。但网络并没有把输入均匀地摊在格子里：许多挤在一起，其余的格子空着。',
  'ruler.lesson.bins.b256.why': '箱越细，区分的输入越多。用 256 个箱时，离精确计数已经不远了。',
  'ruler.lesson.bins.reveal.1':
    '{b30}、{b100} 和 {b256} 比特：同一网络、同一层、同一时刻，三个数。没有哪个是错的，它们回答的是各自的问题：把相差不到一个箱的值当作同一个，还剩多少？',
  'ruler.lesson.bins.reveal.2':
    '拖动平面上方的“箱数”滑块，看整条路径如何移动。谁要报告这种网络的 I(X;T)，就必须说明用的是什么箱。',

  'ruler.lesson.output.title': '一个输出，两把标尺',
  'ruler.lesson.output.text.1':
    '回到 8 位，另一个网络，尚未走第一步。它的输出层 T6 是两个概率，本身并不量化。原研究在网格上读取它们：取整到 256 步。也可以对它们精确计数。',
  'ruler.lesson.output.question': '在网格上读取和精确计数，T6 各会下降多少比特？',
  'ruler.lesson.output.grid': '网格上的下降量，单位比特',
  'ruler.lesson.output.exact': '精确计数的下降量，单位比特',
  'ruler.lesson.output.grid.why':
    '网络越有把握，概率就越聚到 0 和 1 附近，而在那里，网格的一步就容下成百个概率。',
  'ruler.lesson.output.exact.why':
    '同一个网络，同一个输出，所以可能以为下降量也相同。但在 0 和 1 附近，不同的概率无论多么接近仍然不同；只有网格才把它们当作同一个。',
  'ruler.lesson.output.reveal.1':
    '在网格上 T6 下降了 {gridFall} 比特，精确计数时下降了 {exactFall}。轮流按平面上方的“精确”和“原研究的网格”：下降的大部分来自读法。',
  'ruler.lesson.output.reveal.2': '所以“这一层在压缩”是关于一层和一把标尺的一句话。没有标尺，它只是半句话。',

  'ruler.lesson.teacher.1':
    '第二题之前，让全班估一估：三个单元各 30 个箱，一共有多少格子？比输入还多，但大多数输入仍然挤在一起，因为这一层的值分布得并不均匀。',
  'ruler.lesson.teacher.2':
    '次序比准确的数更要紧：谁让 I(X;T) 随箱数增多而下降，就是把分箱当成了网络的量化。箱只改变读法，并没有重新训练。',
  'ruler.lesson.teacher.3':
    '还可以用“标尺”走得更远：在同一次运行上试试等频分箱，以及 Saxe 宽度为 0.07 的箱。标尺旁边的表格可以把它们并排比较。',
};
