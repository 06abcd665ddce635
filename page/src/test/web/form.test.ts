import assert from "node:assert/strict";
import { test } from "node:test";
import { mistake, read } from "../form/values";
import { command, fromQuery, ofRequest, quoted, submission, toQuery, type Form } from "../start/request";
import { en } from "../words/en";

const schema = {
  properties: {
    tasks: { type: "integer", minimum: 1, maximum: 10, default: 5 },
    style: { type: "string", enum: ["blocking", "async"], default: "blocking" },
    ranges: { type: "array", default: [] },
  },
};

const form: Form = {
  kind: "comparison",
  workload: "sleep",
  parameters: { tasks: "4", style: "async" },
  lanes: ["virtual", "bounded-elastic"],
  settings: { "bounded-elastic": { threads: "16" } },
  options: { rounds: "5" },
};

test("a bound is told with the value", () => {
  assert.equal(mistake(schema.properties.tasks, "0", en.invalid), "must be at least 1, was 0");
  assert.equal(mistake(schema.properties.tasks, "11", en.invalid), "must be at most 10, was 11");
  assert.equal(mistake(schema.properties.tasks, "1.5", en.invalid), "must be a whole number, was 1.5");
  assert.equal(mistake(schema.properties.tasks, "many", en.invalid), "must be a number, was many");
  assert.equal(mistake(schema.properties.tasks, "10", en.invalid), undefined);
});

test("defaults and empty fields are not sent", () => {
  assert.deepEqual(read(schema, { tasks: "5", style: "", ranges: "[]" }, en.invalid), { values: {}, errors: {} });
  assert.deepEqual(read(schema, { tasks: "7", ranges: '[{"to":3}]' }, en.invalid).values, { tasks: 7, ranges: [{ to: 3 }] });
});

test("the command does what the form does", () => {
  assert.equal(
    command(form, { tasks: 4, style: "async" }, ["virtual", "bounded-elastic:threads=16"], { rounds: 5 }),
    "fluxlab compare sleep -p tasks=4 -p style=async --lanes virtual,bounded-elastic:threads=16 --rounds 5",
  );
});

test("what a shell would take apart is quoted", () => {
  assert.equal(quoted("p99 < 20ms"), "'p99 < 20ms'");
  assert.equal(quoted("it's"), `'it'\\''s'`);
  assert.equal(quoted("bounded-elastic:threads=16"), "bounded-elastic:threads=16");
});

test("a link says the whole form", () => {
  assert.deepEqual(fromQuery(toQuery(form)), form);
});

test("a kept request fills the form that would ask for it again", () => {
  const asked = submission(form, { tasks: 4, style: "async" }, ["virtual", "bounded-elastic:threads=16"], { rounds: 5 }, "en");
  assert.deepEqual(ofRequest("comparison", asked), form);
});
