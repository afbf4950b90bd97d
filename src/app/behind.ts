/**
 * What the page is made of beside what first moves: it arrives right behind that, in one chunk, and takes the places
 * that `App` keeps for it.
 */
export { Callout } from '../panels/Callout.tsx';
export { CompareBar } from '../panels/Compare.tsx';
export { CurvesPanel } from '../panels/CurvesPanel.tsx';
export { DropFile } from '../panels/DropFile.tsx';
export { ExperimentPanel } from '../panels/ExperimentPanel.tsx';
export { FollowingLine } from '../panels/FollowingLine.tsx';
export { HeaderTools } from '../panels/HeaderTools.tsx';
export { Inspector } from '../panels/Inspector.tsx';
export { LayerChips } from '../panels/LayerChips.tsx';
export { Milestones } from '../panels/Milestones.tsx';
export { Lessons } from '../panels/Lessons.tsx';
export { Notices } from '../panels/Notices.tsx';
export { PointTip } from '../panels/PointTip.tsx';
export { PresetBar } from '../panels/PresetBar.tsx';
export { Readings } from '../panels/Readings.tsx';
export { Rulers } from '../panels/Rulers.tsx';
export { Update } from '../panels/Update.tsx';
export { ViewSheet } from '../panels/ViewSheet.tsx';
export { WhichShown } from '../panels/WhichShown.tsx';
