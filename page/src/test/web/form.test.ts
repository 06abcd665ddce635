import assert from "node:assert/strict";
import { test } from "node:test";
import { hasLines, inLine, mistake, read } from "../form/values";
import { command, fromQuery, ofRequest, quoted, submission, toQuery, type Form } from "../start/request";
import { place, placed, stages, stagesText } from "../start/stages";
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
  placements: [],
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

const staged: Form = {
  kind: "comparison",
  workload: "orders",
  parameters: {},
  lanes: [],
  placements: ["fetch@event-loop,parse@parallel", "fetch@bounded-elastic:threads=8"],
  settings: {},
  options: { rate: "50", arrivals: "poisson", duration: "2s" },
};

test("a limit in time goes with rounds, and the command has one wherever the request has", () => {
  const both = { rounds: 5000, maxTime: 3 };
  assert.equal(submission(form, {}, ["a", "b"], both, "en")["maxTimeMillis"], 3000);
  assert.equal(submission(form, {}, ["a", "b"], both, "en")["rounds"], 5000);
  assert.match(command(form, {}, ["a", "b"], both), / --rounds 5000 --max-time 3s$/);
  (["comparison", "run", "capacity"] as const).forEach((kind) => {
    const isSent = "maxTimeMillis" in submission({ ...form, kind }, {}, ["a", "b"], {}, "en");
    assert.equal(command({ ...form, kind }, {}, ["a", "b"], {}).includes("--max-time"), isSent, kind);
  });
  assert.match(command({ ...form, kind: "capacity" }, {}, ["a"], {}), / --max-time 60s /);
});

test("a text with line breaks keeps them in its field, in the link and in the command", () => {
  const infile = { type: "string", default: "1 2 3\n" };
  const run: Form = { ...form, kind: "run", parameters: { infile: "1 2\n3 4\n" } };
  assert.ok(hasLines(infile, "7"));
  assert.ok(hasLines({ type: "string" }, "1\n2"));
  assert.ok(!hasLines({ type: "string", default: "1" }, "2"));
  assert.equal(inLine(infile.default), '"1 2 3\\n"');
  assert.deepEqual(read({ properties: { infile } }, run.parameters, en.invalid).values, run.parameters);
  assert.deepEqual(fromQuery(toQuery(run)).parameters, run.parameters);
  assert.match(command(run, run.parameters, ["virtual"], {}), / -p 'infile=1 2\n3 4\n' --lane /);
});

test("load and placements are in the command, the link and the request", () => {
  const options = { rate: 50, arrivals: "poisson", duration: "2s" };
  assert.equal(
    command(staged, {}, [], options),
    "fluxlab compare orders --placements 'fetch@event-loop,parse@parallel;fetch@bounded-elastic:threads=8' --rate 50/s --arrivals poisson --duration 2s",
  );
  assert.deepEqual(fromQuery(toQuery(staged)), staged);
  const asked = submission(staged, {}, [], options, "en");
  assert.deepEqual(asked["load"], { rate: "50/s", arrivals: "poisson", duration: "2s" });
  assert.deepEqual(asked["placements"], staged.placements);
  assert.equal("lanes" in asked, false);
  assert.deepEqual({ ...ofRequest("comparison", asked), options: staged.options }, staged);
});

test("a kept request's rates, times and objectives are written as they are typed", () => {
  const load = { rate: { perSecond: 20 }, arrivals: "poisson", duration: { nanos: 500_000_000 } };
  assert.deepEqual(ofRequest("comparison", { workload: "orders", load }).options, { rate: "20", arrivals: "poisson", duration: "500ms" });
  const slo = [
    { bystander: false, by: { percent: 99.9 }, bound: { nanos: 20_000_000 } },
    { bystander: true, by: { percent: 100 }, bound: { nanos: 5_000_000 } },
    { bystander: false, bound: { nanos: 1_500_000 } },
  ];
  assert.equal(ofRequest("capacity", { workload: "render", slo, from: { perSecond: 1.5 } }).options["slo"],
    "p99.9 < 20ms, bystander.max < 5ms, mean < 1.5ms");
});

test("a run has one placement in place of its lane", () => {
  const run: Form = { ...staged, kind: "run", placements: ["parse@parallel"], options: {} };
  assert.equal(command(run, {}, [], {}), "fluxlab run orders --placement parse@parallel");
  const asked = submission(run, {}, [], {}, "en");
  assert.deepEqual(asked, { kind: "run", workload: "orders", parameters: {}, placement: "parse@parallel" });
  assert.deepEqual(ofRequest("run", asked), run);
});

test("stages are read from their text and written as it", () => {
  const text = "fetch:sleep=20ms,parse:burn=5ms";
  assert.equal(stagesText(stages(text)!), text);
  assert.equal(stages("fetch=20ms"), undefined);
});

test("a stage is placed on a lane, with settings that have commas", () => {
  const names = ["fetch", "parse"];
  const placement = "fetch@event-loop,parse@bounded-elastic:threads=8,queue=4";
  assert.equal(placed(placement, names).get("parse"), "bounded-elastic:threads=8,queue=4");
  assert.equal(place(placement, names, "parse", "parallel"), "fetch@event-loop,parse@parallel");
  assert.equal(place(placement, names, "parse", ""), "fetch@event-loop");
});

test("what threads do is asked for by a box", () => {
  const traced: Form = { ...form, kind: "run", options: { trace: "true" } };
  const options = { trace: true };
  assert.equal(submission(traced, {}, ["virtual"], options, "en")["trace"], true);
  assert.equal("trace" in submission(traced, {}, ["virtual"], {}, "en"), false);
  assert.match(command(traced, {}, ["virtual"], options), / --trace$/);
  assert.equal(ofRequest("run", { workload: "sleep", lane: "virtual", trace: true }).options["trace"], "true");
});

test("a search for capacities takes placements as lanes", () => {
  const placed: Form = { ...form, kind: "capacity", workload: "orders", placements: ["a@parallel,b@virtual", "parallel"], options: {} };
  assert.deepEqual(submission(placed, {}, [], {}, "en")["lanes"], ["a@parallel,b@virtual", "parallel"]);
  assert.match(command(placed, {}, [], {}), /^fluxlab capacity orders --placements 'a@parallel,b@virtual;parallel' /);
  assert.deepEqual(ofRequest("capacity", { workload: "orders", lanes: ["a@parallel,b@virtual", "virtual"] }).placements, ["a@parallel,b@virtual", "virtual"]);
});
