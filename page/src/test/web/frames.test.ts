import assert from "node:assert/strict";
import { test } from "node:test";
import { error } from "../wire/frames";

test("an error of the lab's is read, also where rsocket-js tells it of a connection that has ended", () => {
  const body = { code: "unauthenticated", message: "not known" };
  assert.deepEqual(error(new Error(JSON.stringify(body)), "failed"), body);
  assert.deepEqual(error(new Error(`Closed. Original cause [Error: ${JSON.stringify(body)}].`), "failed"), body);
});

test("a request on a connection that has ended has lost it", () => {
  assert.equal(error(new Error("Closed. "), "failed").code, "connection-lost");
  assert.equal(error(new Error("Closed. Original cause [Error: reset]."), "failed").code, "connection-lost");
});

test("what did not come from the lab is told as it is", () => {
  assert.deepEqual(error(new Error("boom"), "failed"), { code: "failed", message: "boom" });
  assert.deepEqual(error(undefined, "failed"), { code: "failed", message: "" });
});
