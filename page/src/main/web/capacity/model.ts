// What a search for capacities adds up to. Pure: an event and a state make the next one.
import type { Machine } from "../wire/types";

export interface LaneCapacity {
  readonly lane: string;
  readonly answer: "found" | "at-least" | "not-at-all" | "cant-tell";
  readonly metPerSecond?: number;
  readonly missedPerSecond?: number;
}

export interface Step {
  readonly lane: string;
  readonly step: number;
  readonly perSecond: number;
  readonly outcome: string;
  readonly warmup: boolean;
  readonly failed: readonly string[];
  readonly decision: "met" | "missed" | "undecided" | "open";
  readonly figures?: {
    readonly percentiles: readonly { readonly by: string; readonly nanos: number }[];
    readonly latency?: { readonly p99Nanos?: number };
    readonly servedPerSecond: number;
  };
}

export type CapacityEvent =
  | { readonly type: "capacity-started"; readonly seq: number; readonly atNanos: number; readonly workload: string; readonly lanes: readonly string[]; readonly slo: readonly string[]; readonly machine: Machine }
  | { readonly type: "step-started"; readonly seq: number; readonly atNanos: number; readonly lane: string; readonly step: number; readonly perSecond: number }
  | ({ readonly type: "step-finished"; readonly seq: number; readonly atNanos: number } & Step)
  | ({ readonly type: "lane-capacity"; readonly seq: number; readonly atNanos: number } & LaneCapacity)
  | { readonly type: "capacity-finished"; readonly seq: number; readonly atNanos: number; readonly lanes: readonly LaneCapacity[] }
  | { readonly type: "events-missing"; readonly seq: number; readonly to: number; readonly events: number };

export interface Capacity {
  readonly started?: Extract<CapacityEvent, { type: "capacity-started" }>;
  readonly now?: Extract<CapacityEvent, { type: "step-started" }>;
  readonly steps: readonly Step[];
  readonly found: readonly LaneCapacity[];
  readonly missing: number;
}

export const NOTHING: Capacity = { steps: [], found: [], missing: 0 };

export function next(state: Capacity, event: CapacityEvent): Capacity {
  switch (event.type) {
    case "capacity-started":
      return { ...state, started: event };
    case "step-started":
      return { ...state, now: event };
    case "step-finished":
      return { ...state, steps: [...state.steps, event] };
    case "lane-capacity":
      return { ...state, found: [...state.found.filter(({ lane }) => lane !== event.lane), event] };
    case "capacity-finished":
      return { ...state, found: event.lanes };
    case "events-missing":
      return { ...state, missing: state.missing + event.events };
  }
}

/** The bound of the first objective that is about the tasks' latency: `p99 < 20ms` is 20. */
export function boundMillis(slo: readonly string[]): number | undefined {
  for (const objective of slo.filter((each) => !each.trim().startsWith("bystander."))) {
    const found = /<=?\s*([\d.]+)\s*(ms|s|us|µs)/.exec(objective);
    if (found !== null) {
      const value = Number(found[1]);
      return found[2] === "s" ? value * 1000 : found[2] === "ms" ? value : value / 1000;
    }
  }
  return undefined;
}

/** What the latency is that steps are shown by: that of the first objective that is about one, or p99. */
export function latencyName(steps: readonly Step[]): string {
  return steps.flatMap(({ figures }) => figures?.percentiles[0]?.by ?? [])[0] ?? "p99";
}

/** That latency of a step. */
export function nanos({ figures }: Step): number | undefined {
  return figures?.percentiles[0]?.nanos ?? figures?.latency?.p99Nanos;
}
