import assert from "node:assert/strict";
import { test } from "node:test";
import { latencyName, type Step } from "../capacity/model";
import { dots, figures, next, NOTHING, standing } from "../comparison/model";
import { trend } from "../history/series";
import { FINISHED, RunModel, RUNNING } from "../run/model";
import { journey } from "../run/journey";
import { firstAfter, taskAt, tick } from "../run/paint";
import { all, along, panned, zoomed } from "../run/viewport";
import { moved } from "../start/LaneList";
import { conflated } from "../wire/conflate";
import { Lag } from "../watch/lag";
import type { KeptRun, TraceMark, Verdict } from "../wire/types";
import { en } from "../words/en";
import { ru } from "../words/ru";

test("a comparison stands where its last round left it", () => {
  const after = (round: number, ratio: number) =>
    ({ type: "standing", seq: round, atNanos: 0, round, lanes: [{ lane: "b", rounds: round, medianNanos: 1, ratio }] }) as const;
  const state = [after(1, 0.5), after(2, 0.6)].reduce(next, NOTHING);
  assert.equal(standing(state)[0]?.ratio, 0.6);
  assert.equal(state.standings.length, 2);
});

test("a dot is a round's time over the baseline's in the same round", () => {
  const sample = (lane: string, round: number, nanos: number) => ({ lane, round, nanos });
  const all = [sample("a", 1, 10), sample("b", 1, 5), sample("b", 2, 4), sample("a", 2, 16), sample("b", 3, 1)];
  assert.deepEqual(dots(all, "a"), [
    { lane: "b", round: 1, ratio: 0.5 },
    { lane: "b", round: 2, ratio: 0.25 },
  ]);
});

test("each round is a dot as it comes, and the verdict's samples are by what lanes are judged by", () => {
  const state = next(NOTHING, { type: "standing", seq: 1, atNanos: 0, round: 1, lanes: [], figures: [{ lane: "a", nanos: 10 }, { lane: "b", nanos: 5 }] });
  assert.deepEqual(dots(figures(state), "a"), [{ lane: "b", round: 1, ratio: 0.5 }]);
  const samples = [{ lane: "a", round: 1, wallNanos: 9, load: { judged: { nanos: 3 } } }, { lane: "b", round: 1, wallNanos: 9, load: { judged: { nanos: 6 } } }];
  const verdict: Verdict = { type: "verdict", seq: 2, atNanos: 0, lanes: [], recommended: null, reason: "", warnings: [], samples };
  assert.deepEqual(dots(figures(next(state, verdict)), "a"), [{ lane: "b", round: 1, ratio: 2 }]);
});

test("canaries have a line each, and what stalls is marked", () => {
  const run = new RunModel();
  const calm = { p50Nanos: 1e6, p99Nanos: 1e6, maxNanos: 1e6 };
  const pulse = { type: "pulse", cpu: 1, threads: 1, heapBytes: 1, bystander: calm } as const;
  run.take({ ...pulse, seq: 1, atNanos: 1 });
  run.take({ ...pulse, seq: 2, atNanos: 2, canaries: [{ canary: "timer", on: "parallel", latency: { ...calm, maxNanos: 70e6 } }] });
  run.take({ ...pulse, seq: 3, atNanos: 3 });
  assert.deepEqual([...run.pulses.canaries.values()], [{ kind: "timer", on: "parallel", max: [null, 70, null] }]);
  assert.deepEqual(run.pulses.stall, [null, 70, null]);
  assert.equal(run.stalls, 1);
});

function model(): RunModel {
  const run = new RunModel();
  run.take({ type: "run-started", seq: 0, atNanos: 0, run: "r", workload: "w", lane: "l", parameters: {}, tasks: 3 });
  run.take({ type: "task-started", seq: 1, atNanos: 10, task: 0, label: "a", worker: "one" });
  run.take({ type: "task-finished", seq: 2, atNanos: 100, task: 0, items: 0, wallNanos: 90 });
  run.take({ type: "task-started", seq: 3, atNanos: 200, task: 2, label: "c", worker: "one" });
  run.take({ type: "task-started", seq: 4, atNanos: 250, task: 1, label: "b", worker: "two" });
  return run;
}

test("each worker has a row with its tasks in order", () => {
  const run = model();
  assert.deepEqual(run.rows.map(({ worker, count }) => [worker, count]), [["one", 2], ["two", 1]]);
  assert.equal(run.state[0], FINISHED);
  assert.equal(run.state[2], RUNNING);
  assert.equal(run.rows[0]?.busyNanos, 90);
  assert.equal(firstAfter(run.rows[0]!, run, 100), 1);
});

test("workers that are many and short share rows, and each task keeps its thread", () => {
  const run = new RunModel();
  for (let task = 0; task < 1000; task++) {
    run.take({ type: "task-started", seq: 2 * task, atNanos: 2 * task, task, label: "", worker: `virtual-${task}` });
    run.take({ type: "task-finished", seq: 2 * task + 1, atNanos: 2 * task + 1, task, items: 0, wallNanos: 1 });
  }
  assert.equal(run.rows.length, 40);
  assert.equal(run.worker(999), "virtual-999");
  assert.equal(run.rows.reduce((sum, row) => sum + row.count, 0), 1000);
});

test("of a batch the newest progress of each task stays, and everything that starts or ends", () => {
  const progress = (task: number, done: number) => ({ type: "task-progress", task, done });
  const end = { type: "task-finished", task: 1 };
  assert.deepEqual(
    conflated([progress(1, 1), progress(2, 1), progress(1, 2), end, { type: "task-items", task: 2, items: [5, 6] }]),
    [progress(2, 1), progress(1, 2), end, { type: "task-items", task: 2, items: 2 }],
  );
});

test("what is pointed at is found", () => {
  const run = model();
  run.now = 1000;
  const size = { width: 1000, height: 100, left: 0, row: 20 };
  const view = { from: 0, to: 1000, follows: false };
  assert.equal(taskAt(run, view, size, 50, 10), 0);
  assert.equal(taskAt(run, view, size, 150, 10), undefined);
  assert.equal(taskAt(run, view, size, 500, 10), 2);
  assert.equal(taskAt(run, view, size, 500, 30), 1);
});

test("a hundred thousand tasks are taken in at once", () => {
  const run = new RunModel();
  run.take({ type: "run-started", seq: 0, atNanos: 0, run: "r", workload: "w", lane: "l", parameters: {}, tasks: 100_000 });
  for (let task = 0; task < 100_000; task++) {
    run.take({ type: "task-started", seq: 1, atNanos: task, task, label: "", worker: `w${task % 7}` });
    run.take({ type: "task-finished", seq: 1, atNanos: task + 1, task, items: 1, wallNanos: 1 });
  }
  assert.equal(run.done, 100_000);
  assert.equal(run.rows.length, 7);
});

test("a viewport that follows grows until it was zoomed, and slides then", () => {
  const whole = along(all(1e6), 2e6);
  assert.deepEqual([whole.from, whole.to], [0, 2e6]);
  const closer = along({ from: 1e6, to: 2e6, follows: true }, 3e6);
  assert.deepEqual([closer.from, closer.to], [2e6, 3e6]);
  assert.equal(panned(whole, -0.5, 2e6).from, 0);
  assert.ok(zoomed(whole, 0.5, 1e6, 2e6).to - zoomed(whole, 0.5, 1e6, 2e6).from === 1e6);
});

test("an axis has about six round steps", () => {
  assert.equal(tick(60), 10);
  assert.equal(tick(1000), 200);
});

test("a lane is moved among the others", () => {
  assert.deepEqual(moved(["a", "b", "c"], "c", 0), ["c", "a", "b"]);
  assert.deepEqual(moved(["a", "b", "c"], "a", 9), ["b", "c", "a"]);
});

test("a viewer is behind by what it takes longer than at its best", () => {
  const lag = new Lag();
  assert.equal(lag.seconds(1e9, 1_050), 0);
  assert.equal(lag.seconds(2e9, 5_050), 3);
});

function kept(millis: number, cpu: string, tasks: number, nanos: number): KeptRun {
  return {
    run: `c${millis}`,
    work: { kind: "comparison", workload: "w", lanes: ["a"], request: { parameters: { tasks } } },
    owner: { name: "n", shared: false },
    state: "completed",
    time: { startedMillis: millis },
    place: { machine: { os: "o", cpu, cpus: 2, jdk: "j" }, version: "v" },
    events: { count: 1, last: 0, missing: 0 },
    outcome: { summary: { lanes: [{ lane: "a", rounds: 1, medianNanos: nanos, ratio: 1 }] } },
  };
}

test("a trend has only what was asked for alike, and marks another machine", () => {
  const found = trend("w", [kept(3000, "x", 1, 3e6), kept(1000, "y", 1, 1e6), kept(2000, "x", 9, 2e6)]);
  assert.deepEqual(found.x, [1, 3]);
  assert.deepEqual(found.lanes, [{ lane: "a", millis: [1, 3] }]);
  assert.deepEqual(found.cuts, [2]);
});

/** Of a text that has forms for numbers, that which each language has. */
function texts(words: object): string[] {
  return Object.values(words).flatMap((value: string | object) =>
    typeof value === "string" ? [value] : "other" in value ? [String(value.other)] : texts(value));
}

test("both languages have the same places in their texts", () => {
  const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
  const english = texts(en);
  texts(ru).forEach((text, at) => assert.deepEqual(places(text), places(english[at]!), text));
});

const mark = (atNanos: number, thread: string, kind: TraceMark["kind"], name?: string): TraceMark =>
  ({ atNanos, thread, kind, ...(name === undefined ? {} : { name }) });

test("a task's way through threads is read off its marks", () => {
  const { visits, hops } = journey([
    mark(0, "home", "running"),
    mark(1, "home", "running", "fetch"),
    mark(2, "home", "ended"),
    mark(20, "parse-1", "running", "parse"),
    mark(25, "parse-1", "ended"),
    mark(26, "home", "running", "store"),
    mark(27, "home", "ended"),
  ]);
  assert.deepEqual(visits, [
    { thread: "home", stages: ["fetch"], from: 0, to: 2 },
    { thread: "parse-1", stages: ["parse"], from: 20, to: 25 },
    { thread: "home", stages: ["store"], from: 26, to: 27 },
  ]);
  assert.deepEqual(hops, [
    { from: "home", left: 2, to: "parse-1", arrived: 20 },
    { from: "parse-1", left: 25, to: "home", arrived: 26 },
  ]);
});

test("threads that a task starts come from the one that it is on", () => {
  const { hops } = journey([mark(0, "main", "running"), mark(1, "one", "running"), mark(2, "two", "running"), mark(3, "one", "ended")]);
  assert.deepEqual(hops.map(({ from, to }) => [from, to]), [["main", "one"], ["main", "two"]]);
  assert.deepEqual(journey([]), { visits: [], hops: [] });
});

test("parts of tasks have rows of their own, and arcs between them", () => {
  const run = model();
  run.take({ type: "task-trace", seq: 5, atNanos: 400, task: 2, dropped: 0,
    marks: [mark(200, "one", "running"), mark(210, "one", "ended"), mark(300, "pool-1", "running", "parse"), mark(350, "pool-1", "ended")] });
  assert.deepEqual(run.rows.map(({ worker }) => worker), ["one", "two", "pool-1"]);
  assert.deepEqual(run.arcs.map(({ task, from, to, left, arrived }) => [task, from.place, to.place, left, arrived]), [[2, 0, 2, 210, 300]]);
  const size = { width: 500, height: 100, left: 0, row: 20 };
  assert.equal(taskAt(run, { from: 0, to: 500, follows: false }, size, 320, 50), 2);
  assert.equal(taskAt(run, { from: 0, to: 500, follows: false }, size, 450, 50), undefined);
});

test("a search is shown by the latency that its objective is about", () => {
  const step = (by?: string): Step => ({ lane: "a", step: 1, perSecond: 1, outcome: "measured", warmup: false, failed: [], decision: "met",
    figures: { percentiles: by === undefined ? [] : [{ by, nanos: 1 }], servedPerSecond: 1 } });
  assert.equal(latencyName([step("p50"), step("p50")]), "p50");
  assert.equal(latencyName([step()]), "p99");
  assert.equal(latencyName([]), "p99");
});
