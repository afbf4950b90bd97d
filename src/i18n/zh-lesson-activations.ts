import type { activationsWords } from './en-lesson-activations.ts';
import type { Translation } from './language.ts';

/** “tanh 与 ReLU”一课。 */
export const activationsWordsZh: Translation<typeof activationsWords> = {
  'activations.title': 'tanh 与 ReLU',
  'activations.about': '各用八个种子：哪一种的 T5 会遗忘，原因是激活函数吗，又是从何时算起？',

  'activations.tanh.title': '八个 tanh 网络',
  'activations.tanh.text.1':
    '一次运行只是一个故事。所以训练八个网络，每个 3,000 轮；本页面所重复的研究（Lorenzen、Igel 和 Nielsen，2022）训练了五十个，每个 8,000 轮。它们只有随机权重和批次不同。T5 是最后一个隐藏层；未经训练时，它平均有输入的 {tanhStart} 比特。',
  'activations.tanh.text.2':
    '它的下降量，是最大的 I(X;T)（不论在哪一轮，也可以在第一步之前）减去结束时的值。',
  'activations.tanh.question': '8 次 tanh 运行中，有几次 T5 会下降？下降多少？',
  'activations.tanh.over1': '8 次中下降超过 1 比特的次数',
  'activations.tanh.over2': '8 次中下降超过 2 比特的次数',
  'activations.tanh.fall': '八个下降量的均值',
  'activations.tanh.low':
    '不同种子的结果可能不同，但在这一点上它们一致：用 tanh 和这种量化方式，T5 下降超过 1 比特不是偶然。',
  'activations.tanh.alike':
    '它们一致的是 T5 会下降，而不是下降多少：设置相同，权重和批次不同，有的下降 1 比特，有的将近 4 比特。',
  'activations.tanh.far': 'T5 没有失去这么多。一层若还留有 {tanhEnd} 比特，就仍能区分几百组输入。',
  'activations.tanh.reveal.1':
    '8 次运行中有 {tanh} 次 T5 下降超过 1 比特，有 {tanh2} 次超过 2 比特，八个下降量的均值是 {tanhFall} 比特。会下降，不是某个种子的偶然；下降多少，则是。平面上画的是八次的均值，每一次则以浅色画出。',

  'activations.relu.title': '八个 ReLU 网络',
  'activations.relu.text.1':
    '一切照旧，仍是 3,000 轮，只把 tanh 换成 ReLU，与该研究的做法相同。用 tanh 时，8 次运行中有 {tanh} 次 T5 下降超过 1 比特。',
  'activations.relu.text.2': '未经训练时，ReLU 网络的 T5 平均有 {reluStart} 比特。',
  'activations.relu.question': '8 次 ReLU 运行中 T5 会下降吗？它会停在哪里？',
  'activations.relu.over1': '8 次中下降超过 1 比特的次数',
  'activations.relu.end': '结束时的 I(X;T5)，8 次的均值',
  'activations.relu.high':
    '一种网络如此，另一种未必如此：“训练会压缩”这个结论来自 tanh 网络，对这些网络并不成立。',
  'activations.relu.still': '不下降不等于停在原处。T5 从很靠左的地方出发，学习使它能区分更多的输入。',
  'activations.relu.reveal.1':
    '8 次中有 {relu} 次下降超过 1 比特；下降量的均值是 {reluFall} 比特。它走的是另一个方向：从 {reluStart} 比特到 {reluEnd} 比特。而 ReLU 网络也学会了：在没见过的输入上，准确率为 {reluTest}%，tanh 为 {tanhTest}%。',
  'activations.relu.reveal.2':
    '到此为止很容易：“tanh 压缩，ReLU 不压缩”。但这两组运行之间，改变的是两样东西。',

  'activations.same.title': '同一个量化器',
  'activations.same.text.1':
    '用 tanh 时，该研究在当前批次的最小值与最大值之间对每层取整，权重不动；用 ReLU 时，它在两个缓慢移动的端点之间取整，连权重也取整。现在让 ReLU 使用 tanh 的量化器，其余什么也不改。这样未经训练的 T5 有 {sameStart} 比特，而不是 {reluStart} 比特。',
  'activations.same.text.2':
    '下降量也计入了学到任何东西之前就有的部分。所以再数一次，从拟合结束算起，也就是 I(T5;Y) 达到其最大值的 95% 之时：从那以后，结束时的 I(X;T5) 比其间的最大值低多少？',
  'activations.same.text.3':
    '拟合之后 T5 回落超过 1 比特的：tanh 运行 8 次中有 {tanhAfter} 次，ReLU 用自己的量化器 8 次中有 {reluAfter} 次。',
  'activations.same.question': '8 次使用 tanh 量化器的 ReLU 运行中，有几次 T5 回落超过 1 比特？',
  'activations.same.over1': '8 次中的次数，从全程最大值算起',
  'activations.same.after': '8 次中的次数，只算拟合之后',
  'activations.same.low':
    '“ReLU 不压缩”说的其实是 ReLU 连同它的量化器。换一个量化器，同样网络的 T5 从很靠右的地方出发，就有了可以下降的高度。',
  'activations.same.all': '不全是：有几次运行里，T5 把起初失去的又补了回来。',
  'activations.same.late': 'T5 在这里失去的，是网络还在学习、拟合尚未结束时失去的。此后它几乎不再回落。',
  'activations.same.reveal.1':
    '从全程最大值算起，8 次中有 {same} 次 T5 回落超过 1 比特；用它自己的量化器时是 8 次中的 {relu} 次。到此为止同样很容易：“原因是量化器”。',
  'activations.same.reveal.2':
    '但拟合之后是 8 次中的 {sameAfter} 次，平均 {sameComp} 比特：这些运行是在学习的时候失去比特的，在那以后几乎没有。页面自己的判断（“拟合与压缩”，关闭课程后可见）依据的是这种数法，对它们是否压缩不下结论。同样的运行，两种数法，两个答案：在相信某个网络会压缩之前，先问是从何时算起。',
  'activations.same.reveal.3':
    '八个下降量的均值是 {sameFall} 比特，而平面上的平均路径只从 {sameStart} 比特走到 {sameEnd} 比特。每次运行在不同的轮次达到最大，所以下降量的均值不等于均值的下降量。',

  'activations.other.title': '反过来再试',
  'activations.other.text.1':
    '四种组合的最后一种：让 tanh 使用 ReLU 的量化器。到目前为止下降超过 1 比特的：tanh 用自己的，8 次中 {tanh} 次；ReLU 用自己的，8 次中 {relu} 次；ReLU 用 tanh 的，8 次中 {same} 次。',
  'activations.other.text.2':
    '到目前为止拟合之后的压缩量，平均依次为 {tanhComp}、{reluComp} 和 {sameComp} 比特。',
  'activations.other.question': '在 8 次使用 ReLU 量化器的 tanh 运行中，T5 会怎样？',
  'activations.other.over1': '8 次中下降超过 1 比特的次数',
  'activations.other.after': '拟合之后的压缩量，8 次的均值，单位比特',
  'activations.other.low': '如果只由量化器决定，tanh 就会和 ReLU 用它时一样。它只在一部分运行里如此。',
  'activations.other.high': '如果只由激活函数决定，tanh 就会和先前一样。它只在一部分运行里如此。',
  'activations.other.none': '拟合之后这些网络确实回落，与使用同一个量化器的 ReLU 网络不同。',
  'activations.other.reveal.1':
    '下降超过 1 比特的：8 次中有 {other} 次。仅仅换了量化器，tanh 就从 {tanh} 变为 {other}，ReLU 从 {relu} 变为 {same}；而两者使用同一个量化器时，仍然不同。',
  'activations.other.reveal.2':
    '拟合之后：tanh 用自己的量化器 {tanhComp} 比特，用另一个 {otherComp} 比特；ReLU 为 {reluComp} 和 {sameComp} 比特。这样数来，tanh 用两种量化器都压缩，用 ReLU 的少一些；ReLU 用哪一种都下不了结论。这种数法并不偏向哪一方，但要看它从何处开始：用 tanh 时，T5 从最初几轮起就几乎能区分所有输入，因此知道标签，几乎立刻就算拟合结束。',
  'activations.other.reveal.3':
    '所以有三样东西要紧：激活函数、量化器，以及从何时算起。一项研究若同时改变前两样，就分不清是哪一个。',

  'activations.learnt':
    '一层是否压缩，取决于激活函数、量化器，以及从何时算起。一种设置下的一个数，哪一样也定不下来。',

  'activations.teacher.1':
    '这里要训练四组、每组八次运行：在四核笔记本电脑上，一题大约十秒，手机上约一分钟。不妨趁这段时间让全班投票。',
  'activations.teacher.2':
    '陷阱是第二题之后的那句口号。第三题之前把它写在黑板上：“tanh 压缩，ReLU 不压缩。”然后问：两者之间究竟改变了什么？第三题之后还有第二句口号：“原因是量化器”，请一位同学说出那是从何时算起的。',
  'activations.teacher.3':
    '1 比特这个界限只是约定，拟合结束处的 95% 也是。问一问：若改为半比特，会有什么不同？再看看那些浅色的路径。',
  'activations.teacher.4':
    '预设“相同的量化器”包含这四种设置，重复次数更多。页面自己的判断会扣除曲线又升回去的部分，并给出区间：就这八个种子而言，tanh 用两种量化器都压缩，ReLU 用两种量化器都不下结论。',
};
