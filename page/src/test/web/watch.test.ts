import assert from "node:assert/strict";
import { test } from "node:test";
import { outcome } from "../history/outcome";
import { next, pause, START } from "../watch/stand";
import type { Kind, KeptRun, RunEvent, State } from "../wire/types";
import { counted, filled, language } from "../words/words";
import { en } from "../words/en";
import { ru } from "../words/ru";

const calm = { p50Nanos: 1e6, p99Nanos: 1e6, maxNanos: 1e6 };
const second = (at: number) => ({ seq: at, atNanos: at * 1e9 });
const started = (at: number): RunEvent => ({ type: "task-started", ...second(at), task: at, label: "", worker: "one" });
const pulse = (at: number, cpu = 0): RunEvent => ({ type: "pulse", ...second(at), cpu, threads: 1, heapBytes: 1, bystander: calm });
const finished = (at: number, task: number): RunEvent => ({ type: "task-finished", ...second(at), task, items: 0, wallNanos: 1 });
const silent = (at: number): RunEvent => ({ type: "task-silent", ...second(at), task: 1, silentNanos: 10e9, at: [] });

test("a run that was told to pause is paused until a task starts, or is told to give no sign", () => {
  const told = { isPause: true, atNanos: 5e9 };
  const paused = [started(1), started(6), pulse(9)].reduce(next, START);
  assert.deepEqual(pause(paused, told), { is: "told" });
  assert.deepEqual(pause(next(paused, finished(20, 1)), told), { is: "told" });
  assert.deepEqual(pause(next(paused, started(10)), told), { is: "no" });
  assert.deepEqual(pause(next(paused, silent(10)), told), { is: "no" });
});

test("a run of which nothing is seen may be paused", () => {
  const quiet = [started(1), pulse(12), pulse(14)].reduce(next, START);
  assert.deepEqual(pause(quiet, undefined), { is: "maybe", seconds: 13 });
  assert.deepEqual(pause([started(1), pulse(12)].reduce(next, START), undefined), { is: "no" });
  assert.deepEqual(pause([started(1), pulse(12, 1), pulse(14)].reduce(next, START), undefined), { is: "no" });
  assert.deepEqual(pause([started(1), silent(11), pulse(14)].reduce(next, START), undefined), { is: "no" });
  assert.deepEqual(pause(quiet, { isPause: false, atNanos: 13e9 }), { is: "no" });
});

test("a run that waits for its next task to come is not said to be paused", () => {
  const waiting = [started(1), finished(2, 1), pulse(30)].reduce(next, START);
  assert.deepEqual(pause(waiting, undefined, true), { is: "no" });
  assert.deepEqual(pause(waiting, undefined), { is: "maybe", seconds: 28 });
});

function kept(kind: Kind, state: State, found: KeptRun["outcome"], last = 47): KeptRun {
  return {
    run: "r",
    work: { kind, workload: "w", lanes: ["a"] },
    owner: { name: "n", shared: false },
    state,
    time: { startedMillis: 1 },
    place: { machine: { os: "o", cpu: "c", cpus: 2, jdk: "j" }, version: "v" },
    events: { count: last + 1, last, missing: 0 },
    ...(found === undefined ? {} : { outcome: found }),
  };
}

test("what came of a kept run is told of each kind and each end", () => {
  language.value = "en";
  assert.equal(outcome(kept("run", "completed", { wallNanos: 2e9 })), "2 s");
  assert.equal(outcome(kept("comparison", "completed", { recommended: "virtual" })), "virtual");
  assert.equal(outcome(kept("comparison", "completed", {})), "No recommendation");
  assert.equal(outcome(kept("scenario", "completed", { figures: { held: 4, failed: 0, undecided: 0 } })), "4 of 4 held");
  assert.equal(outcome(kept("scenario", "failed", { figures: { held: 0, failed: 0, undecided: 4 } })), "0 of 4 held, 4 not judged");
  assert.equal(outcome(kept("capacity", "completed", { figures: { a: 100, b: 2.5 } })), "a 100/s, b 2.5/s");
  assert.equal(outcome(kept("capacity", "completed", { figures: {} })), "no rate is met");
  assert.equal(outcome(kept("comparison", "broken", { error: { code: "c", message: "the lanes disagree" } })), "the lanes disagree");
  assert.equal(outcome(kept("run", "lost", undefined)), "lost at event 47");
  assert.equal(outcome(kept("run", "lost", undefined, -1)), "lost before its first event");
  assert.equal(outcome(kept("run", "going-on", undefined)), "");
});

test("words go with their numbers", () => {
  const tasks = (number: number): string => filled(counted(language.value === "ru" ? ru.run.endTasks : en.run.endTasks, number), { count: number });
  language.value = "en";
  assert.deepEqual([0, 1, 2].map(tasks), ["0 tasks", "1 task", "2 tasks"]);
  language.value = "ru";
  assert.deepEqual([0, 1, 2, 5, 21].map(tasks), ["0 задач", "1 задача", "2 задачи", "5 задач", "21 задача"]);
  language.value = "en";
});
