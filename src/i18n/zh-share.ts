import type { shareWords } from './en-share.ts';
import type { Translation } from './language.ts';

/** “分享”对话框的文字，以及链接所声称的结果的文字。 */
export const shareWordsZh: Translation<typeof shareWords> = {
  'share.link': '链接',
  'share.copyLink': '复制链接',
  'share.copy': '复制',
  'share.copied': '已复制。',
  'share.blocked': '这里无法自动复制；文字已选中，请手动复制。',
  'share.carries': '链接里带什么',
  'share.settings': '全部设置：谁打开它，都会训练出逐位相同的运行。',
  'share.result': '结果（成为可验证的链接）',
  'share.resultNote': '打开链接的人会看到自己的设备是否重现了这个结果，或者两次运行在哪两轮之间分开。',
  'share.noResult': '等运行在本设备上结束后，才有结果。',
  'share.view': '当前的视图',
  'share.viewNone': '视图中还没有选择任何内容。',
  'share.viewIs': '打开时显示：{view}。',
  'share.viewAt': '第 {epoch} 轮',
  'share.viewRuler': '标尺“{ruler}”',
  'share.viewChance': '偶然水平的色带',
  'share.viewLayer': '选中 {layer}',
  'share.viewZoom': '平面已缩放',
  'share.say': '一同显示的话，最多 {most} 个字符',
  'share.language': '语言：页面以中文打开',
  'share.qr': '此链接的二维码',
  'share.qrLabel': '链接的二维码',
  'share.qrTooLong': '这个链接太长，无法做成二维码。',
  'share.qrLarge': '占满屏幕',
  'share.qrHint': '扫码即可在 {host} 打开这次运行',
  'share.qrClose': '关闭大二维码',
  'share.embed': '嵌入其他网页',
  'share.embedTitle': 'Infoplane：{sentence}',
  'share.copyEmbed': '复制 HTML',
  'share.citeStudy': '引用原研究（BibTeX）',
  'share.copyStudy': '复制原研究的引用',
  'share.citeSoftware': '引用本软件（BibTeX）',
  'share.copySoftware': '复制本软件的引用',

  'claim.open': '链接写明了这次运行的结果：运行过程中会一直比较。',
  'claim.openUntil': '链接写明了这次运行的结果：到目前为止两者一致，已比较到第 {until} 轮。',
  'claim.openAll': '链接写明了全部 {repeats} 次重复合起来的结果：都完成后再比较。',
  'claim.reproduced': '已重现：本设备得到了链接写明的结果 {fingerprint}，每一位都相同。',
  'claim.reproducedAll':
    '已重现：{repeats} 次重复合起来，在本设备上得到了链接写明的结果 {fingerprint}，每一位都相同。',
  'claim.differs': '未能重现：这次运行与链接的结果到第 {after} 轮仍一致，到第 {by} 轮已不同。',
  'claim.differsSoon': '未能重现：这次运行与链接的结果到第 {by} 轮就已不同。',
  'claim.parts': '这次运行与链接的结果到第 {after} 轮仍一致，到第 {by} 轮已不同。以运行结束时的结果为准。',
  'claim.partsSoon': '这次运行与链接的结果到第 {by} 轮就已不同。以运行结束时的结果为准。',
  'claim.changed':
    '链接被改动过或已损坏：它写明的第 {at} 轮与其余部分不属于同一次运行。运行结束时会比较最终结果。',
  'claim.changedSame':
    '本设备最终得到了链接写明的结果 {fingerprint}，但链接写明的第 {at} 轮不属于这次运行：链接被改动过或已损坏。',
  'claim.changedOther':
    '未能重现：链接写明的结果是 {claimed}，本设备得到的是 {found}。链接被改动过或已损坏：它写明的第 {at} 轮与其他各轮不属于同一次运行。',
  'claim.unchecked': '也可能是链接做好之后设置被改动过：链接中没有对设置的校验。',
  'claim.differsEnd':
    '未能重现：链接写明的结果是 {claimed}，本设备得到的是 {found}。链接中没有说明从哪一轮起不同。',
  'claim.differsAll': '未能重现：链接写明 {repeats} 次重复合起来的结果是 {claimed}，本设备得到的是 {found}。',
  'claim.version':
    '这个链接用的是第 {theirs} 版算术，本页用的是第 {own} 版：它的运行不一定相同，因此不作比较。',
  'claim.openIn': '在第 {version} 版中打开',
  'claim.notBeside': '本页旁边没有第 {theirs} 版。',
};
