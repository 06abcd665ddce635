import assert from "node:assert/strict";
import { test } from "node:test";
import { address, isSomewhere, parse } from "../state/router";
import { title } from "../state/title";
import { fromQuery } from "../start/request";
import { strangers } from "../start/strangers";
import { en } from "../words/en";
import { ru } from "../words/ru";

test("a part of an address that is cut off within a letter stands for itself", () => {
  const { path } = parse("#/watch/%E0%A4%A");
  assert.deepEqual(path, ["watch", "%E0%A4%A"]);
  assert.deepEqual(parse(address(path)).path, path);
  assert.deepEqual(parse("#/scenarios/%D1%84").path, ["scenarios", "ф"]);
});

test("an address without a view is told from one that has one", () => {
  const at = (hash: string): boolean => isSomewhere(parse(hash).path);
  ["", "#/", "#/start?kind=run", "#/history", "#/scenarios", "#/scenarios/gil", "#/watch/run-1", "#/watch/a/b"].forEach((hash) => assert.ok(at(hash), hash));
  ["#/nowhere", "#/watch/", "#/watch", "#/history/run-1", "#/start/run", "#/scenarios/gil/code", "#/constructor"].forEach((hash) => assert.ok(!at(hash), hash));
});

test("a window is called after its view, in the page's language", () => {
  assert.equal(title([], en), "Fluxlab · Start");
  assert.equal(title(["history"], ru), "Fluxlab · История");
  assert.equal(title(["watch", "run-1"], ru), "Fluxlab · Наблюдение · run-1");
  assert.equal(title(["nowhere"], ru), "Fluxlab · Здесь ничего нет");
});

const workloads = [{ name: "primes", summary: "", kind: "cpu", parameters: { properties: { to: { type: "integer" } } } }] as const;
const lanes = [{ name: "parallel", summary: "", available: true }];

function told(query: string): readonly string[] {
  const asked = new URLSearchParams(query);
  return strangers(asked, fromQuery(asked), workloads, lanes, en.start);
}

test("what an address names that the lab does not have is told", () => {
  assert.deepEqual(told(""), []);
  assert.deepEqual(told("kind=run&workload=primes&lane=parallel&p.to=9"), []);
  assert.deepEqual(told("workload=nope&lane=zip&lane=parallel"), ["This lab knows no workload of this name: nope.", "This lab knows no lane of this name: zip."]);
  assert.deepEqual(told("kind=race&workload=primes&s.zip.threads=4&p.form=9"),
    ["Nothing of this kind can be started: race.", "This lab knows no lane of this name: zip.", "The workload has no parameter of this name: form."]);
});
