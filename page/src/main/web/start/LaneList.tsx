// Choosing lanes, in an order, with their settings. The order is changed by buttons or by dragging.
import { useSignal } from "@preact/signals";
import type { Lane } from "../wire/types";
import type { Reading } from "../form/values";
import { SchemaForm } from "../form/SchemaForm";
import { filled, words } from "../words/words";
import type { Form } from "./request";

interface Properties {
  readonly lanes: readonly Lane[];
  readonly form: Form;
  readonly settings: ReadonlyMap<string, Reading>;
  readonly least: number;
  readonly change: (part: Partial<Form>) => void;
}

/** The list with one of its members put before another. */
export function moved(list: readonly string[], member: string, to: number): readonly string[] {
  const rest = list.filter((each) => each !== member);
  const at = Math.max(0, Math.min(rest.length, to));
  return [...rest.slice(0, at), member, ...rest.slice(at)];
}

export function LaneList({ lanes, form, settings, least, change }: Properties) {
  const say = words.value.start;
  const dragged = useSignal<string | undefined>(undefined);
  const isRun = form.kind === "run";
  const others = lanes.filter(({ name }) => !form.lanes.includes(name));
  const chosen = form.lanes.flatMap((name) => lanes.find((lane) => lane.name === name) ?? []);
  const toggle = (name: string, isOn: boolean): void =>
    change({ lanes: isRun ? [name] : isOn ? [...form.lanes, name] : form.lanes.filter((each) => each !== name) });

  const item = (lane: Lane, at: number | undefined) => (
    <li
      key={lane.name}
      draggable={at !== undefined && !isRun}
      onDragStart={() => (dragged.value = lane.name)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={() => {
        if (at !== undefined && dragged.value !== undefined) {
          change({ lanes: moved(form.lanes, dragged.value, at) });
        }
      }}
    >
      <label class={lane.available ? undefined : "off"}>
        <input
          type={isRun ? "radio" : "checkbox"}
          name="lane"
          checked={at !== undefined}
          disabled={!lane.available}
          onChange={(event) => toggle(lane.name, event.currentTarget.checked)}
        />{" "}
        <strong>{lane.name}</strong>{" "}
        <span class="about">
          {lane.available ? lane.summary : filled(say.available, { reason: lane.reason ?? "" })}
        </span>
      </label>
      {at !== undefined && !isRun && (
        <span class="order">
          <button type="button" aria-label={filled(say.up, { lane: lane.name })} disabled={at === 0}
            onClick={() => change({ lanes: moved(form.lanes, lane.name, at - 1) })}>↑</button>
          <button type="button" aria-label={filled(say.down, { lane: lane.name })} disabled={at === form.lanes.length - 1}
            onClick={() => change({ lanes: moved(form.lanes, lane.name, at + 1) })}>↓</button>
        </span>
      )}
      {at !== undefined && lane.settings !== undefined && (
        <details>
          <summary>{filled(say.settings, { lane: lane.name })}</summary>
          <SchemaForm
            id={`s-${lane.name}`}
            schema={lane.settings}
            texts={form.settings[lane.name] ?? {}}
            errors={settings.get(lane.name)?.errors ?? {}}
            change={(name, text) =>
              change({ settings: { ...form.settings, [lane.name]: { ...form.settings[lane.name], [name]: text } } })}
          />
        </details>
      )}
    </li>
  );

  return (
    <fieldset>
      <legend>{isRun ? say.lane : say.lanes}</legend>
      {!isRun && <p class="about">{say.lanesHint}</p>}
      <ol class="lanes">
        {isRun
          ? lanes.map((lane) => item(lane, form.lanes.includes(lane.name) ? 0 : undefined))
          : [...chosen.map((lane, at) => item(lane, at)), ...others.map((lane) => item(lane, undefined))]}
      </ol>
      {form.lanes.length < least && <p class="error" role="alert">{filled(say.choose, { least })}</p>}
    </fieldset>
  );
}
