import assert from "node:assert/strict";
import { test } from "node:test";
import { ratioOf } from "../figure/format";
import { given, hands, letter } from "../scenario/guesses";
import { ScenarioModel } from "../scenario/model";
import { language } from "../words/words";

test("hands that were raised are told by letter", () => {
  assert.equal(hands([3, 0, 12]), "a x3, c x12");
  assert.equal(hands([0, 0]), "");
  assert.equal(letter(2), "c");
});

test("questions that nobody answered are not told", () => {
  const questions = [
    { id: "one", asks: {}, form: {} },
    { id: "two", asks: {}, form: {} },
  ];
  assert.deepEqual(given(questions, { one: " 2.5 ", two: " " }), { one: "2.5" });
});

test("Russian counts times as it does", () => {
  language.value = "ru";
  assert.deepEqual([1, 2, 3.69, 5, 12, 22.4, 4.0001].map((value) => ratioOf(value, "раз")),
    ["1 раз", "2 раза", "3,69 раза", "5 раз", "12 раз", "22,4 раза", "4 раза"]);
  assert.equal(ratioOf(2.5, "мс"), "2,5 мс");
  language.value = "en";
  assert.equal(ratioOf(3.69, "times"), "3.69 times");
});

test("a step has its comparison, or a run on each lane", () => {
  const model = new ScenarioModel();
  const at = { seq: 1, atNanos: 1 } as const;
  model.take({ type: "step-started", ...at, step: "s", workload: "w", lanes: ["a"], compares: false });
  model.take({ type: "run-event", ...at, step: "s", lane: "a", event: { type: "run-started", ...at, run: "r", workload: "w", lane: "a", parameters: {}, tasks: 2 } });
  model.take({ type: "comparison-event", ...at, step: "s", event: { type: "round-started", ...at, round: 1, lane: "a", warmup: true } });
  model.take({ type: "step-broken", ...at, step: "s", error: { code: "c", message: "m" } });
  const [step] = model.steps;
  assert.equal(step?.runs.get("a")?.started?.tasks, 2);
  assert.equal(step?.comparison.turns.length, 1);
  assert.equal(step?.error?.message, "m");
  assert.equal(step?.isOver, true);
});
