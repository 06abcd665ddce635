// Showing scenarios to a class: the bar above each part, and the keys that go on.
import { useEffect, useRef } from "preact/hooks";
import { words } from "../words/words";
import { classMode, setClassMode } from "./library";

export function ClassBar({ previous, next }: { readonly previous?: string | undefined; readonly next?: string | undefined }) {
  const say = words.value.scenarios;
  return (
    <p class="actions">
      <a href="#/scenarios">{say.all}</a>
      <button type="button" aria-pressed={classMode.value} onClick={() => setClassMode(!classMode.value)}>{say.classMode}</button>
      {previous !== undefined && <a href={previous}>← {say.previous}</a>}
      {next !== undefined && <a href={next}>{say.next} →</a>}
      <span class="about">{say.keys}</span>
    </p>
  );
}

/** Of the arrows and C, unless somebody types or moves in a plot. */
export function useKeys(forward: () => unknown, back: () => unknown): void {
  const acts = useRef({ forward, back });
  acts.current = { forward, back };
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const at = event.target instanceof Element ? event.target : undefined;
      if (event.ctrlKey || event.metaKey || event.altKey || at?.closest("input, select, canvas, pre, [role=group]") != null) {
        return;
      }
      if (event.key === "ArrowRight" || event.key === "PageDown") {
        acts.current.forward();
      } else if (event.key === "ArrowLeft" || event.key === "PageUp") {
        acts.current.back();
      } else if (event.code === "KeyC") {
        setClassMode(!classMode.value);
      }
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, []);
}
