// The way of a task through threads, read off the marks that a traced run tells of it.
import type { TraceMark } from "../wire/types";

/** A stretch of time that a thread is busy with the task. */
export interface Visit {
  readonly thread: string;
  /** The stages it was in meanwhile, if any. */
  readonly stages: readonly string[];
  readonly from: number;
  readonly to: number;
}

/** The task goes on on another thread. */
export interface Hop {
  readonly from: string;
  readonly left: number;
  readonly to: string;
  readonly arrived: number;
}

export interface Journey {
  readonly visits: readonly Visit[];
  readonly hops: readonly Hop[];
}

interface Open {
  readonly from: number;
  readonly stages: string[];
}

/** Marks are in the order of their times. */
export function journey(marks: readonly TraceMark[]): Journey {
  const visits: Visit[] = [];
  const hops: Hop[] = [];
  const open = new Map<string, Open>();
  const close = (thread: string, to: number): void => {
    const visit = open.get(thread);
    if (visit !== undefined) {
      open.delete(thread);
      visits.push({ thread, stages: visit.stages, from: visit.from, to });
    }
  };
  let last = marks[0];
  let ofStart = last;
  for (const mark of marks) {
    const { thread, kind, name, atNanos } = mark;
    // Who is still busy has not handed it on: then it was whoever started the task.
    const before = last?.kind === "ended" ? last : ofStart;
    if (kind === "ended") {
      close(thread, atNanos);
    } else if (!open.has(thread)) {
      open.set(thread, { from: atNanos, stages: [] });
      if (before !== undefined && before.thread !== thread) {
        hops.push({ from: before.thread, left: before.atNanos, to: thread, arrived: atNanos });
      }
    }
    const stages = open.get(thread)?.stages;
    if (kind === "running" && name !== undefined && stages !== undefined && !stages.includes(name)) {
      stages.push(name);
    }
    ofStart = thread === ofStart?.thread ? mark : ofStart;
    last = mark;
  }
  [...open.keys()].forEach((thread) => close(thread, last?.atNanos ?? 0));
  return { visits, hops };
}
