/** The lesson “Bits”. */
export const bitsWords = {
  'bits.lesson.title': 'Bits',
  'bits.lesson.about': 'What coarser numbers take away, and what a full layer can and cannot say.',

  'bits.lesson.four.title': 'From 8 bits to 4',
  'bits.lesson.four.text.1':
    'An untrained network with 8 bits, at epoch 0: each unit has 256 levels. T4 has 4 units, and I(X;T4) = {at8} bits: hardly any two inputs share a code.',
  'bits.lesson.four.text.2':
    'Now the same weights with 4 bits, 16 levels a unit. So many different codes there can be in a layer:',
  'bits.lesson.four.question': 'How many bits is I(X;T4) with 4 bits, before training?',
  'bits.lesson.four.label': 'I(X;T4) with 4 bits',
  'bits.lesson.four.low':
    'Coarser numbers take away much, but not so much: with 16 levels a unit T4 still has {codes4} different codes in use.',
  'bits.lesson.four.half':
    'Half the bits a unit, half the information? But information counts which inputs share a code, and that depends on how their values lie, not on the width of the numbers alone.',
  'bits.lesson.four.room':
    'There is room for 65,536 codes, enough for all 4,096 inputs. But room is not use: the values of an untrained layer crowd together, and units move together, so most codes never come.',
  'bits.lesson.four.reveal.1':
    'I(X;T4) = {at4} bits, after {at8} with 8 bits. Of the 65,536 possible codes {codes4} are in use.',
  'bits.lesson.four.reveal.2':
    'So much of the input is lost by coarser numbers alone, without a single step of training: the page stands at epoch 0.',

  'bits.lesson.two.title': 'From 4 bits to 2',
  'bits.lesson.two.text.1':
    'With 4 bits a unit it was {at4} bits. With 2 bits a unit has 4 levels, and T4 at most 256 codes: it cannot have more than 8 bits.',
  'bits.lesson.two.question': 'How many bits is I(X;T4) with 2 bits, before training?',
  'bits.lesson.two.label': 'I(X;T4) with 2 bits',
  'bits.lesson.two.low': 'Coarse as it is, it still sorts the inputs into {codes2} heaps.',
  'bits.lesson.two.half':
    'Half of what is possible, or half of what it was? It is less than either: values crowd on few of the levels, and units move together, so that of 256 codes {codes2} come.',
  'bits.lesson.two.room':
    '8 bits is what 256 codes can carry, if all come equally often. They do not: only {codes2} of them come at all, and those not equally often.',
  'bits.lesson.two.over': 'With 256 codes there can be no more than 8 bits, however the values lie.',
  'bits.lesson.two.reveal.1':
    'I(X;T4) = {at2} bits, with {codes2} codes in use, again at epoch 0. From 8 bits to 4 it lost about a third, from 4 to 2 about two thirds of what was left.',
  'bits.lesson.two.reveal.2':
    'What a layer has lost no later layer gets back: with 2 bits T5 begins at {t5at2} bits.',

  'bits.lesson.full.title': 'What a full layer says',
  'bits.lesson.full.text.1':
    'Again 8 bits, after 300 epochs. T1 gives every input a code of its own: its mark is hollow, {t1x} bits of the input and {t1y} of the label. T5 is nearly full, {t5x} and {t5y} bits. The output T6 has {t6x} and {t6y}.',
  'bits.lesson.full.text.2':
    'Suppose the labels were shuffled: dealt out to the inputs at random, 200 times, and I(T;Y) counted anew, with the codes as they are.',
  'bits.lesson.full.question': 'How many bits of shuffled labels do T1, T5 and T6 know, on average?',
  'bits.lesson.full.t1': 'I(T1;Y) with shuffled labels',
  'bits.lesson.full.t5': 'I(T5;Y) with shuffled labels',
  'bits.lesson.full.t6': 'I(T6;Y) with shuffled labels',
  'bits.lesson.full.t1.why':
    'Labels without sense, so nothing to be known of them? But a layer that tells every input from every other knows any label whatever, as a list of all names knows who has won any prize, once that is written beside the names.',
  'bits.lesson.full.t5.low':
    'T5 is nearly such a list: most of its codes hold very few inputs, and a code that holds one input alone knows its label, whatever it is.',
  'bits.lesson.full.t5.high':
    'T5 is not quite such a list: where inputs share a code their shuffled labels are mixed, and what is mixed is not known.',
  'bits.lesson.full.t6.why':
    'T6 has few codes in use, and most inputs share theirs with many: shuffled, both classes are mixed there. What it knows of the true labels it has learned.',
  'bits.lesson.full.reveal.1':
    'T1 knows {t1null} bits of shuffled labels, as many as of the true ones: that it knows the label says nothing about learning. T6 knows {t6null} bits of shuffled ones and {t6y} of the true ones, and the difference it has learned.',
  'bits.lesson.full.reveal.2':
    'T5, nearly full, knows {t5null} bits of labels without sense. Only what it knows beyond that speaks of learning, though it has {t5y} bits of the true ones. The strip across the plane, in the colour of T5, is this chance: 95 of 100 shuffles lie in it. Where T1 or T6 is picked instead, it is theirs.',
  'bits.lesson.full.reveal.3':
    'So of a full (saturated) layer nothing is concluded here: neither that it has learned nor that it has not, neither that it compresses nor that it does not.',

  'bits.lesson.learnt':
    'Fewer levels do not take bits away in proportion. And a layer in which every input has a code of its own is at the limit: its numbers say nothing of what the network has learned.',

  'bits.lesson.teacher.1':
    'Ask for the numbers before anybody calculates. The two easy answers, half and “all of them, there is room”, are both wrong, in opposite directions.',
  'bits.lesson.teacher.2':
    'The third question is the hardest of all lessons and the most useful: it shows why so many planes of wide layers say nothing. “By chance”, under the curve of I(T;Y), lays the same null over any run.',
  'bits.lesson.teacher.3':
    'A layer is full because it is wide or its numbers are fine, not because it is good. Let the class look for the coarsest bits at which T1 is still full.',
} as const;
