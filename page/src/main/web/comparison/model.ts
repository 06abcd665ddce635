// What a comparison's events add up to. Pure: an event and a state make the next one.
import type { ComparisonEvent, Finding, Proof, Sample, Standing, Verdict } from "../wire/types";

export interface Turn {
  readonly round: number;
  readonly lane: string;
  readonly warmup: boolean;
}

/** Where the lanes stood after a round. */
export interface After {
  readonly round: number;
  readonly lanes: readonly Standing[];
  readonly figures: readonly Figure[];
}

/** What came out of a lane's turn: what lanes are held against each other by. */
export interface Figure {
  readonly lane: string;
  readonly round: number;
  readonly nanos: number;
}

export interface Comparison {
  readonly started?: Extract<ComparisonEvent, { type: "comparison-started" }>;
  readonly turns: readonly Turn[];
  readonly standings: readonly After[];
  readonly findings: readonly Finding[];
  readonly proofs: readonly Proof[];
  readonly verdict?: Verdict;
  readonly missing: number;
}

export const NOTHING: Comparison = { turns: [], standings: [], findings: [], proofs: [], missing: 0 };

export function next(state: Comparison, event: ComparisonEvent): Comparison {
  switch (event.type) {
    case "comparison-started":
      return { ...state, started: event };
    case "round-started":
      return { ...state, turns: [...state.turns, { round: event.round, lane: event.lane, warmup: event.warmup }] };
    case "standing":
      return {
        ...state,
        standings: [
          ...state.standings,
          { round: event.round, lanes: event.lanes, figures: (event.figures ?? []).map((each) => ({ ...each, round: event.round })) },
        ],
      };
    case "finding":
      return { ...state, findings: [...state.findings, event] };
    case "proof":
      return { ...state, proofs: [...state.proofs, event] };
    case "verdict":
      return { ...state, verdict: event };
    case "events-missing":
      return { ...state, missing: state.missing + event.events };
    case "run-event":
    case "run-progress":
      return state;
  }
}

/** Where the lanes stand now: by the verdict, or after the last round. */
export function standing(state: Comparison): readonly Standing[] {
  return state.verdict?.lanes ?? state.standings[state.standings.length - 1]?.lanes ?? [];
}

/** What has come out of the rounds so far: by the verdict, which knows it of labs that tell it nowhere else, or as it came. */
export function figures({ verdict, standings }: Comparison): readonly Figure[] {
  return verdict === undefined ? standings.flatMap((after) => after.figures) : verdict.samples.map(ofSample);
}

function ofSample({ lane, round, wallNanos, load }: Sample): Figure {
  return { lane, round, nanos: load?.judged?.nanos ?? wallNanos };
}

/** A round's figure on a lane / that on the baseline. */
export interface Dot {
  readonly lane: string;
  readonly round: number;
  readonly ratio: number;
}

/** Of the rounds that both have had. */
export function dots(all: readonly Figure[], baseline: string): readonly Dot[] {
  const base = new Map(all.filter(({ lane }) => lane === baseline).map(({ round, nanos }) => [round, nanos]));
  return all.flatMap(({ lane, round, nanos }) => {
    const other = base.get(round);
    return other === undefined || lane === baseline ? [] : [{ lane, round, ratio: nanos / other }];
  });
}
