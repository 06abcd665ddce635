// What came out of a scenario: the answers beside what was guessed, what had to hold, what it shows, and the code.
import { count, ratio, ratioOf } from "../figure/format";
import { words } from "../words/words";
import { letter } from "./guesses";
import { inWords } from "./library";
import type { Judged, Original, Question, Revealed } from "./types";

interface RevealProperties {
  readonly revealed: readonly Revealed[];
  readonly questions: readonly Question[];
}

export function Reveal({ revealed, questions }: RevealProperties) {
  return (
    <>
      {revealed.map((answer) => (
        <div key={answer.question} class="revealed">
          <h3>{inWords(answer.asks)}</h3>
          <p class="reason"><strong>{said(answer, questions)}</strong></p>
          <Guesses answer={answer} question={questions.find(({ id }) => id === answer.question)} />
        </div>
      ))}
    </>
  );
}

function choiceText(question: Question | undefined, choice: number): string {
  return `${letter(choice)} ${inWords(question?.form.all?.[choice]?.says)}`;
}

function said(answer: Revealed, questions: readonly Question[]): string {
  const question = questions.find(({ id }) => id === answer.question);
  if (typeof answer.choice === "number") {
    return choiceText(question, answer.choice);
  }
  return typeof answer.value === "number"
    ? ratioOf(answer.value, inWords(question?.form.unit))
    : (answer.problem ?? "");
}

function Guesses({ answer, question }: { readonly answer: Revealed; readonly question: Question | undefined }) {
  const say = words.value.scenarios;
  const told = answer.guesses.filter((line) => line.count > 0);
  if (told.length === 0) {
    return null;
  }
  const most = Math.max(...told.map((line) => line.count));
  return (
    <ul class="guesses">
      {told.map((line, at) => (
        <li key={at} class={line.right ? "right" : undefined}>
          <span>{line.right ? "✓" : "✗"} {typeof line.choice === "number" ? choiceText(question, line.choice) : ratio(line.value)}{line.who === "" ? "" : ` · ${line.who}`}</span>
          <meter min={0} max={most} value={line.count} aria-label={line.right ? say.right : say.wrong} /> {count(line.count)}
        </li>
      ))}
    </ul>
  );
}

export function Expectations({ judged }: { readonly judged: readonly Judged[] }) {
  const say = words.value.scenarios;
  return (
    <ul class="expectations">
      {judged.map((each) => (
        <li key={each.seq}>
          <strong class={each.undecided ? "" : each.held ? "state completed" : "state failed"}>
            {each.undecided ? say.undecided : each.held ? say.holds : say.broken}
          </strong>{" "}
          {inWords(each.proves)} <code class="about">{each.that}</code>
        </li>
      ))}
    </ul>
  );
}

export function CodeBeside({ originals }: { readonly originals: readonly Original[] }) {
  return (
    <>
      {originals.filter(({ pythonCode }) => (pythonCode ?? "") !== "").map(({ python, java, pythonCode, javaCode }) => (
        <div key={python} class="beside code">
          <figure><figcaption>Python: {python}</figcaption><pre tabIndex={0}><code>{pythonCode}</code></pre></figure>
          {(javaCode ?? "") !== "" && <figure><figcaption>Java: {java}</figcaption><pre tabIndex={0}><code>{javaCode}</code></pre></figure>}
        </div>
      ))}
    </>
  );
}
