/** The lesson “What compression does not mean”. */
export const meaningWords = {
  'meaning.title': 'What compression does not mean',
  'meaning.about': 'Two runs that were searched for: one compresses only, one generalizes only.',

  'meaning.first.title': 'A network that compresses',
  'meaning.first.text.1':
    'Five networks, trained to the end; the plane draws their mean. T3, the last hidden layer, compresses: by {comp} bits since it has fitted, by the page’s own rule. Of the training samples the networks get {train}% right.',
  'meaning.first.text.2':
    'The plane counts all inputs, training and test samples together. A fifth of them are test samples, which training never saw.',
  'meaning.first.question': 'What percentage of the test samples do they get right?',
  'meaning.first.label': 'Test accuracy, %',
  'meaning.first.high':
    'That a network which compresses its input generalizes is the slogan that this lesson is about. Here is a network that learned its samples by heart, and compressed doing so.',
  'meaning.first.low':
    'Below guessing a network gets only if it has learned something that is turned round on the test samples.',
  'meaning.first.reveal.1':
    '{test}% of the test samples, of two classes: no better than guessing, and it cannot be better. The labels of this task were drawn by lot (the sentence at the top names it). There is nothing in them that could carry over from one input to another.',
  'meaning.first.reveal.2':
    'T3 compressed all the same. To be sure of a class it suffices to send its samples to the same corner, for whatever reason they are of that class.',

  'meaning.second.title': 'A network before training',
  'meaning.second.text.1':
    'Another network, on the 12-bit task, with ReLU and wider layers, before its first step. T3 again is the last hidden layer, with 8 units. It will be trained for 600 epochs, five times.',
  'meaning.second.question': 'By how many bits will T3 compress?',
  'meaning.second.label': 'Compression of T3, bits',
  'meaning.second.high':
    'It has room: 8 units tell nearly all inputs apart at the start, and nothing in training made it give that up.',
  'meaning.second.reveal.1':
    'By {comp2} bits. By the rule of this page it does not compress, and no other hidden layer does: T1 and T2 are full and cannot be judged. At the end I(X;T3) = {t3x} bits.',

  'meaning.third.title': 'And how good is it?',
  'meaning.third.text.1':
    'The same five networks, at the end. T3 compressed by {comp2} bits only. The first ones of this lesson compressed by {comp}, and had {test}% of their test samples right.',
  'meaning.third.question': 'What percentage of the test samples do these networks get right?',
  'meaning.third.label': 'Test accuracy, %',
  'meaning.third.low':
    'No compression, no generalization? They keep nearly all of the input in T3, and are right all the same: the output picks from it what it needs.',
  'meaning.third.reveal.1':
    '{test2}% of the test samples. So one network compresses and does not generalize, and one generalizes and its last hidden layer does not compress. Neither is the reason for the other, and neither can be read off the other.',
  'meaning.third.reveal.2':
    'What the plane does tell: how much of its input a layer still keeps, and how much it knows of the label, for these inputs and by this ruler. It is worth knowing, and that is all it is.',

  'meaning.teacher.1':
    'These two settings were not thought up. Of 108 settings that were trained, five times each, 1 compresses in its last hidden layer by more than 1 bit and is no better than guessing on test samples; 3 generalize while no hidden layer compresses; “npm run search” repeats the search.',
  'meaning.teacher.2':
    'Of the 68 settings that generalize, the last hidden layer of 35 compresses by the rule, and for most of the others the repeats leave it open. Say so. Two examples refute “always”, they do not refute “often”; and “often” is no cause.',
  'meaning.teacher.3':
    'The output compresses in both: whoever is sure gives the same answer to many inputs. The lesson speaks of the last hidden layer, and so did the claims.',
  'meaning.teacher.4':
    'A good question for the end: what would one have to see on the plane to know that a network generalizes? Its test samples alone: “Rulers” can count those, but then every code that holds one sample knows its label.',
} as const;
