/** The lesson “What compression does not mean”. */
export const meaningWords = {
  'meaning.title': 'What compression does not mean',
  'meaning.about': 'Two runs that were searched for: one compresses only, one generalizes only.',

  'meaning.first.title': 'A network that compresses',
  'meaning.first.text.1':
    'Five networks, trained to the end; the plane draws their mean. T3, the last hidden layer, compresses: by {comp} bits since it has fitted, by the page’s own rule.',
  'meaning.first.text.2':
    'Their task is a random function: for each of 256 inputs a lot decided if its label is 0 or 1, and about three in four are 0. A fifth of the inputs are test samples, which training never saw. Of the others, the training samples, the networks get {train}% right.',
  'meaning.first.question': 'What percentage of the test samples do they get right?',
  'meaning.first.label': 'Test accuracy, %',
  'meaning.first.low':
    'So few would be right if the networks had learned something that is turned round on the test samples. They have learned nothing of them at all.',
  'meaning.first.half':
    'Half would be right if 0 and 1 came equally often. Here the answer is mostly 0 and the label is mostly 0, so they agree more often than not, though neither knows of the other.',
  'meaning.first.commoner':
    'About three in four are right if one always says 0. These networks do not: they have learned by heart which samples are 1, and say 1 to some unseen inputs too, where it is mostly wrong.',
  'meaning.first.high':
    'That a network which compresses its input generalizes is the slogan that this lesson is about. These networks learned their samples by heart, and compressed doing so. With labels drawn by lot, one input says nothing about another.',
  'meaning.first.reveal.1':
    '{test}% of the test samples: less than by always saying 0. It is what two lots would agree in if both were 0 three times in four: 3/4 · 3/4 + 1/4 · 1/4, or 62.5%. A network is better than always saying 0 here only by luck.',
  'meaning.first.reveal.2':
    'T3 compressed all the same, and the output T4 by {out} bits. To be sure of a class it suffices to send its samples to the same corner, for whatever reason they are of that class.',

  'meaning.second.title': 'A network before training',
  'meaning.second.text.1':
    'Another network, on the 12-bit task, with ReLU, before its first step. T3 again is the last hidden layer, now with 8 units, and T4 the output. It will be trained for 600 epochs, five times.',
  'meaning.second.text.2':
    'Compression is counted as before: from where the layer has fitted, which is when I(T;Y) has come to 95% of its largest, how far does I(X;T) come down?',
  'meaning.second.question': 'By how many bits will T3 and the output T4 compress, on average?',
  'meaning.second.t3': 'Compression of T3',
  'meaning.second.t4': 'Compression of T4, the output',
  'meaning.second.t3.high':
    'It has room: 8 units tell nearly all inputs apart at the start, and nothing in training made it give that up.',
  'meaning.second.t4.low':
    'The output does compress: a network that is sure gives thousands of inputs nearly the same answer, whatever its hidden layers keep.',
  'meaning.second.t4.high':
    'Its way to the left on the plane is longer than that. But what it lost while it was still learning the label is not counted.',
  'meaning.second.reveal.1':
    'T3 by {comp2} bits: by the page’s rule it does not compress. It ends with {t3x} of {hx2} bits. The output T4 did, by {out2} bits, as that of the first networks did.',
  'meaning.second.reveal.2':
    'Of the other hidden layers nothing can be concluded. T1 is full in all five networks, and its mark is hollow; T2 is full in most of them, and its mark, their mean, is not quite.',

  'meaning.third.title': 'And how good is it?',
  'meaning.third.text.1':
    'The same five networks, at the end. T3 compressed by {comp2} bits only. The first ones of this lesson compressed there by {comp}, and had {test}% of their test samples right.',
  'meaning.third.text.2':
    'Look at the plane: it counts all inputs together, a fifth of which are test samples. The output T4 has {outY2} bits of the label, of {hy2} there are.',
  'meaning.third.question': 'What percentage of the test samples do these networks get right?',
  'meaning.third.label': 'Test accuracy, %',
  'meaning.third.low':
    'No compression, no generalization? They keep nearly all of the input in T3, and are right all the same: the output picks from it what it needs.',
  'meaning.third.high':
    'Nearly all, but not all: what the output lacks of the label are mistakes, and of the training samples {train2}% are right. So most mistakes are among the few test samples.',
  'meaning.third.reveal.1': '{test2}% of the test samples, and {train2}% of the training samples.',
  'meaning.third.reveal.2':
    'The last hidden layer of the first networks compresses, and they do not generalize: that is not enough. That of these does not, and they generalize: it is not needed. No more than that is shown by two examples: not why a network generalizes, nor that compression is of no use where it happens.',
  'meaning.third.reveal.3':
    'In both the output compresses, by {out} and {out2} bits: whoever is sure gives the same answer to many inputs, right or wrong. What both have in common does not tell them apart. That a network could generalize without it these two do not show.',
  'meaning.third.reveal.4':
    'What the plane does tell: how much of its input a layer still keeps, and how much it knows of the label, for these inputs and by this ruler. It is worth knowing, and that is all it is.',

  'meaning.learnt':
    'A network can compress and not generalize, and generalize though its last hidden layer does not compress. So neither can be read off the other; test accuracy has to be measured.',

  'meaning.teacher.1':
    'These two settings were not thought up. Of 126 settings that were trained, five times each, 4 compress in their last hidden layer by more than 1 bit and are no better than guessing on test samples; 3 generalize while no hidden layer is seen to compress; “npm run search” repeats the search. In one of the five runs of the first question T3 collapses for a few epochs at the start and comes back; the rule smooths over so few measurements and counts nothing for that run, so that the mean it gives is rather too small.',
  'meaning.teacher.2':
    'Of the 68 settings that generalize, the last hidden layer of 35 compresses by the rule, and for most of the others the repeats leave it open. Say so. Two examples refute “always”, they do not refute “often”; and “often” is no cause.',
  'meaning.teacher.3':
    'The first question has three wrong answers worth hearing: 100 (who compresses generalizes), 75 (the commoner class) and 50 (two classes). Let each be argued for before the run is compared. The claims were about hidden layers; the output is asked about because its path is the longest in sight.',
  'meaning.teacher.4':
    'A good question for the end: what would one have to see on the plane to know that a network generalizes? Its test samples alone: “Rulers” can count those, but then every code that holds one sample knows its label.',
} as const;
