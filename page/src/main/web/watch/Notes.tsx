// What there is to say of the watching itself: how far behind, what is missing, why it ended.
import type { KeptRun } from "../wire/types";
import { counted, filled, words } from "../words/words";
import type { Watching } from "./useWatch";

interface NotesProperties {
  readonly watching: Watching;
  readonly kept: KeptRun;
  readonly missing: number;
}

export function Notes({ watching, kept: { state, events }, missing }: NotesProperties) {
  const say = words.value.watch;
  const error = watching.error.value;
  return (
    <>
      {watching.behind.value > 0 && <p class="about" role="status">{filled(say.behind, { seconds: watching.behind.value })}</p>}
      {missing > 0 && <p class="about">{filled(counted(say.missing, missing), { events: missing })}</p>}
      {error !== undefined && state !== "cancelled" && (
        <p class="error" role="alert">{state === "lost" ? filled(events.last < 0 ? say.lostEarly : say.lost, { event: events.last }) : filled(say.broke, { message: error.message })}</p>
      )}
    </>
  );
}
