/** The lesson “tanh and ReLU”. */
export const activationsWords = {
  'activations.title': 'tanh and ReLU',
  'activations.about': 'Eight seeds each: which T5 forgets, and is it the activation that makes it?',

  'activations.tanh.title': 'Eight networks with tanh',
  'activations.tanh.text.1':
    'One run is one story. So eight networks are trained that differ in their random weights and batches only. T5 is the last hidden layer; its fall is its largest I(X;T) minus that at the end.',
  'activations.tanh.question': 'In how many of the 8 runs with tanh does T5 fall by more than 1 bit?',
  'activations.tanh.label': 'Runs with tanh, of 8',
  'activations.tanh.low':
    'One seed may differ from the next, but here they agree: with tanh and this way of quantizing, the fall of T5 is no accident.',
  'activations.tanh.reveal.1':
    'In {tanh} of 8 runs T5 fell by more than 1 bit, by {tanhFall} bits on average. What the plane draws is the mean of the eight, and faintly each of them.',

  'activations.relu.title': 'Eight networks with ReLU',
  'activations.relu.text.1':
    'Everything as before, with ReLU for tanh, as the study has it. With tanh it was {tanh} of 8.',
  'activations.relu.question': 'In how many of the 8 runs with ReLU does T5 fall by more than 1 bit?',
  'activations.relu.label': 'Runs with ReLU, of 8',
  'activations.relu.high':
    'What one network did, another need not do: that training compresses was concluded from networks with tanh, and did not hold for these.',
  'activations.relu.reveal.1':
    'In {relu} of 8 runs, by {reluFall} bits on average. And the networks with ReLU have learned too: accuracy on unseen inputs is {reluTest}%, with tanh {tanhTest}%.',
  'activations.relu.reveal.2':
    'It would be easy to stop here: “tanh compresses, ReLU does not”. But between these two runs two things were changed.',

  'activations.same.title': 'The same quantizer',
  'activations.same.text.1':
    'With tanh the study rounds each layer between the smallest and largest value of the present batch, and leaves weights alone; with ReLU it rounds between two slowly moving ends, and rounds weights too. The quantizer goes with the activation.',
  'activations.same.text.2': 'Now ReLU gets the quantizer that tanh had. Nothing else is changed.',
  'activations.same.question':
    'In how many of the 8 runs with ReLU and tanh’s quantizer does T5 fall by more than 1 bit?',
  'activations.same.label': 'ReLU with tanh’s quantizer, of 8',
  'activations.same.low':
    '“ReLU does not compress” was said of ReLU and its quantizer together. With another quantizer the same networks, from the same weights, look otherwise.',
  'activations.same.reveal.1':
    'In {same} of 8 runs, by {sameFall} bits on average. With its own quantizer it was {relu} of 8. A fall needs a height to fall from: with the moving range T5 begins far to the left.',

  'activations.other.title': 'And the other way round',
  'activations.other.text.1':
    'The last of the four: tanh gets the quantizer that ReLU had. So far: tanh with its own {tanh} of 8, ReLU with its own {relu} of 8, ReLU with tanh’s {same} of 8.',
  'activations.other.question':
    'In how many of the 8 runs with tanh and ReLU’s quantizer does T5 fall by more than 1 bit?',
  'activations.other.label': 'tanh with ReLU’s quantizer, of 8',
  'activations.other.low':
    'If the quantizer alone decided, tanh would do as ReLU did with it. It does so only in part.',
  'activations.other.high':
    'If the activation alone decided, tanh would do as it did before. It does so only in part.',
  'activations.other.reveal.1':
    'In {other} of 8. So tanh went from {tanh} to {other}, ReLU from {relu} to {same}, each by its quantizer alone; and with one quantizer for both, they still differ. Activation and quantizer both matter, and a study that changes both at once cannot tell which it was.',

  'activations.teacher.1':
    'Four times eight runs are trained here: on a laptop with four cores a step takes some ten seconds, on a phone a minute. Let the class vote meanwhile.',
  'activations.teacher.2':
    'The trap is the slogan after the second question. Write it on the board before the third: “tanh compresses, ReLU does not.” Then ask what was changed between the two.',
  'activations.teacher.3':
    'The limit of 1 bit is a convention. Ask what would be different at half a bit, and look at the faint paths.',
  'activations.teacher.4':
    'The preset “Same quantizer” has all four settings with more repeats; the page’s own rule for compression gives intervals there.',
} as const;
