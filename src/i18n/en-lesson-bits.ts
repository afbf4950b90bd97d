/** The lesson “Bits”. */
export const bitsWords = {
  'bits.lesson.title': 'Bits',
  'bits.lesson.about': 'What coarser numbers take away, and what a full layer can and cannot say.',

  'bits.lesson.four.title': 'From 8 bits to 4',
  'bits.lesson.four.text.1':
    'An untrained network with 8 bits: each unit has 256 levels. T4 has 4 units, and I(X;T4) = {at8} bits: hardly any two inputs share a code.',
  'bits.lesson.four.text.2':
    'Now the same weights with 4 bits, 16 levels a unit. So many different codes there can be in a layer:',
  'bits.lesson.four.question': 'How many bits is I(X;T4) with 4 bits, before training?',
  'bits.lesson.four.label': 'I(X;T4) with 4 bits',
  'bits.lesson.four.half':
    'Half the bits a unit, half the information: but information counts what inputs share a code, and that depends on how their values lie, not on the width of the numbers alone.',
  'bits.lesson.four.room':
    'There is room for 65,536 codes, enough for all 4,096 inputs. But room is not use: the values of an untrained layer crowd together, and units move together, so most codes never come.',
  'bits.lesson.four.reveal.1':
    'I(X;T4) = {at4} bits, after {at8} with 8 bits: so much of the input is lost by coarser numbers alone, without a single step of training.',

  'bits.lesson.two.title': 'From 4 bits to 2',
  'bits.lesson.two.text.1':
    'With 4 bits a unit it was {at4} bits. With 2 bits a unit has 4 levels, and T4 at most 256 codes: it cannot have more than 8 bits.',
  'bits.lesson.two.question': 'How many bits is I(X;T4) with 2 bits, before training?',
  'bits.lesson.two.label': 'I(X;T4) with 2 bits',
  'bits.lesson.two.room':
    'That is the most that 256 codes can carry, if all come equally often. They do not: the middle levels come often, the outer ones seldom.',
  'bits.lesson.two.none':
    'Coarse as it is, 4 levels in 4 units still sort the inputs into quite a few heaps.',
  'bits.lesson.two.reveal.1':
    'I(X;T4) = {at2} bits. What a layer has lost no later layer gets back: with 2 bits T5 begins at {t5at2} bits.',

  'bits.lesson.full.title': 'What a full layer says',
  'bits.lesson.full.text.1':
    'Again 8 bits, after 300 epochs. T1 gives every input a code of its own: its mark is hollow, I(X;T1) = {t1x} bits and I(T1;Y) = {t1y} bits. T6 has {t6y} bits of the label.',
  'bits.lesson.full.text.2':
    'Suppose the labels were shuffled: dealt out to the inputs at random, 200 times, and I(T;Y) counted anew, with the codes as they are.',
  'bits.lesson.full.question': 'How many bits of shuffled labels do T1 and T6 know, on average?',
  'bits.lesson.full.t1': 'I(T1;Y) with shuffled labels, bits',
  'bits.lesson.full.t6': 'I(T6;Y) with shuffled labels, bits',
  'bits.lesson.full.t1.why':
    'Labels without sense, so nothing to be known of them? But a layer that tells every input from every other knows any label whatever, as a list of all names knows who has won any prize, once that is written beside the names.',
  'bits.lesson.full.t6.why':
    'T6 has few codes in use, and each holds many inputs: shuffled, both classes are mixed in nearly each of them. What it knows of the true labels it has learned.',
  'bits.lesson.full.reveal.1':
    'T1 knows {t1null} bits of shuffled labels, as many as of the true ones: that it knows the label says nothing about learning. T6 knows {t6null} bits of shuffled ones and {t6y} of the true ones, and the difference it has learned.',
  'bits.lesson.full.reveal.2':
    'So of a full (saturated) layer nothing is concluded here: neither that it has learned nor that it has not, neither that it compresses nor that it does not. The grey strip on the plane is this chance.',

  'bits.lesson.teacher.1':
    'Ask for the numbers before anybody calculates. The two easy answers, half and “all of them, there is room”, are both wrong, in opposite directions.',
  'bits.lesson.teacher.2':
    'The third question is the hardest of all lessons and the most useful: it shows why so many planes of wide layers say nothing. “By chance”, under the curve of I(T;Y), lays the same null over any run.',
  'bits.lesson.teacher.3':
    'A layer is full because it is wide or its numbers are fine, not because it is good. Let the class look for the coarsest bits at which T1 is still full.',
} as const;
