import type { rulerLessonWords } from './en-lesson-ruler.ts';
import type { Translation } from './language.ts';

/** “标尺很重要”一课。 */
export const rulerLessonWordsZh: Translation<typeof rulerLessonWords> = {
  'ruler.lesson.title': '标尺很重要',
  'ruler.lesson.about': '一次运行，几种测量方法，就有几个答案。',

  'ruler.lesson.exact.title': '给从不重复的东西计数',
  'ruler.lesson.exact.text.1':
    '一个不量化的网络，未经训练：它的输出是 32 位的数。精确计数时，没有哪两个输入编码相同，因为 T5 的 3 个单元都得直到最后一位都相同：输入的 {exact} 比特，标签的 {exactY} 比特。标记是空心的，什么也没说。',
  'ruler.lesson.exact.text.2':
    '换一把更粗的标尺：从 3,000 轮的整次运行中的最小值到最大值，把每个单元的值分到 30 个等宽的箱里。三个单元的箱都相同，输入才算编码相同。',
  'ruler.lesson.exact.question': '用 30 个箱时，未经训练的 T5 会有多少比特？',
  'ruler.lesson.exact.x': '训练之前的 I(X;T5)',
  'ruler.lesson.exact.y': '训练之前的 I(T5;Y)',
  'ruler.lesson.exact.few':
    '30 个箱听起来很粗，但三个单元就有 27,000 个格子：虽然值挤在一起，用到的格子仍有几百个。',
  'ruler.lesson.exact.room':
    '三个单元各 30 个箱，共有 27,000 个格子，装得下全部 4,096 个输入。但有地方不等于用得上：许多输入挤在同一个格子里，大多数格子空着。',
  'ruler.lesson.exact.nothing':
    '网络确实什么也没学到，但许多输入所在的格子里只有少数几个输入，这么少的标签很难恰好各占一半：这样的格子碰巧就说明了标签的一部分。“位宽”一课会讲到这一点。',
  'ruler.lesson.exact.knows':
    '精确计数时它有全部的标签，但那只像一份全部输入的名单：因为能把它们一一区分开。一旦几个输入同在一个格子，它们的标签就混在一起，而未经训练的层并没有给它们分过类。',
  'ruler.lesson.exact.reveal.1':
    '输入的 {first} 比特，标签的 {firstY} 比特。网络里没有一个数改变，变的只是标尺。',
  'ruler.lesson.exact.reveal.2':
    '这次运行此时已经训练到底。精确计数时，T5 在结束时仍是 {exactEnd} 和 {exactEndY} 比特：在那种计数看来，十亿分之一的差别和二分之一的差别没有两样，所以它丝毫看不到训练。',

  'ruler.lesson.bins.title': '更粗的标尺',
  'ruler.lesson.bins.text.1':
    '同一次运行，在结束时。精确计数时，T5 的标记仍是空心的。不再重新训练，只是把箱放到已保存的值上。',
  'ruler.lesson.bins.text.2': '训练之前，用 30 个箱得到 {first} 比特。',
  'ruler.lesson.bins.question': '用 30、100 和 256 个箱时，结束时的 I(X;T5) 各是多少比特？',
  'ruler.lesson.bins.b30': '30 个箱',
  'ruler.lesson.bins.b100': '100 个箱',
  'ruler.lesson.bins.b256': '256 个箱',
  'ruler.lesson.bins.b30.low': '比开始时是下降了，但没有降这么多：T5 仍把输入分到几百个格子里。',
  'ruler.lesson.bins.b30.high': '用 30 个箱就能看到训练：与第一步之前相比，结束时有更多输入同在一个格子里。',
  'ruler.lesson.bins.b100.low':
    '箱的宽度不到三分之一，许多原本同在一个格子的输入就分开了：多出来的不止两比特。',
  'ruler.lesson.bins.b100.high':
    '一百万个格子足够把 4,096 个输入装上许多遍，但仍有许多输入同在一个格子：值都挤在一起。',
  'ruler.lesson.bins.b256.low': '箱越细，区分的输入越多。用 256 个箱时，离精确计数已经不远了。',
  'ruler.lesson.bins.b256.high':
    '接近全部，但不是全部：即使有一千六百万个格子，也还有输入同在一处。只有精确计数才能把每个输入与其他所有输入区分开。',
  'ruler.lesson.bins.reveal.1':
    '{b30}、{b100} 和 {b256} 比特：同一网络、同一层、同一时刻，三个数。没有哪个是错的，它们回答的是各自的问题：把一个箱里的值都算作同一个，还剩多少？（箱边两侧的两个值无论多么接近，仍然是两个。）',
  'ruler.lesson.bins.reveal.2':
    '拖动“箱数”滑块，看整条路径如何移动。谁要报告这种网络的 I(X;T)，就必须说明用的是什么箱。',

  'ruler.lesson.output.title': '一个输出，两把标尺',
  'ruler.lesson.output.text.1':
    '回到 8 位：另一个网络，尚未走第一步，将训练 3,000 轮。它的输出层 T6 是两个概率，本身并不量化。原研究把它们取整到 256 步的网格上；也可以对它们精确计数。两种读法下，T6 都从 {t6x0} 比特开始。',
  'ruler.lesson.output.text.2': '下降量是途中最大的 I(X;T) 减去结束时的值：',
  'ruler.lesson.output.question': '在这 3,000 轮里，在网格上读取和精确计数，T6 各会下降多少比特？',
  'ruler.lesson.output.grid': '网格上的下降量',
  'ruler.lesson.output.exact': '精确计数的下降量',
  'ruler.lesson.output.grid.low':
    '网络越有把握，概率就越聚到 0 和 1 附近，而在那里，网格的一步就容下成百个概率。',
  'ruler.lesson.output.grid.high':
    '在网格上，T6 从来没有超过 {gridMost} 比特，也不可能全部丢掉：要答对，就必须把两个类分开。',
  'ruler.lesson.output.exact.low':
    '还是有一些下降：前面的 T5 是量化的，用到的编码越来越少；在那里编码相同的输入，输出直到最后一位都相同。',
  'ruler.lesson.output.exact.high':
    '同一个网络，同一个输出，所以可能以为下降量也相同。但在 0 和 1 附近，不同的概率无论多么接近仍然不同；只有网格才把它们取整到同一步。',
  'ruler.lesson.output.reveal.1':
    '在网格上 T6 下降了 {gridFall} 比特，精确计数时下降了 {exactFall}。轮流按“精确”和“原研究的网格”：下降的大部分来自读法。',
  'ruler.lesson.output.reveal.2':
    '关于这次运行，页面自己说：拟合之后，T6 在网格上丢了 {gridComp} 比特。那里只从 T6 对标签的所知几乎已到最大时算起；下降量则从最大值算起，不管它出现在什么时候。',
  'ruler.lesson.output.reveal.3':
    '所以“这一层在压缩”是关于一层、一把标尺和一个起点的一句话。没有它们，它只是半句话。',

  'ruler.lesson.learnt':
    '一层有多少比特，取决于怎样区分它的值。同一次运行，用一种标尺量会下降，用另一种则不动；所以说出数时要说明标尺。',

  'ruler.lesson.teacher.1':
    '第一题之前，让全班估一估：三个单元各 30 个箱，一共有多少格子？比输入还多，但大多数输入仍然挤在一起，因为这一层的值分布得并不均匀。',
  'ruler.lesson.teacher.2':
    '第二题里，次序比准确的数更要紧：谁让 I(X;T) 随箱数增多而下降，就是把分箱当成了网络的量化。箱只改变读法，并没有重新训练。',
  'ruler.lesson.teacher.3':
    '还可以用“标尺”走得更远：在同一次运行上试试等频分箱，以及 Saxe 宽度为 0.07 的箱。标尺旁边的表格可以把它们并排比较。',
  'ruler.lesson.teacher.4':
    '页面的判据里，“拟合之后”从 I(T;Y) 第一次测得其最大值的 95% 算起。“拟合与压缩”列出每一层的拟合在哪一轮结束，以及此后丢了多少。',
};
