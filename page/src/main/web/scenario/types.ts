// Scenarios as the lab lists and shows them, and what happens while one runs.
import type { ComparisonEvent, Failure, RunEvent } from "../wire/types";

/** A text in each language. */
export type Words = Readonly<Record<string, string>>;

export interface ScenarioInfo {
  readonly name: string;
  readonly title: Words;
  /** The heading of the lecture's part; empty where it shows none. */
  readonly lecture: string;
  readonly source: string;
  readonly predict: Words;
  readonly questions: readonly Words[];
}

export interface Choice {
  readonly says: Words;
}

export interface Question {
  readonly id: string;
  readonly asks: Words;
  /** Choices, or the unit of a number. */
  readonly form: { readonly all?: readonly Choice[]; readonly unit?: Words };
}

export interface Original {
  readonly python: string;
  readonly java: string;
  readonly pythonCode?: string;
  readonly javaCode?: string;
}

export interface Scenario {
  readonly name: string;
  readonly title: Words;
  readonly lecture: string;
  readonly explanation: { readonly predict: Words; readonly shows?: Words };
  readonly questions: readonly Question[];
  readonly originals: readonly Original[];
}

/** Guesses of the same, and by whom. */
export interface GuessLine {
  readonly right: boolean;
  readonly choice?: number;
  readonly value?: number;
  readonly count: number;
  readonly who: string;
}

export interface Judged {
  readonly type: "judged";
  readonly seq: number;
  readonly atNanos: number;
  readonly proves: Words;
  readonly that: string;
  readonly held: boolean;
  readonly undecided: boolean;
}

export interface Revealed {
  readonly type: "revealed";
  readonly seq: number;
  readonly atNanos: number;
  readonly question: string;
  readonly asks: Words;
  readonly choice?: number | null;
  readonly value?: number | null;
  readonly problem?: string | null;
  readonly guesses: readonly GuessLine[];
}

export interface Finished {
  readonly type: "scenario-finished";
  readonly seq: number;
  readonly atNanos: number;
  readonly held: number;
  readonly failed: number;
  readonly undecided: number;
}

export type ScenarioEvent =
  | { readonly type: "scenario-started"; readonly seq: number; readonly atNanos: number; readonly scenario: string; readonly title: Words; readonly steps: readonly string[] }
  | { readonly type: "step-started"; readonly seq: number; readonly atNanos: number; readonly step: string; readonly workload: string; readonly lanes: readonly string[]; readonly compares: boolean }
  | { readonly type: "comparison-event"; readonly seq: number; readonly atNanos: number; readonly step: string; readonly event: ComparisonEvent }
  | { readonly type: "run-event"; readonly seq: number; readonly atNanos: number; readonly step: string; readonly lane: string; readonly event: RunEvent }
  | { readonly type: "step-finished"; readonly seq: number; readonly atNanos: number; readonly step: string }
  | { readonly type: "step-broken"; readonly seq: number; readonly atNanos: number; readonly step: string; readonly error: Failure }
  | Judged
  | Revealed
  | Finished
  | { readonly type: "events-missing"; readonly seq: number; readonly to: number; readonly events: number };
