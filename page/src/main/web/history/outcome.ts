// What came of a kept run, in a few words, as the command has it.
import { ratio, time } from "../figure/format";
import type { KeptRun } from "../wire/types";
import { filled, words } from "../words/words";

export function outcome({ work, state, outcome: found, events }: KeptRun): string {
  const say = words.value.history;
  if (state === "lost") {
    return events.last < 0 ? say.lostEarly : filled(say.lostAt, { event: events.last });
  }
  if (found?.error !== undefined) {
    return found.error.message;
  }
  if (found?.wallNanos !== undefined) {
    return time(found.wallNanos);
  }
  if (found?.figures !== undefined) {
    return work.kind === "scenario" ? expectations(found.figures) : rates(found.figures);
  }
  return found?.recommended ?? (work.kind === "comparison" && state === "completed" ? words.value.comparison.noRecommendation : "");
}

function expectations({ held = 0, failed = 0, undecided = 0 }: Readonly<Record<string, number>>): string {
  const say = words.value.history;
  return filled(undecided === 0 ? say.held : say.heldBut, { held, all: held + failed + undecided, undecided });
}

/** How many a second each lane bears. */
function rates(figures: Readonly<Record<string, number>>): string {
  const lanes = Object.entries(figures).map(([lane, perSecond]) => `${lane} ${ratio(perSecond)}/${words.value.seconds}`);
  return lanes.length === 0 ? words.value.history.noRate : lanes.join(", ");
}
