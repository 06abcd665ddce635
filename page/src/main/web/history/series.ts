// A workload's times over kept comparisons. Only what was asked for alike is set beside each other.
import type { KeptRun, Standing } from "../wire/types";

export interface Trend {
  /** Seconds since 1970, rising. */
  readonly x: readonly number[];
  readonly lanes: readonly { readonly lane: string; readonly millis: readonly (number | null)[] }[];
  /** Where another machine or Java begins. */
  readonly cuts: readonly number[];
}

function request(kept: KeptRun): string {
  const { parameters, load, variants } = kept.work.request ?? {};
  return JSON.stringify([parameters ?? {}, load ?? null, variants ?? null]);
}

function surroundings({ place: { machine } }: KeptRun): string {
  return [machine.cpu, machine.cpus, machine.jdk, machine.os].join("|");
}

function standings(kept: KeptRun): readonly Standing[] {
  const lanes = kept.outcome?.summary?.["lanes"];
  return Array.isArray(lanes) ? (lanes as Standing[]) : [];
}

/** Of the completed comparisons that asked for what the newest of them did. */
export function trend(workload: string, runs: readonly KeptRun[]): Trend {
  const all = runs
    .filter(({ work, state }) => work.kind === "comparison" && work.workload === workload && state === "completed")
    .sort((one, other) => one.time.startedMillis - other.time.startedMillis);
  const newest = all[all.length - 1];
  const alike = newest === undefined ? [] : all.filter((kept) => request(kept) === request(newest));
  const names = [...new Set(alike.flatMap((kept) => standings(kept).map(({ lane }) => lane)))];
  return {
    x: alike.map(({ time }) => time.startedMillis / 1000),
    lanes: names.map((lane) => ({
      lane,
      millis: alike.map((kept) => {
        const nanos = standings(kept).find((each) => each.lane === lane)?.medianNanos;
        return nanos === undefined ? null : nanos / 1e6;
      }),
    })),
    cuts: alike.flatMap((kept, at) => {
      const before = alike[at - 1];
      return before === undefined || surroundings(before) === surroundings(kept)
        ? []
        : [(before.time.startedMillis + kept.time.startedMillis) / 2000];
    }),
  };
}
