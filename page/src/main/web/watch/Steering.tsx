// What a run that goes on can be told: to stand still, to go on, to have more or fewer tasks at once, to end.
import { useSignal, type ReadonlySignal } from "@preact/signals";
import { LabFailure } from "../wire/lab";
import { lab } from "../state/lab";
import { filled, words } from "../words/words";
import { pause, type Stand } from "./stand";
import { remember, told } from "./told";

interface Properties {
  readonly run: string;
  /** Only a run can be told more than to end. */
  readonly isRun: boolean;
  /** Tasks come at a rate. */
  readonly isLoaded: boolean;
  readonly stand: ReadonlySignal<Stand>;
}

type Command = "pause" | "resume" | "concurrency" | "cancel";

export function Steering({ run, isRun, isLoaded, stand }: Properties) {
  const say = words.value.watch;
  const done = useSignal<{ readonly command: Command; readonly value: number } | undefined>(undefined);
  const problem = useSignal("");
  const paused = pause(stand.value, told.value[run], isLoaded);
  const concurrency = useSignal("");
  const tell = async (command: Command, value?: number): Promise<void> => {
    try {
      await lab.answer("lab.steer", value === undefined ? { run, command } : { run, command, value });
      if (command === "pause" || command === "resume") {
        remember(run, { isPause: command === "pause", atNanos: stand.peek().nowNanos });
      }
      problem.value = "";
      done.value = { command, value: value ?? 0 };
    } catch (error) {
      problem.value = words.value.failed + (error instanceof LabFailure ? error.body.message : String(error));
    }
  };
  const setConcurrency = (event: Event): void => {
    event.preventDefault();
    const value = Number(concurrency.value);
    if (Number.isInteger(value) && value >= 1) {
      void tell("concurrency", value);
    } else {
      problem.value = filled(Number.isInteger(value) ? words.value.invalid.minimum : words.value.invalid.integer, { bound: 1, value: concurrency.value });
    }
  };
  const said = (): string => {
    const { command, value } = done.value ?? {};
    if (command === "concurrency" || command === "cancel") {
      return command === "cancel" ? say.cancelled : filled(say.told, { value: value ?? 0 });
    }
    return paused.is === "told" ? say.paused
      : paused.is === "maybe" ? filled(say.maybePaused, { seconds: paused.seconds })
      : command === "resume" ? say.resumed : "";
  };
  const cancel = <button type="button" onClick={() => void tell("cancel")}>{say.cancel}</button>;
  return (
    <div class="steering" role="group" aria-label={say.steer}>
      <div class="actions">
        {isRun && <button type="button" aria-pressed={paused.is === "told"} onClick={() => void tell("pause")}>{say.pause}</button>}
        {isRun && <button type="button" onClick={() => void tell("resume")}>{say.resume}</button>}
        {isRun && (
          <form class="inline" onSubmit={setConcurrency} noValidate>
            <label for={`at-once-${run}`}>{say.concurrency}</label>
            <input id={`at-once-${run}`} inputMode="numeric" autocomplete="off" size={5} value={concurrency.value}
              aria-invalid={problem.value !== ""} aria-describedby={`at-once-${run}-problem`}
              onInput={(event) => (concurrency.value = event.currentTarget.value)} />
            <button type="submit">{say.set}</button>
          </form>
        )}
        {cancel}
      </div>
      <p role="status" class="about">{said()}</p>
      <p id={`at-once-${run}-problem`} role="alert" class="error">{problem.value}</p>
    </div>
  );
}
