/** The lesson “The ruler matters”. */
export const rulerLessonWords = {
  'ruler.lesson.title': 'The ruler matters',
  'ruler.lesson.about': 'One run, several ways to measure it, and as many answers.',

  'ruler.lesson.exact.title': 'Counting what never repeats',
  'ruler.lesson.exact.text.1':
    'A network without quantization, untrained: its outputs are 32-bit numbers. Counted exactly no two inputs share a code, as all 3 units of T5 would have to agree to the last digit: {exact} bits of the input, {exactY} of the label. The mark is hollow, and says nothing.',
  'ruler.lesson.exact.text.2':
    'A coarser ruler: each unit’s values are sorted into 30 bins of equal width, between the smallest and largest of the whole run of 3,000 epochs. Inputs share a code if all three units agree in their bin.',
  'ruler.lesson.exact.question': 'How many bits will the untrained T5 have with 30 bins?',
  'ruler.lesson.exact.x': 'I(X;T5) before training',
  'ruler.lesson.exact.y': 'I(T5;Y) before training',
  'ruler.lesson.exact.few':
    '30 bins sound coarse, but in three units they make 27,000 boxes: so many that hundreds of them are in use, though values crowd together.',
  'ruler.lesson.exact.room':
    '30 bins in three units make 27,000 boxes, enough for all 4,096 inputs. But room is not use: many inputs lie together in one box, and most boxes stay empty.',
  'ruler.lesson.exact.nothing':
    'The network has learned nothing, but many inputs lie in a box with few others, and so few labels are seldom mixed evenly: such a box tells something of its label, by chance. Lesson “Bits” takes that up.',
  'ruler.lesson.exact.knows':
    'Counted exactly it had the whole label, but as a list of all inputs has it: by telling them apart. Once inputs share a box their labels mix, and an untrained layer has not sorted them.',
  'ruler.lesson.exact.reveal.1':
    '{first} bits of the input and {firstY} of the label. Not one number of the network is another: only the ruler is.',
  'ruler.lesson.exact.reveal.2':
    'The run has been trained to its end meanwhile. Counted exactly T5 has {exactEnd} and {exactEndY} bits there too: that count sees a difference of a billionth as well as one of a half, and so it saw nothing of the training.',

  'ruler.lesson.bins.title': 'Coarser rulers',
  'ruler.lesson.bins.text.1':
    'The same run at its end. Counted exactly the mark of T5 is still hollow. Nothing is trained again: bins are laid over what was kept.',
  'ruler.lesson.bins.text.2': 'Before training 30 bins gave {first} bits.',
  'ruler.lesson.bins.question': 'How many bits will I(X;T5) be at the end with 30, 100 and 256 bins?',
  'ruler.lesson.bins.b30': '30 bins',
  'ruler.lesson.bins.b100': '100 bins',
  'ruler.lesson.bins.b256': '256 bins',
  'ruler.lesson.bins.b30.low':
    'It has come down since the start, but not so far: T5 still sorts the inputs into hundreds of boxes.',
  'ruler.lesson.bins.b30.high':
    'With 30 bins training is seen: more inputs share a box at the end than before the first step.',
  'ruler.lesson.bins.b100.low':
    'Bins of less than a third of the width part many inputs that shared a box: more than two bits’ worth.',
  'ruler.lesson.bins.b100.high':
    'A million boxes are enough for 4,096 inputs many times over, and still many share one: values crowd together.',
  'ruler.lesson.bins.b256.low':
    'Finer bins tell more inputs apart. With 256 bins little of the way to the exact count is left.',
  'ruler.lesson.bins.b256.high':
    'Nearly all, but not all: even in 16 million boxes some inputs lie together. Only the exact count tells every one from every other.',
  'ruler.lesson.bins.reveal.1':
    '{b30}, {b100} and {b256} bits: three numbers for one layer of one network at one moment. None of them is wrong. Each answers a question of its own: how much is left if all values in one bin count as one? (Two values on either side of an edge stay two, however close.)',
  'ruler.lesson.bins.reveal.2':
    'Move the slider “Bins” and watch the whole path. Whoever reports I(X;T) of such a network has to say with which bins.',

  'ruler.lesson.output.title': 'Two rulers for one output',
  'ruler.lesson.output.text.1':
    'Back to 8 bits: another network, before its first step, to be trained for 3,000 epochs. Its output T6 is two probabilities, not quantized themselves. The study rounds them to a grid of 256 steps; they can also be counted exactly. By both T6 starts at {t6x0} bits.',
  'ruler.lesson.output.text.2': 'A fall is the largest I(X;T) on the way minus that at the end:',
  'ruler.lesson.output.question':
    'By how many bits will T6 fall in these 3,000 epochs, read on the grid and counted exactly?',
  'ruler.lesson.output.grid': 'Fall on the grid',
  'ruler.lesson.output.exact': 'Fall counted exactly',
  'ruler.lesson.output.grid.low':
    'As the network gets sure, probabilities gather near 0 and 1, and there one step of the grid holds hundreds of them.',
  'ruler.lesson.output.grid.high':
    'On the grid T6 never had more than {gridMost} bits, and it cannot lose all of them: to answer right it must keep the two classes apart.',
  'ruler.lesson.output.exact.low':
    'Some fall is left: T5 before it is quantized, and comes to use fewer codes; inputs that share one there have the same output to the last digit.',
  'ruler.lesson.output.exact.high':
    'It is the same output of the same network, so the same fall may be expected. But near 0 and 1 different probabilities stay different, however close; only the grid rounds them to one step.',
  'ruler.lesson.output.reveal.1':
    'On the grid T6 fell by {gridFall} bits, counted exactly by {exactFall}. Press “exact” and “study’s grid” in turn: most of the fall is in the reading.',
  'ruler.lesson.output.reveal.2':
    'Of this run the page itself says that after fitting T6 lost {gridComp} bits on the grid. It counts only from where T6 knows nearly all that it will know of the label; a fall counts from the largest value, whenever that was.',
  'ruler.lesson.output.reveal.3':
    'So “this layer compresses” is a sentence about a layer, a ruler and a beginning. Without them it is half a sentence.',

  'ruler.lesson.learnt':
    'How many bits a layer has depends on how its values are told apart. The same run falls by one ruler and stands still by another; so name the ruler with the number.',

  'ruler.lesson.teacher.1':
    'Before the first question, let the class guess how many boxes 30 bins make in three units. It is more than there are inputs, and still most inputs share one: the layer’s values are not spread evenly.',
  'ruler.lesson.teacher.2':
    'In the second question order matters more than the numbers: whoever lets I(X;T) fall with more bins has taken bins for quantization of the network. Bins change the reading only; nothing is trained again.',
  'ruler.lesson.teacher.3':
    'Go further with Rulers: bins of equal content, and Saxe’s bins of width 0.07, over the same run. The table beside the rulers lays them side by side.',
  'ruler.lesson.teacher.4':
    'The page’s rule, after fitting: from the first measurement at which I(T;Y) has 95% of its largest. “Fitting and compression” has, for every layer, the epoch where fitting ends and what was lost since.',
} as const;
