import type { bitsWords } from './en-lesson-bits.ts';
import type { Translation } from './language.ts';

/** “位宽”一课。 */
export const bitsWordsZh: Translation<typeof bitsWords> = {
  'bits.lesson.title': '位宽',
  'bits.lesson.about': '更粗的数会拿走什么，满了的层能说什么、不能说什么。',

  'bits.lesson.four.title': '从 8 位到 4 位',
  'bits.lesson.four.text.1':
    '一个 8 位的网络，未经训练，在第 0 轮：每个单元有 256 级。T4 有 4 个单元，I(X;T4) = {at8} 比特：几乎没有两个输入编码相同。',
  'bits.lesson.four.text.2': '现在权重不变，改用 4 位，每个单元 16 级。一层里至多可以有这么多不同的编码：',
  'bits.lesson.four.question': '用 4 位时，训练之前的 I(X;T4) 是多少比特？',
  'bits.lesson.four.label': '4 位时的 I(X;T4)',
  'bits.lesson.four.low':
    '更粗的数拿走很多，但没有这么多：每个单元 16 级时，T4 用到的不同编码仍有 {codes4} 个。',
  'bits.lesson.four.half':
    '每个单元的位数减半，信息也减半？但信息数的是哪些输入编码相同，这取决于它们的值如何分布，而不只取决于数的位宽。',
  'bits.lesson.four.room':
    '地方够放 65,536 个编码，4,096 个输入绰绰有余。但有地方不等于用得上：未经训练的层，值都挤在一起，各单元也一起变化，所以多数编码从不出现。',
  'bits.lesson.four.reveal.1':
    'I(X;T4) = {at4} 比特，8 位时是 {at8} 比特。在 65,536 个可能的编码里，用到了 {codes4} 个。',
  'bits.lesson.four.reveal.2': '仅仅因为数变粗，输入就丢掉了这么多，一步训练也没有走：页面停在第 0 轮。',

  'bits.lesson.two.title': '从 4 位到 2 位',
  'bits.lesson.two.text.1':
    '每个单元 4 位时是 {at4} 比特。2 位时每个单元有 4 级，T4 至多有 256 个编码：不可能超过 8 比特。',
  'bits.lesson.two.question': '用 2 位时，训练之前的 I(X;T4) 是多少比特？',
  'bits.lesson.two.label': '2 位时的 I(X;T4)',
  'bits.lesson.two.low': '虽然粗糙，它仍然把输入分成 {codes2} 堆。',
  'bits.lesson.two.half':
    '可能的最大值的一半，还是原来的一半？比两者都少：值挤在少数几级上，各单元又一起变化，所以 256 个编码里只出现 {codes2} 个。',
  'bits.lesson.two.room':
    '8 比特是 256 个编码能承载的最大值，前提是它们出现得一样频繁。事实并非如此：出现的总共只有 {codes2} 个，而且并不一样频繁。',
  'bits.lesson.two.over': '只有 256 个编码，无论值如何分布，都不可能超过 8 比特。',
  'bits.lesson.two.reveal.1':
    'I(X;T4) = {at2} 比特，用到 {codes2} 个编码，同样是在第 0 轮。从 8 位到 4 位丢掉约三分之一，从 4 位到 2 位又丢掉剩下的约三分之二。',
  'bits.lesson.two.reveal.2': '一层丢掉的东西，后面的层再也找不回来：用 2 位时，T5 从 {t5at2} 比特开始。',

  'bits.lesson.full.title': '满了的层说明什么',
  'bits.lesson.full.text.1':
    '再回到 8 位，300 轮之后。T1 给每个输入一个独有的编码：它的标记是空心的，输入的 {t1x} 比特，标签的 {t1y} 比特。T5 接近满了，{t5x} 和 {t5y} 比特。输出层 T6 有 {t6x} 和 {t6y} 比特。',
  'bits.lesson.full.text.2':
    '假设把标签打乱：随机重新分给各个输入，共 200 次，编码保持不变，重新计算 I(T;Y)。',
  'bits.lesson.full.question': '平均而言，T1、T5 和 T6 知道打乱后标签的多少比特？',
  'bits.lesson.full.t1': '标签打乱后的 I(T1;Y)',
  'bits.lesson.full.t5': '标签打乱后的 I(T5;Y)',
  'bits.lesson.full.t6': '标签打乱后的 I(T6;Y)',
  'bits.lesson.full.t1.why':
    '标签毫无意义，所以对它们一无所知？但一层若能把每个输入与其他输入区分开，就知道任何标签，正如一份写着所有人名字的名单，只要在名字旁边记下谁得了奖，就知道谁得了什么奖。',
  'bits.lesson.full.t5.low':
    'T5 差不多就是这样一份名单：它的大多数编码只含很少几个输入，而只含一个输入的编码，无论那个输入的标签是什么，都知道它。',
  'bits.lesson.full.t5.high':
    'T5 还不完全是这样一份名单：几个输入编码相同时，打乱后的标签就混在一起，混在一起的就无从知道。',
  'bits.lesson.full.t6.why':
    'T6 用到的编码很少，大多数输入与许多别的输入编码相同：标签打乱以后，两个类在那里混在一起。它对真实标签的所知，是学来的。',
  'bits.lesson.full.reveal.1':
    'T1 知道打乱后标签的 {t1null} 比特，与真实标签一样多：它知道标签这件事，与学习毫无关系。T6 知道打乱后标签的 {t6null} 比特、真实标签的 {t6y} 比特，其差才是学来的。',
  'bits.lesson.full.reveal.2':
    'T5 接近满了，知道毫无意义的标签的 {t5null} 比特。它虽然有真实标签的 {t5y} 比特，但只有超出偶然的那部分才说明学习。横贯平面、与 T5 同色的带就是这种偶然水平：100 次打乱有 95 次落在里面。若改选 T1 或 T6，带就是它们的。',
  'bits.lesson.full.reveal.3':
    '所以关于满了的（饱和的）层，这里不下任何结论：既不说它学会了，也不说它没学会；既不说它压缩，也不说它不压缩。',

  'bits.lesson.learnt':
    '级数减少，比特数并不按比例减少。一层若让每个输入都有自己的编码，就已到上限：它的数说明不了网络学到了什么。',

  'bits.lesson.teacher.1':
    '先让大家报出数来，再去计算。两个省事的答案，“减半”和“全部，反正放得下”，都不对，而且错的方向相反。',
  'bits.lesson.teacher.2':
    '第三题是所有课里最难、也最有用的一题：它说明了为什么宽层的平面往往什么也没说。I(T;Y) 曲线下面的“偶然水平”可以对任何运行作同样的对照。',
  'bits.lesson.teacher.3':
    '一层之所以满，是因为它宽，或者它的数很细，而不是因为它好。让全班找出 T1 仍然满着的最低位数。',
};
