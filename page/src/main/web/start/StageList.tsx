// The stages of a pipeline, in their order, which is changed by buttons or by dragging.
import { useSignal } from "@preact/signals";
import { filled, words } from "../words/words";
import { moved } from "./LaneList";
import { ACTIONS, freeName, stages, stagesText, type Action, type Stage } from "./stages";

interface Properties {
  readonly text: string;
  readonly change: (text: string) => void;
}

export function StageList({ text, change }: Properties) {
  const say = words.value.start;
  const dragged = useSignal<string | undefined>(undefined);
  const all = stages(text);
  if (all === undefined) {
    return null;
  }
  const names = all.map(({ name }) => name);
  const put = (next: readonly Stage[]): void => change(stagesText(next));
  const move = (name: string, to: number): void =>
    put(moved(names, name, to).flatMap((each) => all.find((stage) => stage.name === each) ?? []));
  const replace = (at: number, part: Partial<Stage>): void =>
    put(all.map((stage, place) => (place === at ? { ...stage, ...part } : stage)));
  return (
    <ol class="lanes stages" aria-label={say.stages}>
      {all.map((stage, at) => (
        <li
          key={stage.name}
          draggable
          onDragStart={() => (dragged.value = stage.name)}
          onDragOver={(event) => event.preventDefault()}
          onDrop={() => dragged.value !== undefined && move(dragged.value, at)}
        >
          <span class="part">
            <span class="handle" aria-hidden="true">⠿</span>
            <strong>{stage.name}</strong>
            <select aria-label={filled(say.stageAction, { stage: stage.name })} value={stage.action}
              onChange={(event) => replace(at, { action: event.currentTarget.value as Action })}>
              {ACTIONS.map((action) => <option key={action} value={action}>{say[action]}</option>)}
            </select>
            <input aria-label={filled(say.stageTime, { stage: stage.name })} value={stage.time} size={6}
              onChange={(event) => replace(at, { time: event.currentTarget.value.trim() === "" ? stage.time : event.currentTarget.value.trim() })} />
          </span>
          <span class="order">
            <button type="button" aria-label={filled(say.up, { lane: stage.name })} disabled={at === 0} onClick={() => move(stage.name, at - 1)}>↑</button>
            <button type="button" aria-label={filled(say.down, { lane: stage.name })} disabled={at === all.length - 1} onClick={() => move(stage.name, at + 1)}>↓</button>
            <button type="button" aria-label={filled(say.remove, { name: stage.name })} disabled={all.length === 1}
              onClick={() => put(all.filter((each) => each !== stage))}>×</button>
          </span>
        </li>
      ))}
      <li><button type="button" onClick={() => put([...all, { name: freeName(all), action: "sleep", time: "10ms" }])}>{say.addStage}</button></li>
    </ol>
  );
}
