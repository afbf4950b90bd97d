/** The lesson “The ruler matters”. */
export const rulerLessonWords = {
  'ruler.lesson.title': 'The ruler matters',
  'ruler.lesson.about': 'One run, several ways to measure it, and as many answers.',

  'ruler.lesson.exact.title': 'Counting what never repeats',
  'ruler.lesson.exact.text.1':
    'A network without quantization: its outputs are 32-bit numbers. Its last hidden layer, T5, has 3 units. It is about to be trained for 3,000 epochs, and then its outputs are counted exactly: inputs share a code only if all three numbers agree to the last digit.',
  'ruler.lesson.exact.question': 'How many bits will I(X;T5) be at the end, counted exactly?',
  'ruler.lesson.exact.label': 'I(X;T5) at the end, bits',
  'ruler.lesson.exact.low':
    'With 8 bits such a layer falls, so it may be expected to fall here. But two 32-bit numbers hardly ever agree to the last digit, however little they differ: the count sees a difference of a billionth as well as one of a half.',
  'ruler.lesson.exact.reveal.1':
    'I(X;T5) = {exact} bits of the {hx} there are. The count is exact, and says next to nothing: nearly every input has a code of its own, the more so the finer the numbers are. So one takes a coarser ruler.',

  'ruler.lesson.bins.title': 'Coarser rulers',
  'ruler.lesson.bins.text.1':
    'The same run, not trained again. Now each unit’s values are sorted into bins of equal width, between the smallest and largest of the whole run, and inputs share a code if all three units agree in their bin.',
  'ruler.lesson.bins.question': 'How many bits will I(X;T5) be at the end with 30, 100 and 256 bins?',
  'ruler.lesson.bins.b30': '30 bins, bits',
  'ruler.lesson.bins.b100': '100 bins, bits',
  'ruler.lesson.bins.b256': '256 bins, bits',
  'ruler.lesson.bins.b30.why':
    '30 bins in three units make 27,000 boxes, enough for all 4,096 inputs. But the network does not spread its inputs evenly over the boxes: many lie together, and the others stay empty.',
  'ruler.lesson.bins.b256.why':
    'Finer bins tell more inputs apart. With 256 bins little of the way to the exact count is left.',
  'ruler.lesson.bins.reveal.1':
    '{b30}, {b100} and {b256} bits: three numbers for one layer of one network at one moment. None of them is wrong. Each answers a question of its own: how much is left if values closer than a bin are taken for one?',
  'ruler.lesson.bins.reveal.2':
    'Drag the slider “Bins” above the plane and watch the whole path move. Whoever reports I(X;T) of such a network has to say with which bins.',

  'ruler.lesson.output.title': 'Two rulers for one output',
  'ruler.lesson.output.text.1':
    'Back to 8 bits, another network, before its first step. Its output T6 is two probabilities, which are not quantized themselves. The study reads them on a grid: rounded to 256 steps. They can also be counted exactly.',
  'ruler.lesson.output.question': 'By how many bits will T6 fall, read on the grid and counted exactly?',
  'ruler.lesson.output.grid': 'Fall on the grid, bits',
  'ruler.lesson.output.exact': 'Fall counted exactly, bits',
  'ruler.lesson.output.grid.why':
    'As the network gets sure, probabilities gather near 0 and 1, and there one step of the grid holds hundreds of them.',
  'ruler.lesson.output.exact.why':
    'It is the same output of the same network, so the same fall may be expected. But near 0 and 1 different probabilities stay different, however close; only the grid takes them for one.',
  'ruler.lesson.output.reveal.1':
    'On the grid T6 fell by {gridFall} bits, counted exactly by {exactFall}. Press “exact” and “study’s grid” above the plane in turn: most of the fall is in the reading.',
  'ruler.lesson.output.reveal.2':
    'So “this layer compresses” is a sentence about a layer and a ruler. Without the ruler it is half a sentence.',

  'ruler.lesson.teacher.1':
    'Before the second question, let the class guess how many boxes 30 bins make in three units. It is more than there are inputs, and still most inputs share one: the layer’s values are not spread evenly.',
  'ruler.lesson.teacher.2':
    'Order matters more than the numbers themselves: whoever lets I(X;T) fall with more bins has taken bins for quantization of the network. Bins change the reading only; nothing is trained again.',
  'ruler.lesson.teacher.3':
    'Go further with Rulers: bins of equal content, and Saxe’s bins of width 0.07, over the same run. The table beside the rulers lays them side by side.',
} as const;
