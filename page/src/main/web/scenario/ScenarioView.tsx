// One scenario before it runs: what to expect, and the guesses of one person or of a class.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Field } from "../form/SchemaForm";
import { address, go } from "../state/router";
import { lab } from "../state/lab";
import { filled, language, words } from "../words/words";
import { ClassBar, useKeys } from "./ClassBar";
import { beside, classMode, inWords, list, load, show, told } from "./library";
import { given, hands, letter } from "./guesses";
import type { Question, Scenario } from "./types";

export function ScenarioView({ name }: { readonly name: string }) {
  const say = words.value.scenarios;
  const scenario = useSignal<Scenario | undefined>(undefined);
  const problem = useSignal("");
  const texts = useSignal<Readonly<Record<string, string>>>({});
  useEffect(() => {
    scenario.value = undefined;
    texts.value = {};
    problem.value = "";
    show(name, false).then((shown) => (scenario.value = shown)).catch((error: unknown) => (problem.value = told(error)));
    if (list.value === undefined) {
      void load();
    }
  }, [name]);
  const run = async (): Promise<void> => {
    try {
      const guesses = given(scenario.value?.questions ?? [], texts.value);
      const { run: id } = await lab.answer<{ run: string }>("lab.submit", {
        kind: "scenario", scenario: name, quick: true, lang: language.value, guesses,
      });
      go(["watch", id]);
    } catch (error) {
      problem.value = told(error);
    }
  };
  const back = beside(list.value ?? [], name, -1);
  useKeys(() => void run(), () => back !== undefined && go(["scenarios", back]));

  const shown = scenario.value;
  return (
    <section aria-labelledby="scenario-title" class="scenario">
      <ClassBar previous={back === undefined ? undefined : address(["scenarios", back])} />
      {shown === undefined ? problem.value === "" && <p>{words.value.loading}</p> : (
        <>
          <h1 id="scenario-title">{inWords(shown.title)}</h1>
          <p class="about">{shown.lecture}</p>
          <h2>{say.predict}</h2>
          <p class="predict">{inWords(shown.explanation.predict)}</p>
          <form onSubmit={(event) => {
            event.preventDefault();
            void run();
          }}>
            {shown.questions.map((question) => (
              <QuestionField key={question.id} question={question} text={texts.value[question.id] ?? ""}
                change={(text) => (texts.value = { ...texts.value, [question.id]: text })} />
            ))}
            <p class="actions">
              <button type="submit" class="main">
                {Object.keys(given(shown.questions, texts.value)).length > 0 ? say.send : say.skip}
              </button>
            </p>
          </form>
        </>
      )}
      {problem.value !== "" && <p class="error" role="alert">{words.value.failed}{problem.value}</p>}
    </section>
  );
}

interface QuestionProperties {
  readonly question: Question;
  readonly text: string;
  readonly change: (text: string) => void;
}

function QuestionField({ question: { id, asks, form }, text, change }: QuestionProperties) {
  const say = words.value.scenarios;
  const counts = useSignal<readonly number[]>((form.all ?? []).map(() => 0));
  if (form.all === undefined) {
    const unit = inWords(form.unit);
    return (
      <fieldset>
        <legend>{inWords(asks)}</legend>
        <Field id={`q-${id}`} name={unit === "" ? say.guess : `${say.guess}, ${unit}`} hint={say.guessHint}
          schema={{ type: "string" }} text={text} error={undefined} change={change} />
      </fieldset>
    );
  }
  const raise = (choice: number, count: number): void => {
    counts.value = counts.value.map((before, at) => (at === choice ? count : before));
    change(hands(counts.value));
  };
  return (
    <fieldset>
      <legend>{inWords(asks)}</legend>
      <div class="choices">
        {form.all.map(({ says }, choice) => classMode.value ? (
          <label key={choice} class="hands">
            <input type="number" min="0" max="999" aria-label={filled(say.hands, { letter: letter(choice) })} value={counts.value[choice] ?? 0}
              onInput={(event) => raise(choice, Math.max(0, Math.floor(Number(event.currentTarget.value) || 0)))} />{" "}
            <strong>{letter(choice)}</strong> {inWords(says)}
          </label>
        ) : (
          <label key={choice}>
            <input type="radio" name={`q-${id}`} checked={text === letter(choice)} onChange={() => change(letter(choice))} />{" "}
            <strong>{letter(choice)}</strong> {inWords(says)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
