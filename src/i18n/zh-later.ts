import type { Rooms } from './language.ts';
import { compareWordsZh } from './zh-compare.ts';
import { fileWordsZh } from './zh-files.ts';
import { gradientWordsZh } from './zh-gradients.ts';
import { inspectorWordsZh } from './zh-inspector.ts';
import { keyboardWordsZh } from './zh-keyboard.ts';
import { lessonRoomZh } from './zh-lesson-room.ts';
import { mapWordsZh } from './zh-maps.ts';
import { milestoneWordsZh } from './zh-milestones.ts';
import { reasonsZh } from './zh-reasons.ts';
import { rulerSettingWordsZh } from './zh-ruler-settings.ts';
import { shareWordsZh } from './zh-share.ts';
import { studyWordsZh } from './zh-study.ts';
import { sweepWordsZh } from './zh-sweep.ts';
import { taskWordsZh } from './zh-tasks.ts';

/** What is said when it is looked at, in Chinese. */
export const rooms: Rooms = {
  page: {
    ...fileWordsZh,
    ...keyboardWordsZh,
    ...rulerSettingWordsZh,
    ...shareWordsZh,
    ...studyWordsZh,
    ...taskWordsZh,
  },
  compare: compareWordsZh,
  gradients: gradientWordsZh,
  inspector: inspectorWordsZh,
  lessons: lessonRoomZh,
  maps: mapWordsZh,
  milestones: milestoneWordsZh,
  sweep: sweepWordsZh,
  reasons: reasonsZh,
};
