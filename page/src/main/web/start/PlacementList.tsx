// Where each stage of a pipeline runs, in place of lanes: a row for each placement, a choice for each stage.
import { useSignal } from "@preact/signals";
import type { Lane } from "../wire/types";
import { filled, words } from "../words/words";
import { BEST, place, placed } from "./stages";
import type { Form } from "./request";

/** On which lanes a stage can be placed. */
const PLACES = ["event-loop", "parallel", "bounded-elastic", "virtual", "immediate"];

interface Properties {
  readonly names: readonly string[];
  readonly lanes: readonly Lane[];
  readonly form: Form;
  readonly change: (part: Partial<Form>) => void;
}

export function PlacementList({ names, lanes, form, change }: Properties) {
  const say = words.value.start;
  const dragged = useSignal<number | undefined>(undefined);
  const { placements, kind } = form;
  const isRun = kind === "run";
  const offered = PLACES.filter((name) => lanes.some((lane) => lane.name === name && lane.available));
  const put = (next: readonly string[]): void => change({ placements: next });
  const move = (from: number, to: number): void => {
    const rest = placements.filter((_, at) => at !== from);
    put([...rest.slice(0, to), placements[from]!, ...rest.slice(to)]);
  };
  const first = (): string => names.map((name) => `${name}@parallel`).join(",");
  const isBest = placements[0] === BEST;
  return (
    <div>
      <p class="about">{say.placementsHint}</p>
      {kind === "comparison" && (
        <p><label><input type="checkbox" checked={isBest} onChange={(event) => put(event.currentTarget.checked ? [BEST] : [first()])} /> {say.best}</label></p>
      )}
      {!isBest && (
        <ol class="lanes placements" aria-label={say.placements}>
          {placements.map((placement, row) => {
            const where = placed(placement, names);
            return (
              <li
                key={row}
                draggable={!isRun}
                onDragStart={() => (dragged.value = row)}
                onDragOver={(event) => event.preventDefault()}
                onDrop={() => dragged.value !== undefined && move(dragged.value, row)}
              >
                <span class="part">
                  {!isRun && <span class="handle" aria-hidden="true">⠿</span>}
                  {names.map((name, at) => {
                    const now = where.get(name) ?? "";
                    return (
                      <label key={name}>
                        {name}{" "}
                        <select aria-label={filled(say.placeOf, { stage: name, number: row + 1 })} value={now}
                          onChange={(event) => put(placements.map((each, other) => (other === row ? place(each, names, name, event.currentTarget.value) : each)))}>
                          <option value="">{at === 0 ? say.homeLoop : say.stays}</option>
                          {(now === "" || offered.includes(now) ? offered : [...offered, now]).map((lane) => <option key={lane} value={lane}>{lane}</option>)}
                        </select>
                      </label>
                    );
                  })}
                </span>
                {!isRun && (
                  <span class="order">
                    <button type="button" aria-label={filled(say.up, { lane: placement })} disabled={row === 0} onClick={() => move(row, row - 1)}>↑</button>
                    <button type="button" aria-label={filled(say.down, { lane: placement })} disabled={row === placements.length - 1} onClick={() => move(row, row + 1)}>↓</button>
                    <button type="button" aria-label={filled(say.remove, { name: placement })} disabled={placements.length === 1}
                      onClick={() => put(placements.filter((_, other) => other !== row))}>×</button>
                  </span>
                )}
              </li>
            );
          })}
          {!isRun && <li><button type="button" onClick={() => put([...placements, first()])}>{say.addPlacement}</button></li>}
        </ol>
      )}
    </div>
  );
}
