// The lab's records, as they travel. Times are whole nanoseconds in fields that end in `Nanos`.

export interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

export interface Workload {
  readonly name: string;
  readonly summary: string;
  readonly kind: "cpu" | "blocking" | "async" | "mixed";
  readonly parameters: Schema;
  /** Of its pipeline, where its parameters have their defaults. */
  readonly stages?: readonly string[];
}

export interface Lane {
  readonly name: string;
  readonly summary: string;
  readonly available: boolean;
  readonly reason?: string;
  readonly settings?: Schema;
  readonly emulation?: boolean;
  readonly onRequest?: boolean;
}

export interface Latency {
  readonly p50Nanos: number;
  readonly p99Nanos: number;
  readonly maxNanos: number;
}

/** How late something was that shares more with the tasks than the home loop. */
export interface Canary {
  readonly canary: "timer" | "worker" | "carrier" | "loop";
  readonly on: string;
  readonly latency: Latency;
}

export interface Failure {
  readonly code: string;
  readonly message: string;
  readonly at?: readonly string[];
}

export interface Machine {
  readonly os: string;
  readonly cpu: string;
  readonly cpus: number;
  readonly jdk: string;
}

export type Kind = "run" | "comparison" | "capacity" | "scenario";
export type State = "going-on" | "completed" | "failed" | "cancelled" | "broken" | "lost";

export interface KeptRun {
  readonly run: string;
  readonly work: {
    readonly kind: Kind;
    readonly workload: string;
    readonly lanes: readonly string[];
    readonly request?: Readonly<Record<string, unknown>>;
  };
  readonly owner: { readonly name: string; readonly shared: boolean };
  readonly state: State;
  readonly time: { readonly startedMillis: number; readonly endedMillis?: number };
  readonly place: { readonly machine: Machine; readonly version: string; readonly commit?: string };
  /** `last` is the number of the newest; -1 where there is none. */
  readonly events: { readonly count: number; readonly last: number; readonly missing: number };
  readonly outcome?: {
    readonly wallNanos?: number;
    readonly recommended?: string;
    /** Of a search the rate a second that each lane bears; of a scenario how many expectations held, failed and were undecided. */
    readonly figures?: Readonly<Record<string, number>>;
    readonly summary?: Readonly<Record<string, unknown>>;
    readonly error?: Failure;
  };
  readonly note?: string;
}

export interface Standing {
  readonly lane: string;
  readonly rounds: number;
  readonly medianNanos: number;
  readonly ratio: number;
  readonly low?: number;
  readonly high?: number;
}

export type Outcome = "baseline" | "faster" | "slower" | "same" | "cant-tell";

export interface NetworkUse {
  readonly roundTripNanos?: number;
  readonly sentBytes: number;
  readonly receivedBytes: number;
}

export interface LaneVerdict extends Standing {
  readonly outcome: Outcome;
  readonly roundsNeeded?: number;
  readonly bystander?: Latency;
  readonly cpu?: number;
  readonly allocatedBytes?: number;
  readonly peakThreads?: number;
  readonly network?: NetworkUse;
}

export interface Sample {
  readonly lane: string;
  readonly round: number;
  readonly wallNanos: number;
  readonly cpu?: number;
  readonly allocatedBytes?: number;
  readonly peakThreads?: number;
  readonly bystander?: Latency;
  readonly load?: { readonly judged?: { readonly nanos: number } };
}

export interface Finding {
  readonly type: "finding";
  readonly seq: number;
  readonly lane: string;
  readonly reason: string;
  readonly at?: readonly string[];
}

export interface Proof {
  readonly type: "proof";
  readonly seq: number;
  readonly lane: string;
  readonly reason: string;
  readonly result: "helped" | "did-not-help" | "cant-tell";
}

export interface Verdict {
  readonly type: "verdict";
  readonly seq: number;
  readonly atNanos: number;
  readonly lanes: readonly LaneVerdict[];
  readonly recommended: string | null;
  readonly reason: string;
  readonly warnings: readonly { readonly code: string; readonly message: string }[];
  readonly samples: readonly Sample[];
  readonly recommendation?: { readonly code: string; readonly note?: string };
  readonly failures?: readonly { readonly lane: string; readonly failed: number; readonly tasks: number; readonly message: string }[];
}

export type ComparisonEvent =
  | {
      readonly type: "comparison-started";
      readonly seq: number;
      readonly atNanos: number;
      readonly workload: string;
      readonly parameters: Readonly<Record<string, unknown>>;
      readonly tasks: number;
      readonly lanes: readonly string[];
      readonly baseline: string;
      readonly design: { readonly rounds?: number | null; readonly seed: number; readonly sameWithin?: number };
      readonly machine: Machine;
    }
  | { readonly type: "round-started"; readonly seq: number; readonly atNanos: number; readonly round: number; readonly lane: string; readonly warmup: boolean }
  | { readonly type: "standing"; readonly seq: number; readonly atNanos: number; readonly round: number; readonly lanes: readonly Standing[]; readonly figures?: readonly { readonly lane: string; readonly nanos: number }[] }
  | Finding
  | Proof
  | Verdict
  | { readonly type: "events-missing"; readonly seq: number; readonly to: number; readonly events: number }
  | { readonly type: "run-event" | "run-progress"; readonly seq: number; readonly atNanos: number };

export interface RunSummary {
  readonly tasks: number;
  readonly failed: number;
  readonly items: number;
  readonly wallNanos: number;
  readonly cpuNanos?: number;
  readonly allocatedBytes?: number;
  readonly peakThreads?: number;
  readonly bystander?: Latency;
}

/** Something that a thread did for a task. */
export interface TraceMark {
  readonly atNanos: number;
  readonly thread: string;
  readonly kind: "running" | "sleeping" | "waiting" | "holding" | "released" | "handed-over" | "read" | "wrote" | "ended";
  readonly name?: string;
  readonly value?: string;
}

export type RunEvent =
  | { readonly type: "run-started"; readonly seq: number; readonly atNanos: number; readonly run: string; readonly workload: string; readonly lane: string; readonly parameters: Readonly<Record<string, unknown>>; readonly tasks: number }
  | { readonly type: "task-started"; readonly seq: number; readonly atNanos: number; readonly task: number; readonly label: string; readonly worker: string }
  | { readonly type: "task-progress"; readonly seq: number; readonly atNanos: number; readonly task: number; readonly done: number; readonly total?: number }
  | { readonly type: "task-items"; readonly seq: number; readonly atNanos: number; readonly task: number; readonly from: number; /** Or how many, where the worker has counted them. */ readonly items: number | readonly unknown[] }
  | { readonly type: "task-trace"; readonly seq: number; readonly atNanos: number; readonly task: number; readonly marks: readonly TraceMark[]; readonly dropped: number }
  | { readonly type: "task-finished"; readonly seq: number; readonly atNanos: number; readonly task: number; readonly items: number; readonly wallNanos: number; readonly cpuNanos?: number }
  | { readonly type: "task-failed"; readonly seq: number; readonly atNanos: number; readonly task: number; readonly error: Failure }
  | { readonly type: "task-silent"; readonly seq: number; readonly atNanos: number; readonly task: number; readonly silentNanos: number; readonly thread?: string; readonly at: readonly string[] }
  | { readonly type: "pulse"; readonly seq: number; readonly atNanos: number; readonly bystander: Latency; readonly cpu: number; readonly threads: number; readonly heapBytes: number; readonly canaries?: readonly Canary[] }
  | { readonly type: "run-finished"; readonly seq: number; readonly atNanos: number; readonly status: "completed" | "failed" | "cancelled"; readonly summary: RunSummary; readonly error?: Failure }
  | { readonly type: "events-missing"; readonly seq: number; readonly to: number; readonly events: number };
