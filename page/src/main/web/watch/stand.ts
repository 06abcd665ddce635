// Whether a run stands still, as far as its events tell: none says that it was paused or resumed.
import type { RunEvent } from "../wire/types";

/** CPUs in use from which on a task computes: a lab that only tells its viewers that time goes by takes less. */
const LEAST_CPUS = 0.5;

/** Nanoseconds since the run's start. */
export interface Stand {
  readonly nowNanos: number;
  /** When something last happened that a paused run has none of: a task started, or was told to give no sign. */
  readonly wentOnNanos: number;
  /** When a task last gave anything at all, or something was computed. */
  readonly signNanos: number;
  /** How many tasks run. */
  readonly running: number;
}

export const START: Stand = { nowNanos: 0, wentOnNanos: 0, signNanos: 0, running: 0 };

export function next(stand: Stand, event: RunEvent): Stand {
  if (event.type === "events-missing") {
    return stand;
  }
  const { type, atNanos } = event;
  const goesOn = type === "task-started" || type === "task-silent";
  const isSign = type !== "pulse" || event.cpu >= LEAST_CPUS;
  return {
    nowNanos: Math.max(stand.nowNanos, atNanos),
    wentOnNanos: goesOn ? Math.max(stand.wentOnNanos, atNanos) : stand.wentOnNanos,
    running: stand.running + (type === "task-started" ? 1 : type === "task-finished" || type === "task-failed" ? -1 : 0),
    signNanos: isSign ? Math.max(stand.signNanos, atNanos) : stand.signNanos,
  };
}

/** What this browser last told a run, and when, in nanoseconds since the run's start. */
export interface Told {
  readonly isPause: boolean;
  readonly atNanos: number;
}

/** Whether it is paused: as it was told; or maybe, since nothing is seen of it for so many seconds. */
export type Pause = { readonly is: "no" | "told" } | { readonly is: "maybe"; readonly seconds: number };

const NO: Pause = { is: "no" };

/** What was under way when the pause was told comes later than it. */
const UNDER_WAY_NANOS = 2e9;
/** A task that runs and gives no sign is told of after ten seconds, unless the run is paused. */
const SILENCE_NANOS = 12e9;

/** @param isLoaded whether tasks come at a rate: where none runs, the next one may not have come yet */
export function pause(stand: Stand, told: Told | undefined, isLoaded = false): Pause {
  if (told?.isPause === true && stand.wentOnNanos <= told.atNanos + UNDER_WAY_NANOS) {
    return { is: "told" };
  }
  const quietNanos = stand.nowNanos - Math.max(stand.signNanos, told?.atNanos ?? 0);
  return quietNanos >= SILENCE_NANOS && (stand.running > 0 || !isLoaded) ? { is: "maybe", seconds: Math.floor(quietNanos / 1e9) } : NO;
}
