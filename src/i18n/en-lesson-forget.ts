/** The lesson “Fit, then forget”. */
export const forgetWords = {
  'forget.title': 'Fit, then forget',
  'forget.about': 'Draw the path of the output before it runs, and see how far off you were.',

  'forget.draw.title': 'The path of T6',
  'forget.draw.text.1':
    'A network with tanh at 8 bits, before its first step. T6 is the output. It starts at {x0} bits of the input and {y0} bits of the label.',
  'forget.draw.text.2':
    'It will be trained for 3,000 epochs. Training only ever asks for surer right answers (it makes the cross-entropy small); nothing asks for more or for fewer bits of the input.',
  'forget.draw.question': 'Draw the path that T6 will take, from its start to its end.',
  'forget.draw.noTurn':
    'Your path does not come back to the left. Learning was thought of as taking in more and more; but to answer well the output need not tell apart two inputs of one class, and it stopped doing so.',
  'forget.draw.turn': 'Your path comes back to the left; this one did not.',
  'forget.draw.noRise':
    'Your path hardly rises. But getting answers right is rising: an output that is right knows the label.',
  'forget.draw.far':
    'Your path turns and rises as the run does, but elsewhere. Compare three places: where it starts, where it is at its rightmost, and where it ends.',
  'forget.draw.reveal.1':
    'T6 went right to {xMost} bits, and came back to {xEnd} bits: {fall} bits of the input it knew, and let go. Meanwhile it rose to {yEnd} bits of the label. Accuracy on unseen inputs is {test}%.',
  'forget.draw.reveal.2':
    'This is one run of one network. Shwartz-Ziv and Tishby called the way right and up “fitting” and the way back “compression”; whether it happens elsewhere is what the next lessons ask.',

  'forget.turn.title': 'At the turn',
  'forget.turn.text.1':
    'The same with another seed: other weights, other batches. Somewhere T6 will be at its rightmost, and turn.',
  'forget.turn.question': 'At which epoch will T6 turn, and how many bits of the label will it know by then?',
  'forget.turn.at': 'Epoch of the turn, of 3,000',
  'forget.turn.label': 'I(T6;Y) at the turn, bits',
  'forget.turn.late':
    'The way right is short: it takes a small part of the 3,000 epochs. The way back takes nearly all the rest.',
  'forget.turn.low':
    'It does not learn the input first and the label afterwards: on the way right it rises too.',
  'forget.turn.high':
    '“First fit, then forget” sounds as if all was learned before anything was forgotten. It was not: much of the label came while the layer was already letting go.',
  'forget.turn.reveal.1':
    'T6 was at its rightmost at epoch {turnAt} of 3,000 and knew {yTurn} bits of the label then, at the end {yLast} bits. So it went on learning while it forgot: the two phases overlap, and the name of this lesson is too neat.',

  'forget.others.title': 'Do all layers do it?',
  'forget.others.text.1':
    'A third network, with seed 4, trained for 3,000 epochs as the others. The fall of a layer is its largest I(X;T), at whatever epoch, minus that at the end.',
  'forget.others.question': 'By how many bits will T3, T5 and T6 fall?',
  'forget.others.t3': 'Fall of T3',
  'forget.others.t5': 'Fall of T5',
  'forget.others.t6': 'Fall of T6',
  'forget.others.t3.why':
    'T3 has 5 units of 256 levels each: more than enough for a code for every one of the 4,096 inputs, and it has one from start to end. Its mark is hollow: I(X;T) can say nothing about what it does.',
  'forget.others.t5.none':
    'T5 is narrow enough to let go: its 3 units begin with a code for nearly every input, and inputs that get the same answer come to share codes.',
  'forget.others.t5.why':
    'T5 starts near the right edge: with 8 bits its 3 units still tell nearly all inputs apart. It falls less than T6 does.',
  'forget.others.t6.none':
    'The output falls the most: two probabilities cannot go on telling apart inputs that get the same sure answer.',
  'forget.others.t6.why':
    'To fall far a layer must have stood far right. The output never did: its largest I(X;T) was some {t6Most} bits, and at the end it kept {t6End}.',
  'forget.others.reveal.1':
    'T3 fell by {fall3} bits, T5 by {fall5}, T6 by {fall6}. Forgetting is seen at the narrow end of the network. Of the wide layers the plane says nothing; that is not to say that nothing happens there.',

  'forget.learnt':
    'The output first gains bits of the input, for a short while, and then lets go of them for the rest of the training, while it goes on learning the label. Wide layers show nothing of this, whatever they do.',

  'forget.teacher.1':
    'Let everybody draw on paper first, then one on the projector. The score is the mean distance after pairing both paths in order; it is said in bits along each axis, and thin lines show the pairs.',
  'forget.teacher.2':
    'Expect arrows straight up, and arrows to the upper right corner. Ask what the output would have to keep for I(X;T6) = 12: all 4,096 inputs told apart, by two probabilities.',
  'forget.teacher.3':
    'Seeds differ: after the lesson press “8 seeds” and watch the faint paths. All turn, at different places.',
  'forget.teacher.4':
    'The output is read on the study’s grid here, 256 steps between its smallest and largest value. Lesson “The ruler matters” takes that up.',
} as const;
