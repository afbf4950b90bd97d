/** The lesson “Reading the plane”. */
export const readingWords = {
  'reading.title': 'Reading the plane',
  'reading.about': 'What a place on the plane means, and what no layer can do.',

  'reading.dots.title': 'Three kinds of layer',
  'reading.dots.text.1':
    'Each mark on the plane is a layer T. To the right: how many bits of the input X it still tells apart, I(X;T). Upward: how many bits it knows of the label Y, I(T;Y). The dashed lines are all there is to know: H(X) = {hx} bits and H(Y) = {hy} bits.',
  'reading.dots.text.2':
    'The network on the page is untrained, and each of its units has 16 levels only (4 bits). Its layers stand apart: T1 sees nearly everything of the input, T6, the output, hardly anything.',
  'reading.dots.question': 'Put each of the three layers where it belongs.',
  'reading.dots.copy': 'It copies its input',
  'reading.dots.copy.why':
    'A copy tells every input from every other, so I(X;T) = H(X). And whoever has the input has its label, so it lies at H(Y) too, in the upper right corner, though it has computed nothing.',
  'reading.dots.blank': 'It has forgotten everything',
  'reading.dots.blank.why':
    'A layer with one and the same output for all inputs tells nothing apart: 0 bits of the input, and so 0 bits of the label.',
  'reading.dots.best': 'It is perfect: it knows the label and nothing else',
  'reading.dots.best.why':
    'Knowing the label takes as many bits as the label has, no less: I(T;Y) can never exceed I(X;T), so nothing lies left of the slanted line. The perfect layer stands where that line meets H(Y). The upper right corner knows the label too, but all else as well.',
  'reading.dots.reveal.1':
    'In the run that was just made T1 stayed with the copy, at {t1x} bits and {t1y} bits. No layer came to the other two places; T6, the output, came nearest to the perfect one: {t6x} bits and {t6y} bits.',
  'reading.dots.reveal.2':
    'Being far right is no merit: an untrained layer that copies is there. Being high alone is none either: the copy is as high as can be.',

  'reading.end.title': 'Where will they end?',
  'reading.end.text.1':
    'Another network, with other random weights, before its first step. T5 starts at {t5x} bits and {t5y} bits, T6 at {t6x0} bits and {t6y0} bits.',
  'reading.end.question': 'Where will T5 and T6 stand after 3,000 epochs?',
  'reading.end.t5': 'T5 at the end',
  'reading.end.t5.why':
    'T6 is computed from T5, and what T5 has lost T6 cannot know: I(T6;Y) is at most I(T5;Y), and I(X;T6) at most I(X;T5). How far to the right of T6 it stands that does not say: here T5 still tells apart much that T6 no longer does.',
  'reading.end.t6': 'T6 at the end',
  'reading.end.t6.why':
    'Learning lifts the output. It need not go to the far right for that: it only has to tell the two classes apart, which takes little more than H(Y) bits. And it did not get all the way up, because the network still makes mistakes.',
  'reading.end.reveal.1':
    'T5 ended at {t5xEnd} bits and {t5yEnd} bits, T6 at {t6xEnd} bits and {t6yEnd} bits. Down the network numbers can only fall: that is the data-processing inequality, and an exact count can never break it.',

  'reading.codes.title': 'What a bit is',
  'reading.codes.text.1':
    'At the end of this run T6 has I(X;T6) = {t6xEnd} bits. Of a layer that is a function of its input this is the entropy H(T) of its codes: with n codes that are all equally frequent it would be log2 n.',
  'reading.codes.question': 'How many different codes does T6 have in use at the end?',
  'reading.codes.few': 'up to 5, as many as so few bits can name',
  'reading.codes.few.why':
    'So it would be if all codes were equally frequent. They are not: entropy weighs each code by how often it comes, and many rare codes add little.',
  'reading.codes.some': '6 to 15',
  'reading.codes.some.why':
    'There are more codes than two to the power of the bits, since they are not equally frequent. How many more the bits alone do not say.',
  'reading.codes.all': '16, all the levels that a unit has',
  'reading.codes.all.why':
    'Two outputs of 16 levels that add up to 1 leave 16 codes to choose from. That is the room there is; that each of them comes for some input nobody has promised.',
  'reading.codes.many': '17 to 256, pairs of 16 levels each',
  'reading.codes.many.why':
    'Two outputs of 16 levels each would make 256 pairs. But they are probabilities and add up to 1: whoever knows one knows the other, so the pairs lie on one line of 16 levels.',
  'reading.codes.each': 'more, up to one for each of the 4,096 inputs',
  'reading.codes.each.why':
    'A code for every input would be 12 bits, and need more levels than two outputs have. Down to the output nearly all inputs have come to share a code.',
  'reading.codes.reveal.1':
    'T6 has {codes} codes in use, and still only {t6xEnd} bits: some are frequent, most are rare. “Inspect T6” shows them by size.',

  'reading.learnt':
    'A place on the plane says how much of the input and of the label a layer still tells apart. No layer lies left of the slanted line, and down the network both numbers can only fall. Neither far right nor high up is a merit by itself.',

  'reading.teacher.1':
    'Before you begin, let somebody say aloud what I(X;T) = 0 would say of a layer. Most will say “the layer is broken”. It is the constant function, and the step asks for it.',
  'reading.teacher.2':
    'The upper right corner for “perfect” is the commonest answer. Do not correct it at once: ask whether a network that does nothing at all would then be perfect. The untrained T1 on the page is there.',
  'reading.teacher.3':
    'The second question is scored by places; what it teaches is order. Whoever puts T6 above or right of T5 has not met the data-processing inequality yet.',
  'reading.teacher.4':
    'Everything is counted exactly, for this network and these 4,096 inputs. It is no statement about other networks.',
} as const;
