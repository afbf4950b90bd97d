/** The lesson “tanh and ReLU”. */
export const activationsWords = {
  'activations.title': 'tanh and ReLU',
  'activations.about':
    'Eight seeds each: which T5 forgets, is it the activation, and since when is it counted?',

  'activations.tanh.title': 'Eight networks with tanh',
  'activations.tanh.text.1':
    'One run is one story. So eight networks are trained, for 3,000 epochs each; the study that this page repeats (Lorenzen, Igel and Nielsen 2022) had fifty, of 8,000. They differ in their random weights and batches only. T5 is the last hidden layer; untrained it has {tanhStart} bits of the input on average.',
  'activations.tanh.text.2':
    'Its fall is its largest I(X;T), at whatever epoch, also before the first step, minus that at the end.',
  'activations.tanh.question': 'In how many of the 8 runs with tanh does T5 fall, and how far?',
  'activations.tanh.over1': 'Falls of more than 1 bit, of 8',
  'activations.tanh.over2': 'Falls of more than 2 bits, of 8',
  'activations.tanh.fall': 'Mean of the eight falls',
  'activations.tanh.low':
    'One seed may differ from the next, but in this they agree: with tanh and this way of quantizing, that T5 falls by more than 1 bit is no accident.',
  'activations.tanh.alike':
    'They agree that T5 falls, not how far: the same settings with other weights and batches fall by 1 bit or by nearly 4.',
  'activations.tanh.far':
    'So much T5 does not lose. A layer that keeps {tanhEnd} bits still tells apart hundreds of groups of inputs.',
  'activations.tanh.reveal.1':
    'In {tanh} of 8 runs T5 fell by more than 1 bit, in {tanh2} by more than 2 bits, and the mean of the eight falls is {tanhFall} bits. That it falls is no accident of a seed; how far it falls is. What the plane draws is the mean of the eight, and faintly each of them.',

  'activations.relu.title': 'Eight networks with ReLU',
  'activations.relu.text.1':
    'Everything as before, 3,000 epochs, with ReLU for tanh, as the study has it. With tanh T5 fell by more than 1 bit in {tanh} of 8 runs.',
  'activations.relu.text.2': 'Untrained, T5 of the networks with ReLU has {reluStart} bits on average.',
  'activations.relu.question': 'Does T5 fall in the 8 runs with ReLU, and where does it end?',
  'activations.relu.over1': 'Falls of more than 1 bit, of 8',
  'activations.relu.end': 'Mean I(X;T5) at the end',
  'activations.relu.high':
    'What one network did, another need not do: that training compresses was concluded from networks with tanh, and did not hold for these.',
  'activations.relu.still':
    'Not to fall is not to stand still. T5 began far to the left, and learning made it tell apart more of the inputs.',
  'activations.relu.reveal.1':
    'In {relu} of 8 runs it fell by more than 1 bit; the mean of the falls is {reluFall} bits. It went the other way: from {reluStart} bits to {reluEnd}. And the networks with ReLU have learned too: accuracy on unseen inputs is {reluTest}%, with tanh {tanhTest}%.',
  'activations.relu.reveal.2':
    'It would be easy to stop here: “tanh compresses, ReLU does not”. But between these two runs two things were changed.',

  'activations.same.title': 'The same quantizer',
  'activations.same.text.1':
    'With tanh the study rounds each layer between the smallest and largest value of the present batch, and leaves weights alone; with ReLU it rounds between two slowly moving ends, and rounds weights too. Now ReLU gets the quantizer that tanh had; nothing else is changed. Untrained, T5 has {sameStart} bits then, instead of {reluStart}.',
  'activations.same.text.2':
    'A fall counts also what was there before anything was learned. So a second count begins at the end of fitting, when I(T5;Y) has reached 95% of its largest: from there on, how much is I(X;T5) lower at the end than at its largest?',
  'activations.same.text.3':
    'After fitting T5 came down by more than 1 bit in {tanhAfter} of 8 runs with tanh, and in {reluAfter} of 8 with ReLU and its own quantizer.',
  'activations.same.question':
    'In how many of the 8 runs with ReLU and tanh’s quantizer does T5 come down by more than 1 bit?',
  'activations.same.over1': 'From its largest of all, of 8',
  'activations.same.after': 'After fitting only, of 8',
  'activations.same.low':
    '“ReLU does not compress” was said of ReLU and its quantizer together. With another quantizer T5 of the same networks begins far to the right, and has a height to fall from.',
  'activations.same.all': 'Not quite: in some of them T5 made up for what it lost at first.',
  'activations.same.late':
    'What T5 lost here it lost while the network was still learning, before fitting had ended. After that it hardly came down.',
  'activations.same.reveal.1':
    'From its largest of all T5 came down by more than 1 bit in {same} of 8 runs; with its own quantizer it was {relu} of 8. It would be easy to stop here, too: “it was the quantizer”.',
  'activations.same.reveal.2':
    'But after fitting it was {sameAfter} of 8, and {sameComp} bits on average: these runs lost bits while they learned, and hardly any afterwards. The page’s own verdict (“Fitting and compression”, in sight when the lessons are closed) goes by that count, and leaves open whether they compress. The same runs, two counts, two answers: before you believe that something compresses, ask since when it is counted.',
  'activations.same.reveal.3':
    'The mean of the eight falls is {sameFall} bits, and yet the mean path on the plane only goes from {sameStart} to {sameEnd} bits. Each run is at its largest at another epoch, so the mean of falls is not the fall of the mean.',

  'activations.other.title': 'And the other way round',
  'activations.other.text.1':
    'The last of the four: tanh gets the quantizer that ReLU had. Falls of more than 1 bit so far: tanh with its own quantizer {tanh} of 8, ReLU with its own {relu} of 8, ReLU with tanh’s {same} of 8.',
  'activations.other.text.2':
    'Compression after fitting so far, on average: {tanhComp}, {reluComp} and {sameComp} bits.',
  'activations.other.question': 'What does T5 do in the 8 runs with tanh and ReLU’s quantizer?',
  'activations.other.over1': 'Falls of more than 1 bit, of 8',
  'activations.other.after': 'Mean compression after fitting',
  'activations.other.low':
    'If the quantizer alone decided, tanh would do as ReLU did with it. It does so only in part.',
  'activations.other.high':
    'If the activation alone decided, tanh would do as it did before. It does so only in part.',
  'activations.other.none':
    'After fitting these networks do come down, other than those with ReLU and the same quantizer.',
  'activations.other.reveal.1':
    'Falls of more than 1 bit: {other} of 8. So tanh went from {tanh} to {other} and ReLU from {relu} to {same}, each by its quantizer alone; and with one quantizer for both, they still differ.',
  'activations.other.reveal.2':
    'After fitting: tanh {tanhComp} bits with its own quantizer and {otherComp} with the other, ReLU {reluComp} and {sameComp}. Counted so, tanh compresses with both, and less with ReLU’s; of ReLU it stays open with both. This count favours neither, but look where it begins: with tanh T5 tells nearly all inputs apart from the first epochs on, so it has the label, and counts as fitted, almost at once.',
  'activations.other.reveal.3':
    'So three things matter: the activation, the quantizer, and since when one counts. A study that changes the first two at once cannot tell which it was.',

  'activations.learnt':
    'Whether a layer compresses hangs on its activation, on its quantizer, and on since when it is counted. One number from one setting settles none of the three.',

  'activations.teacher.1':
    'Four times eight runs are trained here: on a laptop with four cores a question takes some ten seconds, on a phone a minute. Let the class vote meanwhile.',
  'activations.teacher.2':
    'The trap is the slogan after the second question. Write it on the board before the third: “tanh compresses, ReLU does not.” Then ask what was changed between the two. After the third there is a second slogan, “it was the quantizer”: have somebody say since when it was counted.',
  'activations.teacher.3':
    'The limit of 1 bit is a convention, as is the 95% at which fitting ends. Ask what would be different at half a bit, and look at the faint paths.',
  'activations.teacher.4':
    'The preset “Same quantizer” has all four settings with more repeats. The page’s own verdict takes what is left of a fall when a curve comes up again into account, and gives intervals: with these eight seeds tanh compresses under both quantizers, and ReLU is left open under both.',
} as const;
