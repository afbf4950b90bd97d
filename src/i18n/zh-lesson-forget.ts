import type { forgetWords } from './en-lesson-forget.ts';
import type { Translation } from './language.ts';

/** “先拟合，后遗忘”一课。 */
export const forgetWordsZh: Translation<typeof forgetWords> = {
  'forget.title': '先拟合，后遗忘',
  'forget.about': '在运行之前画出输出层的路径，再看看你差了多少。',

  'forget.draw.title': 'T6 的路径',
  'forget.draw.text.1':
    '一个 8 位的 tanh 网络，尚未走第一步。T6 是输出层，它从输入的 {x0} 比特和标签的 {y0} 比特出发。',
  'forget.draw.text.2':
    '它将训练 3,000 轮。训练从来只要求把正确的答案答得更有把握（使交叉熵变小）；没有什么要求它多留或少留输入的比特。',
  'forget.draw.question': '画出 T6 将要走的路径，从起点到终点。',
  'forget.draw.noTurn':
    '你画的路径没有回到左边。人们曾以为学习就是不断吸收；但要答得好，输出层不必区分同一类的两个输入，它也就不再区分了。',
  'forget.draw.turn': '你画的路径回到了左边；这一条却没有。',
  'forget.draw.noRise': '你画的路径几乎没有上升。可是答对就是上升：一个正确的输出知道标签。',
  'forget.draw.far': '你的路径和运行一样会拐弯、会上升，但位置不同。比较三处：起点、最右处和终点。',
  'forget.draw.reveal.1':
    'T6 向右走到 {xMost} 比特，又回到 {xEnd} 比特：输入的 {fall} 比特，它曾经知道，又放下了。与此同时它升到标签的 {yEnd} 比特。在没见过的输入上，准确率为 {test}%。',
  'forget.draw.reveal.2':
    '这是一个网络的一次运行。Shwartz-Ziv 和 Tishby 把向右上走的一段称为“拟合”，把往回走的一段称为“压缩”；别处是否也如此，正是后面几课要问的。',

  'forget.turn.title': '拐弯之处',
  'forget.turn.text.1': '换一个种子，其余不变：另一组权重，另一些批次。T6 会在某处走到最右，然后拐弯。',
  'forget.turn.question': 'T6 会在第几轮拐弯？到那时它会知道标签的多少比特？',
  'forget.turn.at': '拐弯的轮次，共 3,000 轮',
  'forget.turn.label': '拐弯处的 I(T6;Y)，单位比特',
  'forget.turn.late': '向右的路很短：只占 3,000 轮中的一小部分。往回的路几乎占去其余的全部。',
  'forget.turn.low': '它并不是先学输入、后学标签：在向右走的路上，它也在上升。',
  'forget.turn.high':
    '“先拟合，后遗忘”听起来像是全部学完之后才开始遗忘。并非如此：标签的很大一部分，是这一层已经在放手的时候才学到的。',
  'forget.turn.reveal.1':
    'T6 在 3,000 轮中的第 {turnAt} 轮走到最右，那时知道标签的 {yTurn} 比特，结束时是 {yLast} 比特。可见它一边遗忘一边继续学习：两个阶段互相重叠，本课的名字过于整齐了。',

  'forget.others.title': '所有层都这样吗？',
  'forget.others.text.1':
    '第三个网络，种子 4，和前面一样训练 3,000 轮。一层的下降量，是它最大的 I(X;T)（不论在哪一轮）减去结束时的值。',
  'forget.others.question': 'T3、T5 和 T6 各会下降多少比特？',
  'forget.others.t3': 'T3 的下降量',
  'forget.others.t5': 'T5 的下降量',
  'forget.others.t6': 'T6 的下降量',
  'forget.others.t3.why':
    'T3 有 5 个单元，每个 256 级：给 4,096 个输入各配一个编码绰绰有余，它从头到尾也正是如此。它的标记是空心的：关于它做了什么，I(X;T) 什么也说不出来。',
  'forget.others.t5.none':
    'T5 足够窄，能够放手：它的 3 个单元开始时几乎给每个输入各配一个编码，后来答案相同的输入渐渐共用编码。',
  'forget.others.t5.why':
    'T5 从靠近右边缘的地方出发：8 位时，它的 3 个单元仍能区分几乎所有输入。它的下降量比 T6 小。',
  'forget.others.t6.none': '输出层下降得最多：两个概率不可能一直区分那些得到同一个确定答案的输入。',
  'forget.others.t6.why':
    '要下降很多，先得站在很靠右的地方。输出层从未到过那里：它最大的 I(X;T) 是 {t6Most} 比特，结束时还留有 {t6End}。',
  'forget.others.reveal.1':
    'T3 下降了 {fall3} 比特，T5 下降了 {fall5}，T6 下降了 {fall6}。遗忘发生在网络狭窄的一端，看得见。关于宽的层，平面什么也没说，但这不等于那里什么也没发生。',

  'forget.learnt':
    '输出层先在很短的时间里获得输入的比特，然后在其余的训练中放下它们，同时继续学习标签。宽的层不论做什么，都看不出这些。',

  'forget.teacher.1':
    '先让每个人在纸上画，再请一位在投影上画。评分是把两条路径按顺序配对之后的平均距离，沿两个轴各以比特给出，细线画出了配对。',
  'forget.teacher.2':
    '会有人画笔直向上的箭头，也有人画指向右上角的箭头。问一问：若 I(X;T6) = 12，输出层要留住什么？要用两个概率把 4,096 个输入全部区分开。',
  'forget.teacher.3':
    '不同种子的结果不同：课后按下“8 个种子”，看那些浅色的路径。它们都会拐弯，位置各不相同。',
  'forget.teacher.4':
    '这里的输出层是在原研究的网格上读取的，即在最小值与最大值之间分 256 步。“标尺很重要”一课会讲到它。',
};
