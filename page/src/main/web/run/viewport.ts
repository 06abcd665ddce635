// What part of a run's time the timeline shows. Immutable.

export interface Viewport {
  readonly from: number;
  readonly to: number;
  /** Whether it goes along with the newest. */
  readonly follows: boolean;
}

export const SHORTEST_NANOS = 1e4;

export function all(now: number): Viewport {
  return { from: 0, to: Math.max(now, SHORTEST_NANOS), follows: true };
}

/** Where it is when the newest is at `now`: a viewport that follows and shows all grows, another one slides. */
export function along(view: Viewport, now: number): Viewport {
  if (!view.follows) {
    return view;
  }
  const to = Math.max(now, SHORTEST_NANOS);
  return view.from === 0 ? { ...view, to } : { ...view, from: Math.max(0, to - (view.to - view.from)), to };
}

/** Shows less (factor below 1) or more around a time, within the run. */
export function zoomed(view: Viewport, factor: number, around: number, now: number): Viewport {
  const span = Math.min(Math.max(SHORTEST_NANOS, (view.to - view.from) * factor), Math.max(now, SHORTEST_NANOS));
  const part = (around - view.from) / (view.to - view.from);
  const from = Math.max(0, around - part * span);
  return { from, to: from + span, follows: view.follows && from + span >= now };
}

/** Moved by a part of what it shows. */
export function panned(view: Viewport, part: number, now: number): Viewport {
  const span = view.to - view.from;
  const from = Math.max(0, Math.min(view.from + part * span, Math.max(0, now - span)));
  return { from, to: from + span, follows: from + span >= now };
}
