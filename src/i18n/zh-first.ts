import type { Rooms } from './language.ts';
import { zh } from './zh.ts';

/** What is in sight at once, in Chinese. */
export const rooms: Rooms = { page: zh };
