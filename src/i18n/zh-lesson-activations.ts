import type { activationsWords } from './en-lesson-activations.ts';
import type { Translation } from './language.ts';

/** “tanh 与 ReLU”一课。 */
export const activationsWordsZh: Translation<typeof activationsWords> = {
  'activations.title': 'tanh 与 ReLU',
  'activations.about': '各用八个种子：哪一种的 T5 会遗忘，原因是激活函数吗？',

  'activations.tanh.title': '八个 tanh 网络',
  'activations.tanh.text.1':
    '一次运行只是一个故事。所以训练八个网络，它们只有随机权重和批次不同。T5 是最后一个隐藏层；它的下降量，是最大的 I(X;T) 减去结束时的值。',
  'activations.tanh.question': '8 次 tanh 运行中，有几次 T5 下降超过 1 比特？',
  'activations.tanh.label': 'tanh 运行的次数，共 8 次',
  'activations.tanh.low':
    '不同种子的结果可能不同，但这里它们一致：用 tanh 和这种量化方式，T5 的下降不是偶然。',
  'activations.tanh.reveal.1':
    '8 次运行中有 {tanh} 次 T5 下降超过 1 比特，平均下降 {tanhFall} 比特。平面上画的是八次的均值，每一次则以浅色画出。',

  'activations.relu.title': '八个 ReLU 网络',
  'activations.relu.text.1':
    '一切照旧，只把 tanh 换成 ReLU，与原研究的做法相同。用 tanh 时是 8 次中的 {tanh} 次。',
  'activations.relu.question': '8 次 ReLU 运行中，有几次 T5 下降超过 1 比特？',
  'activations.relu.label': 'ReLU 运行的次数，共 8 次',
  'activations.relu.high':
    '一种网络如此，另一种未必如此：“训练会压缩”这个结论来自 tanh 网络，对这些网络并不成立。',
  'activations.relu.reveal.1':
    '8 次中有 {relu} 次，平均下降 {reluFall} 比特。而 ReLU 网络也学会了：在没见过的输入上，准确率为 {reluTest}%，tanh 为 {tanhTest}%。',
  'activations.relu.reveal.2':
    '到此为止很容易：“tanh 压缩，ReLU 不压缩”。但这两组运行之间，改变的是两样东西。',

  'activations.same.title': '同一个量化器',
  'activations.same.text.1':
    '用 tanh 时，原研究在当前批次的最小值与最大值之间对每层取整，权重不动；用 ReLU 时，它在两个缓慢移动的端点之间取整，连权重也取整。量化器是随激活函数选定的。',
  'activations.same.text.2': '现在让 ReLU 使用 tanh 的量化器，其余什么也不改。',
  'activations.same.question': '8 次使用 tanh 量化器的 ReLU 运行中，有几次 T5 下降超过 1 比特？',
  'activations.same.label': 'ReLU 用 tanh 的量化器，共 8 次',
  'activations.same.low':
    '“ReLU 不压缩”说的其实是 ReLU 连同它的量化器。换一个量化器，同样的网络、同样的初始权重，看起来就不一样了。',
  'activations.same.reveal.1':
    '8 次中有 {same} 次，平均下降 {sameFall} 比特。用它自己的量化器时是 8 次中的 {relu} 次。要下降，先得有高度：用滑动的范围时，T5 的起点远在左边。',

  'activations.other.title': '反过来再试',
  'activations.other.text.1':
    '四种组合的最后一种：让 tanh 使用 ReLU 的量化器。到目前为止：tanh 用自己的，8 次中 {tanh} 次；ReLU 用自己的，8 次中 {relu} 次；ReLU 用 tanh 的，8 次中 {same} 次。',
  'activations.other.question': '8 次使用 ReLU 量化器的 tanh 运行中，有几次 T5 下降超过 1 比特？',
  'activations.other.label': 'tanh 用 ReLU 的量化器，共 8 次',
  'activations.other.low': '如果只由量化器决定，tanh 就会和 ReLU 用它时一样。它只在一部分运行里如此。',
  'activations.other.high': '如果只由激活函数决定，tanh 就会和先前一样。它只在一部分运行里如此。',
  'activations.other.reveal.1':
    '8 次中有 {other} 次。仅仅换了量化器，tanh 就从 {tanh} 变为 {other}，ReLU 从 {relu} 变为 {same}；而两者使用同一个量化器时，仍然不同。激活函数与量化器都有关系；一项研究若同时改变两者，就分不清是哪一个。',

  'activations.teacher.1':
    '这里要训练四组、每组八次运行：在四核笔记本电脑上，一题大约十秒，手机上约一分钟。不妨趁这段时间让全班投票。',
  'activations.teacher.2':
    '陷阱是第二题之后的那句口号。第三题之前把它写在黑板上：“tanh 压缩，ReLU 不压缩。”然后问：两者之间究竟改变了什么？',
  'activations.teacher.3':
    '1 比特这个界限只是约定。问一问：若改为半比特，会有什么不同？再看看那些浅色的路径。',
  'activations.teacher.4':
    '预设“相同的量化器”包含这四种设置，重复次数更多；在那里，页面自己的压缩判据会给出区间。',
};
