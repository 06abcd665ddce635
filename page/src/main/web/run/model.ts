// What a run's events add up to: tasks in typed arrays, since there may be a million of them, and series by time. Changed
// in place; whoever draws it is told by a version of its own.
import type { Canary, Failure, RunEvent, RunSummary, TraceMark } from "../wire/types";
import { journey } from "./journey";

export const WAITING = 0;
export const RUNNING = 1;
export const FINISHED = 2;
export const FAILED = 3;

const BUCKET_MILLIS = 250;
const MOST_FAILURES = 100;
/** From so many rows on, a worker that is new takes the row of others that have nothing to do: virtual threads are many. */
const ROWS_OF_ONE_WORKER = 40;
const STALL_NANOS = 50e6;
/** Of pulses; older ones are thinned out. */
const MOST_PULSES = 4096;

/** A part of a task that a row's thread was busy with, although the task began on another. */
export interface Part {
  readonly task: number;
  readonly thread: string;
  readonly stages: readonly string[];
  readonly from: number;
  readonly to: number;
}

/** A task went on on another thread. */
export interface Arc {
  readonly task: number;
  readonly from: Row;
  readonly left: number;
  readonly to: Row;
  readonly arrived: number;
  readonly threads: readonly [from: string, to: string];
}

/** The tasks that one worker has had, or several after another, in the order in which they started. */
export class Row {
  tasks = new Int32Array(4);
  count = 0;
  busyNanos = 0;
  /** How many of them run. */
  open = 0;

  /** How many workers it has had. */
  workers = 1;

  /** Of tasks that began in other rows. */
  readonly parts: Part[] = [];

  constructor(readonly worker: string, readonly place: number) {}

  add(task: number): void {
    if (this.count === this.tasks.length) {
      const more = new Int32Array(2 * this.count);
      more.set(this.tasks);
      this.tasks = more;
    }
    this.tasks[this.count++] = task;
  }
}

/** A canary's longest latency in each pulse, in milliseconds; null where it was not due. */
export interface CanaryLine {
  readonly kind: Canary["canary"];
  readonly on: string;
  readonly max: (number | null)[];
}

export class Pulses {
  seconds: number[] = [];
  p50: number[] = [];
  max: number[] = [];
  /** The longest latency of any of them, where that is a stall. */
  stall: (number | null)[] = [];
  /** How many there have been, also of those that were thinned out. */
  total = 0;
  readonly canaries = new Map<string, CanaryLine>();
  cpu: number[] = [];
  threads: number[] = [];
  heap: number[] = [];
}

export class RunModel {
  started: Extract<RunEvent, { type: "run-started" }> | undefined;
  finished: Extract<RunEvent, { type: "run-finished" }> | undefined;
  state = new Uint8Array(0);
  start = new Float64Array(0);
  end = new Float64Array(0);
  label: string[] = [];
  readonly rows: Row[] = [];
  readonly pulses = new Pulses();
  readonly failures: { readonly task: number; readonly error: Failure }[] = [];
  /** Known of a task from its end on, where the run is traced. */
  readonly arcs: Arc[] = [];
  readonly silent = new Map<number, { readonly thread: string; readonly nanos: number; readonly at: readonly string[] }>();
  /** Of buckets of time. */
  readonly items: number[] = [];
  readonly events: number[] = [];
  done = 0;
  failed = 0;
  stalls = 0;
  missing = 0;
  /** The newest time that anything is known of. */
  now = 0;
  private readonly rowOf = new Map<string, Row>();
  /** Rows that had nothing to do at some time; those that have again are passed over. */
  private readonly idle: Row[] = [];
  private readonly threadOf: string[] = [];
  private workerOf: (Row | undefined)[] = [];

  /** How many parts of time there are figures of. */
  get buckets(): number {
    return Math.max(this.items.length, this.events.length);
  }

  get summary(): RunSummary | undefined {
    return this.finished?.summary;
  }

  take(event: RunEvent): void {
    if (event.type === "events-missing") {
      this.missing += event.events;
      return;
    }
    this.now = Math.max(this.now, event.atNanos);
    this.tally(this.events, event.atNanos, 1);
    switch (event.type) {
      case "run-started":
        this.started = event;
        this.grow(event.tasks);
        break;
      case "task-started":
        this.begin(event.task, event.label, event.worker, event.atNanos);
        break;
      case "task-items":
        this.tally(this.items, event.atNanos, typeof event.items === "number" ? event.items : event.items.length);
        this.silent.delete(event.task);
        break;
      case "task-finished":
        this.over(event.task, FINISHED, event.atNanos);
        break;
      case "task-failed":
        this.over(event.task, FAILED, event.atNanos);
        this.failed++;
        if (this.failures.length < MOST_FAILURES) {
          this.failures.push({ task: event.task, error: event.error });
        }
        break;
      case "task-silent":
        this.silent.set(event.task, { thread: event.thread ?? "", nanos: event.silentNanos, at: event.at });
        break;
      case "task-trace":
        this.trace(event.task, event.marks);
        break;
      case "pulse":
        this.pulse(event);
        break;
      case "run-finished":
        this.finished = event;
        this.silent.clear();
        break;
      case "task-progress":
        break;
    }
  }

  /** The name of the thread that a task was started on. */
  worker(task: number): string {
    return this.threadOf[task] ?? "";
  }

  private rowFor(worker: string): Row {
    const known = this.rowOf.get(worker);
    if (known !== undefined) {
      return known;
    }
    let row: Row | undefined;
    while (this.rows.length >= ROWS_OF_ONE_WORKER && row === undefined && this.idle.length > 0) {
      const last = this.idle.pop();
      row = last !== undefined && last.open === 0 ? last : undefined;
    }
    if (row === undefined) {
      row = new Row(worker, this.rows.length);
      this.rows.push(row);
    } else {
      row.workers++;
    }
    this.rowOf.set(worker, row);
    return row;
  }

  private grow(tasks: number): void {
    if (tasks <= this.state.length) {
      return;
    }
    const state = new Uint8Array(tasks);
    const start = new Float64Array(tasks);
    const end = new Float64Array(tasks);
    state.set(this.state);
    start.set(this.start);
    end.set(this.end);
    this.state = state;
    this.start = start;
    this.end = end;
  }

  private begin(task: number, label: string, worker: string, at: number): void {
    this.grow(task + 1);
    const row = this.rowFor(worker);
    row.open++;
    row.add(task);
    this.threadOf[task] = worker;
    this.workerOf[task] = row;
    this.state[task] = RUNNING;
    this.start[task] = at;
    this.label[task] = label;
  }

  private over(task: number, state: number, at: number): void {
    this.grow(task + 1);
    if (this.state[task] === RUNNING) {
      const row = this.workerOf[task];
      if (row !== undefined) {
        row.busyNanos += at - (this.start[task] ?? at);
        if (--row.open === 0) {
          this.idle.push(row);
        }
      }
    }
    this.state[task] = state;
    this.end[task] = at;
    this.silent.delete(task);
    this.done++;
  }

  private trace(task: number, marks: readonly TraceMark[]): void {
    const { visits, hops } = journey(marks);
    const own = this.worker(task);
    for (const { thread, stages, from, to } of visits) {
      if (thread !== own) {
        const row = this.rowFor(thread);
        row.parts.push({ task, thread, stages, from, to });
        row.busyNanos += to - from;
      }
    }
    for (const { from, left, to, arrived } of hops) {
      this.arcs.push({ task, from: this.rowFor(from), left, to: this.rowFor(to), arrived, threads: [from, to] });
    }
  }

  /** The part of a task that a row is busy with at a time, if it is. */
  partAt(row: Row, nanos: number, near: number): Part | undefined {
    return row.parts.find(({ from, to }) => from <= nanos + near && to >= nanos - near);
  }

  private pulse(event: Extract<RunEvent, { type: "pulse" }>): void {
    const { seconds, p50, max, stall, canaries, cpu, threads, heap } = this.pulses;
    if (seconds.length === MOST_PULSES) {
      for (const series of [seconds, p50, max, stall, cpu, threads, heap, ...[...canaries.values()].map((line) => line.max)]) {
        thin(series);
      }
    }
    for (const { canary: kind, on, latency } of event.canaries ?? []) {
      const name = `${kind} ${on}`;
      let line = canaries.get(name);
      if (line === undefined) {
        line = { kind, on, max: seconds.map(() => null) };
        canaries.set(name, line);
      }
      line.max.push(latency.maxNanos / 1e6);
    }
    this.pulses.total++;
    seconds.push(event.atNanos / 1e9);
    p50.push(event.bystander.p50Nanos / 1e6);
    max.push(event.bystander.maxNanos / 1e6);
    cpu.push(event.cpu);
    threads.push(event.threads);
    heap.push(event.heapBytes / 1e6);
    for (const line of canaries.values()) {
      if (line.max.length < seconds.length) {
        line.max.push(null);
      }
    }
    const longest = Math.max(event.bystander.maxNanos, ...(event.canaries ?? []).map(({ latency }) => latency.maxNanos));
    stall.push(longest >= STALL_NANOS ? longest / 1e6 : null);
    if (longest >= STALL_NANOS) {
      this.stalls++;
    }
  }

  private tally(series: number[], atNanos: number, by: number): void {
    const at = Math.max(0, Math.floor(atNanos / 1e6 / BUCKET_MILLIS));
    while (series.length <= at) {
      series.push(0);
    }
    series[at] = (series[at] ?? 0) + by;
  }

  /** Items and events a second, by time. */
  throughput(): { readonly seconds: number[]; readonly items: number[]; readonly events: number[] } {
    const buckets = Math.max(this.items.length, this.events.length);
    const perSecond = 1000 / BUCKET_MILLIS;
    const of = (series: readonly number[]): number[] => Array.from({ length: buckets }, (_, at) => (series[at] ?? 0) * perSecond);
    return {
      seconds: Array.from({ length: buckets }, (_, at) => (at * BUCKET_MILLIS) / 1000),
      items: of(this.items),
      events: of(this.events),
    };
  }
}

function thin<T>(series: T[]): void {
  const half = series.filter((_, at) => at % 2 === 0);
  series.length = 0;
  half.forEach((value) => series.push(value));
}
