// What an address names that this lab does not have: whoever followed the link is told, and does not start something else unawares.
import type { Lane, Workload } from "../wire/types";
import { filled } from "../words/words";
import type { Words } from "../words/en";
import type { Form } from "./request";

const KINDS = ["comparison", "run", "capacity"];

/** A sentence for each of them; none where all is known. */
export function strangers(query: URLSearchParams, form: Form, workloads: readonly Workload[], lanes: readonly Lane[], say: Words["start"]): readonly string[] {
  const kind = query.get("kind") ?? "";
  const workload = workloads.find(({ name }) => name === form.workload);
  const known = Object.keys(workload?.parameters.properties ?? {});
  const named = [...form.lanes, ...Object.keys(form.settings)].filter((lane) => lanes.every(({ name }) => name !== lane));
  return [
    ...(kind === "" || KINDS.includes(kind) ? [] : [filled(say.unknownKind, { name: kind })]),
    ...(form.workload === "" || workload !== undefined ? [] : [filled(say.unknownWorkload, { name: form.workload })]),
    ...[...new Set(named)].map((name) => filled(say.unknownLane, { name })),
    ...(workload === undefined ? [] : Object.keys(form.parameters).filter((name) => !known.includes(name)))
      .map((name) => filled(say.unknownParameter, { name })),
  ];
}
