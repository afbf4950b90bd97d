import type { fileWords } from './en-files.ts';
import type { Translation } from './language.ts';

/** 导出，以及打开的文件。 */
export const fileWordsZh: Translation<typeof fileWords> = {
  'files.numbers': '数值',
  'files.json': 'JSON',
  'files.csv': 'CSV',
  'files.jsonAll': 'JSON，已完成的 {repeats} 次',
  'files.csvAll': 'CSV，已完成的 {repeats} 次',
  'files.csvMean': 'CSV，均值',
  'files.jsonNote':
    'JSON 含有设置、指纹和每一次测量：拖放到本页面，就会作为已完成的运行重新打开。CSV 供其他程序使用。',
  'files.notDone': '有一次重复完成后即可保存数值。',
  'files.figures': '图，与当前显示一致',
  'files.figuresNote': '每幅图都写有链接、是哪一次重复及其指纹。',
  'files.plane': '信息平面',
  'files.svg': 'SVG',
  'files.png': 'PNG',
  'files.save': '{what}，存为 {format}',
  'files.openTitle': '打开文件',
  'files.openNote': '本页面或命令行生成的 JSON 文件；也可以把它拖放到页面任意位置。',
  'files.choose': '选择 JSON 文件，或拖放到这里',
  'files.opened':
    '已打开“{name}”。其中的重复：{repeats}，共 {count} 次；已校验，未重新训练（算术版本 {version}）。',
  'files.openedPart':
    '已打开“{name}”。其中的重复：{repeats}，共 {count} 次；已校验，未重新训练（算术版本 {version}）。其余的只在你要求时才训练。',
  'files.isData':
    '“{name}”不是运行文件。若要用自己的样本或图像训练，请把它拖放到“更多任务…”对话框中。页面没有任何变化。（{reason}）',
  'files.refused': '未能打开“{name}”：{reason}页面没有任何变化。',
  'files.failed': '无法生成文件：{reason}',
  'files.repeat': '第 {repeat} 次重复，共 {count} 次',
  'files.mean': '{count} 次重复中 {done} 次的均值',
  'files.fingerprint': '指纹 {fingerprint}',
  'files.epoch': '到第 {epoch} 轮，共 {epochs} 轮',
  'files.epochAt': '第 {epoch} 轮，共 {epochs} 轮',
  'files.grid': '计数，输出层按原研究的 {bits} 位网格',
  'files.exact': '计数，输出层按精确值',
  'files.ruler': '按标尺“{ruler}”',
  'files.crosses': '十字：± 标准差',
  'files.bands': '色带：± 标准差',
  'files.interval': '色带：均值的 95% 区间',
  'files.gone': '它已不在页面上',
  'files.axis.log': '已完成的轮次，对数坐标',
  'files.axis.linear': '已完成的轮次',
  'files.classOf': '类 {label}：{samples}',
  'update.ready': '本页面有了新版本。载入它会中断正在进行的训练；链接和文件仍然有效。',
  'update.take': '载入',
};
