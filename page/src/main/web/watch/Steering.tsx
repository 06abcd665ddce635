// What a run that goes on can be told: to stand still, to go on, to have more or fewer tasks at once, to end.
import { useSignal } from "@preact/signals";
import { LabFailure } from "../wire/lab";
import { lab } from "../state/lab";
import { filled, words } from "../words/words";

interface Properties {
  readonly run: string;
  /** Only a run can be told more than to end. */
  readonly isRun: boolean;
}

type Command = "pause" | "resume" | "concurrency" | "cancel";

export function Steering({ run, isRun }: Properties) {
  const say = words.value.watch;
  const said = useSignal<(() => string) | undefined>(undefined);
  const problem = useSignal("");
  const isPaused = useSignal(false);
  const concurrency = useSignal("");
  const tell = async (command: Command, value?: number): Promise<void> => {
    try {
      await lab.answer("lab.steer", value === undefined ? { run, command } : { run, command, value });
      isPaused.value = command === "pause" || (command === "concurrency" && isPaused.value);
      problem.value = "";
      said.value = () => {
        const now = words.value.watch;
        const texts = { pause: now.paused, resume: now.resumed, concurrency: filled(now.told, { value: value ?? 0 }), cancel: now.cancelled };
        return texts[command];
      };
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
  const cancel = <button type="button" onClick={() => void tell("cancel")}>{say.cancel}</button>;
  return (
    <div class="steering" role="group" aria-label={say.steer}>
      <div class="actions">
        {isRun && <button type="button" aria-pressed={isPaused.value} onClick={() => void tell("pause")}>{say.pause}</button>}
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
      <p role="status" class="about">{said.value?.()}</p>
      <p id={`at-once-${run}-problem`} role="alert" class="error">{problem.value}</p>
    </div>
  );
}
