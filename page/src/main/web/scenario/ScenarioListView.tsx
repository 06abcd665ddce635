// The scenarios, in the lecture's order.
import { useEffect } from "preact/hooks";
import { address } from "../state/router";
import { words } from "../words/words";
import { inWords, list, load, problem } from "./library";

export function ScenarioListView() {
  const say = words.value.scenarios;
  useEffect(() => {
    if (list.value === undefined) {
      void load();
    }
  }, []);
  const all = list.value;
  return (
    <section aria-labelledby="scenarios-title">
      <h1 id="scenarios-title">{say.title}</h1>
      {problem.value !== "" && <p class="error" role="alert">{words.value.failed}{problem.value}</p>}
      {all === undefined ? problem.value === "" && <p>{words.value.loading}</p> : all.length === 0 ? <p>{say.none}</p> : (
        <ol class="scenarios">
          {all.map(({ name, title, lecture, source }) => (
            <li key={name}>
              <a href={address(["scenarios", name])}>{inWords(title)}</a>
              <p class="about"><code>{name}</code> {lecture === "" ? source : lecture}</p>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
