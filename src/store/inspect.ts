import type { Session } from './session.ts';

/** Opens a layer, 0 for T1, at an epoch; left out: at the one looked at. */
export function inspectLayer(session: Session, layer: number, epoch?: number): void {
  if (epoch !== undefined) session.seek(epoch);
  session.view.setState({ layer, inspecting: true });
}
