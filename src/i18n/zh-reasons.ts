import type { Dictionary } from './language.ts';

/** What readers of files, workers and runs say in English is wrong, by their own words; `{1}` stands for whatever it is. */
export const reasonsZh: Dictionary = {
  // Places.
  'row {1}': '第 {1} 行',
  'row {1}, column {2} ({3})': '第 {1} 行第 {2} 列（{3}）',
  'row {1}, column {2}': '第 {1} 行第 {2} 列',
  'column {1} ({2})': '第 {1} 列（{2}）',
  'column {1}': '第 {1} 列',
  'sample {1}': '第 {1} 个样本',
  'sample {1}, column {2}': '第 {1} 个样本第 {2} 列',
  'sample {1}, {2}': '第 {1} 个样本的“{2}”',
  'the file': '文件',

  // Files of samples.
  'it is no text: CSV or JSON is asked for': '它不是文本：需要 CSV 或 JSON',
  'it has nothing in it, and needs two samples at least': '它是空的，至少需要两个样本',
  'it has one row or sample, and needs two samples at least': '它只有一行或一个样本，至少需要两个样本',
  'it has one column, and needs two at least: a feature and the class':
    '它只有一列，至少需要两列：一个特征和类别',
  '{1} columns in place of {2}': '有 {1} 列，应为 {2} 列',
  'a quotation mark is opened there and not closed': '那里的引号没有闭合',
  'no JSON: {1}': '不是有效的 JSON：{1}',
  'should be a list, as the first is': '应当同第一个一样是列表',
  'the first has no "{1}"': '第一个中没有“{1}”',
  'it should be a list of samples, or have the lists "inputs" and "labels"':
    '它应当是样本的列表，或含有“inputs”和“labels”两个列表',
  '"inputs" has {1} samples, "labels" {2}': '“inputs”有 {1} 个样本，“labels”有 {2} 个',
  'should be a list or an object with the features and the class': '应当是含有特征和类别的列表或对象',
  'should be a number or a text': '应当是数或文本',
  'it has {1} samples, where there can be {2}': '它有 {1} 个样本，最多可有 {2} 个',
  'it has {1} features, where there can be {2}': '它有 {1} 个特征，最多可有 {2} 个',
  'is empty; a feature needs a number in every sample': '为空；特征在每个样本中都需要一个数',
  '"{1}" is no number': '“{1}”不是数',
  '{1} is beyond float32': '{1} 超出 float32 的范围',
  'the class is empty': '类别为空',
  'one class, where there can be 2 to {1}': '只有一类，应有 2 到 {1} 类',
  '{1} classes, where there can be 2 to {2}': '有 {1} 类，应有 2 到 {2} 类',
  'no file was chosen': '没有选择文件',
  'samples come in one file, but these are {1}; four are for idx files':
    '样本应在一个文件里，但这里有 {1} 个；四个文件的是 idx 格式',
  'no samples have been read': '没有读到样本',
  'this is other data than that of the link': '这些数据不是链接所指的数据',
  'is larger than {1} MB': '大于 {1} MB',
  'its gzip is damaged': '它的 gzip 压缩已损坏',

  // Files of images.
  'a data set is two files of images and two of labels, for training and for test, but these are {1} of images and {2} of labels':
    '一个数据集由两个图像文件和两个标签文件组成，分别用于训练和测试，但这里有 {1} 个图像文件和 {2} 个标签文件',
  'its images are {1}, those of {2} {3}': '它的图像为 {1}，{2} 的图像为 {3}',
  '{1} images of {2} are too many or too large: there can be {3} of up to {4}, with {5} pixels in all':
    '{1} 张 {2} 的图像太多或太大：最多 {3} 张，每张不超过 {4}，共 {5} 个像素',
  'this is no idx file of images or labels in unsigned bytes': '这不是以无符号字节存放图像或标签的 idx 文件',
  'no file has labels for its {1} images: {2}': '没有文件含有它的 {1} 张图像的标签：{2}',

  // Files of runs.
  'it has no run': '其中没有运行',
  'there is none': '一个也没有',
  'are not those of runs[0]': '与 runs[0] 的不同',
  '{1} is there twice': '{1} 出现了两次',
  'should be at most {1}, as many as these settings have': '应当不超过 {1}，即这些设置的重复次数',
  'should end with the beginning of the fingerprint': '应当以指纹的开头结尾',
  'should not be negative': '不应为负',
  '{1} should not be negative': '{1} 不应为负',
  'should be {1} bits, as in this task': '应当是 {1} 比特，同这个任务',
  'should be the {1} that these settings measure': '应当是这些设置所测量的 {1} 个',
  'should be after what was measured, and at most {1}': '应当在已测量的之后，且不超过 {1}',
  'these settings keep no bad fit': '这些设置不保留不良拟合',
  'these are not the bad fits before attempt {1}': '这些不是第 {1} 次尝试之前的不良拟合',
  '"infoplane-run" or "infoplane-runs"': '“infoplane-run”或“infoplane-runs”',
  'is no ruler': '不是标尺',
  'should be those of the run': '应当是该运行的',
  '{1} should lie between 0 and {2}': '{1} 应当在 0 和 {2} 之间',
  '"{1}" is missing': '缺少“{1}”',
  'its name should be a whole number': '它的名称应当是整数',
  'should be a list': '应当是列表',
  'should have {1} entries, but has {2}': '应当有 {1} 项，但有 {2} 项',
  'should be a text': '应当是文本',
  'should be true or false': '应当是 true 或 false',
  'should be a number': '应当是数',
  'is too large a number': '数值过大',
  'should be a whole number from {1} on, but is {2}': '应当是不小于 {1} 的整数，但它是 {2}',
  'should be an object': '应当是对象',
  'should be wasm or scalar': '应当是 wasm 或 scalar',
  'should be {1}': '应当是 {1}',
  'this is not what was written: the file was changed or damaged': '内容与写入时不同：文件被改动或已损坏',
  '{1} is not known here: this program reads version {2}': '这里不认识 {1}：本程序读取版本 {2}',
  'this is no file of a run: "format" should be {1}, but there is none':
    '这不是运行文件：“format”应当是 {1}，但它没有',
  'this is no file of a run: "format" should be {1}, but it is {2}':
    '这不是运行文件：“format”应当是 {1}，但它是 {2}',
  'is not what the link "{1}" says': '与链接“{1}”所说的不同',
  'the output should have {1} units': '输出层应当有 {1} 个单元',
  'is no fingerprint': '不是指纹',

  // What ends a run.
  'The loss is no longer a finite number in epoch {1}: the learning rate {2} is too large for this network. Lower it; what was measured before stays':
    '损失在第 {1} 轮不再是有限的数：学习率 {2} 对这个网络太大。请调低学习率；此前测量的数据保留',
  'The loss is no longer a finite number in epoch {1}: the learning rate {2} is too large for this network. Lower it, or take Adam; what was measured before stays':
    '损失在第 {1} 轮不再是有限的数：学习率 {2} 对这个网络太大。请调低学习率，或改用 Adam；此前测量的数据保留',
  'A weight is no longer a finite number in epoch {1}: the learning rate {2} is too large for this network. Lower it; what was measured before stays':
    '有权重在第 {1} 轮不再是有限的数：学习率 {2} 对这个网络太大。请调低学习率；此前测量的数据保留',
  'A weight is no longer a finite number in epoch {1}: the learning rate {2} is too large for this network. Lower it, or take Adam; what was measured before stays':
    '有权重在第 {1} 轮不再是有限的数：学习率 {2} 对这个网络太大。请调低学习率，或改用 Adam；此前测量的数据保留',
  'It did not fit in {1} attempts; the last had a training accuracy of {2} after epoch {3}. Train with other settings, or keep bad fits':
    '{1} 次尝试都没有拟合；最后一次在第 {3} 轮之后训练准确率为 {2}。请换用其他设置，或保留不良拟合',
  'task: the samples in this link are damaged ({1}). Copy the whole link again, or choose their file':
    '任务：此链接中的样本已损坏（{1}）。请重新复制完整的链接，或选择样本的文件',
  'the samples in the link are damaged': '链接中的样本已损坏',
  'the samples in the link end too early': '链接中的样本不完整',
  'these samples have the digest {1}': '这些样本的摘要是 {1}',
  'task: the data with the digest {1} is not on this device. Choose its file below Task, and the run begins':
    '任务：摘要为 {1} 的数据不在本设备上。请在“任务”下方选择它的文件，运行随即开始',
  'task: the data kept on this device is damaged ({1}). Choose its file again':
    '任务：保存在本设备上的数据已损坏（{1}）。请重新选择它的文件',
  'task: MNIST could not be loaded ({1}). Run again once the connection is back; the 12-bit task needs no download':
    '任务：未能加载 MNIST（{1}）。请在网络恢复后重新运行；12 位任务无需下载',
  'the host answered HTTP {1}': '服务器返回 HTTP {1}',
  'more than its {1} bytes came': '收到的超过了它的 {1} 字节',
  'only {1} of its {2} bytes came': '{2} 字节中只收到 {1} 字节',
  'it has {1} bytes in place of {2}': '它有 {1} 字节，应为 {2} 字节',
  'its SHA-256 is not the one this page was built with': '它的 SHA-256 与本页面构建时的不同',
  'this browser has no DecompressionStream, a newer one has':
    '这个浏览器没有 DecompressionStream，请换用较新的浏览器',
  'Failed to fetch': '网络请求失败',
  'The kernel could not be loaded (HTTP {1})': '未能加载计算核心（HTTP {1}）',
  'There is not enough memory for the bounds': '内存不足，无法计算这些界',

  // Checks of a measurement.
  '{1} of {2} samples in the {3} counts': '{3} 计数中只有 {2} 个样本中的 {1} 个',
  'I(T;Y) = {1} is negative': 'I(T;Y) = {1} 为负',
  'I(T;Y) = {1} is above I(X;Y) = {2}': 'I(T;Y) = {1} 大于 I(X;Y) = {2}',
  'I(T;Y) = {1} is above H(T) = {2}': 'I(T;Y) = {1} 大于 H(T) = {2}',
  'H(T) = {1} is above H(X) = {2}': 'H(T) = {1} 大于 H(X) = {2}',
  'H(T) = {1} is above {2} of the layer before': 'H(T) = {1} 大于前一层的 {2}',
  'I(T;Y) = {1} is above {2} of the layer before': 'I(T;Y) = {1} 大于前一层的 {2}',
};
