import type { milestoneWords } from './en-milestones.ts';
import type { Translation } from './language.ts';

/** 读给看不见的人听的运行进程。 */
export const milestoneWordsZh: Translation<typeof milestoneWords> = {
  started: '训练开始：{experiment}。',
  fitted: '第 {epoch} 轮：{said}',
  ended: '运行在第 {epoch} 轮结束。{said} 测试准确率：{accuracy}。指纹 {fingerprint}。',
  endedSeveral: '全部 {count} 次重复都已结束。所示：{said}',
  failed: '训练在第 {epoch} 轮失败。',
  stopped: '训练在第 {epoch} 轮被停止。',
};
