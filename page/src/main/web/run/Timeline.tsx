// The tasks of a run over time, on a canvas: zoomed and moved by wheel, drag or keys, read by hovering, and as a table.
import { useSignal } from "@preact/signals";
import { useEffect, useId, useRef } from "preact/hooks";
import { count, ratio, time } from "../figure/format";
import { Table } from "../figure/Table";
import { colour, dark } from "../state/theme";
import { filled, words } from "../words/words";
import { FAILED, FINISHED, type Row, type RunModel } from "./model";
import { AXIS, paint, taskAt, type Size } from "./paint";
import { all, along, panned, zoomed, type Viewport } from "./viewport";

const TALLEST_ROW = 26;
const LOWEST_ROW = 6;
const TALLEST = 520;
/** Of the table; nobody reads more. */
const MOST_ROWS = 1000;
const STEP = 0.2;
const CLOSER = 0.7;

interface Properties {
  readonly model: RunModel;
  readonly version: number;
  readonly isOver: boolean;
}

function size(canvas: HTMLCanvasElement, rows: number): Size {
  const width = canvas.clientWidth;
  const row = Math.max(LOWEST_ROW, Math.min(TALLEST_ROW, Math.floor((TALLEST - AXIS) / Math.max(1, rows))));
  return { width, height: Math.min(TALLEST, rows * row + AXIS), left: width < 500 ? 70 : 180, row };
}

export function Timeline({ model, version, isOver }: Properties) {
  const { run: say } = words.value;
  // Several runs may be on a page.
  const hint = useId();
  const canvas = useRef<HTMLCanvasElement>(null);
  const view = useSignal<Viewport>(all(0));
  const firstRow = useSignal(0);
  const hovered = useSignal<number | undefined>(undefined);
  const drag = useRef<number | undefined>(undefined);
  const shown = along(view.value, model.now);

  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext("2d", { alpha: false });
    if (element === null || context === null || context === undefined) {
      return;
    }
    const place = size(element, model.rows.length);
    const dots = devicePixelRatio;
    element.style.height = `${place.height}px`;
    element.width = Math.round(place.width * dots);
    element.height = Math.round(place.height * dots);
    context.scale(dots, dots);
    context.font = "12px system-ui, sans-serif";
    paint(context, model, shown, place, firstRow.value, {
      text: colour("text"), line: colour("line"), task: colour("lane-0"), other: colour("lane-4"),
      running: colour("lane-2"), failed: colour("bad"), ground: colour("ground"), arc: colour("text"),
    }, words.value.milliseconds, model.arcs.length > 0 ? hovered.value : undefined);
  }, [version, shown, firstRow.value, dark.value, words.value, model.arcs.length > 0 ? hovered.value : undefined]);

  const seen = Math.floor((TALLEST - AXIS) / LOWEST_ROW);
  const scroll = (by: number): void => {
    firstRow.value = Math.max(0, Math.min(model.rows.length - seen, firstRow.value + by));
  };

  const change = (to: Viewport): void => {
    view.value = to;
  };
  const around = (part = 0.5): number => shown.from + part * (shown.to - shown.from);
  const keys: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => change(panned(shown, -STEP, model.now)),
    ArrowRight: () => change(panned(shown, STEP, model.now)),
    ArrowUp: () => scroll(-1),
    ArrowDown: () => scroll(1),
    PageUp: () => scroll(-seen),
    PageDown: () => scroll(seen),
    "+": () => change(zoomed(shown, CLOSER, around(), model.now)),
    "=": () => change(zoomed(shown, CLOSER, around(), model.now)),
    "-": () => change(zoomed(shown, 1 / CLOSER, around(), model.now)),
    "0": () => change(all(model.now)),
    f: () => change({ ...shown, follows: true }),
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const act = keys[event.key] ?? (event.code === "KeyF" ? keys["f"] : undefined); // wherever the letter is on the keyboard
    if (act !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      act();
    }
  };
  const at = (event: MouseEvent): number => {
    const element = event.currentTarget as HTMLCanvasElement;
    const { left } = size(element, model.rows.length);
    return (event.offsetX - left) / (element.clientWidth - left);
  };
  const onPointerMove = (event: PointerEvent): void => {
    const element = event.currentTarget as HTMLCanvasElement;
    const place = size(element, model.rows.length);
    if (drag.current !== undefined) {
      change({ ...panned(shown, (drag.current - event.offsetX) / (place.width - place.left), model.now) });
      drag.current = event.offsetX;
    }
    hovered.value = taskAt(model, shown, place, event.offsetX, event.offsetY + firstRow.value * place.row);
  };
  // Not as a property: the page must not scroll meanwhile, which takes a listener that is not passive.
  useEffect(() => {
    const element = canvas.current;
    const onWheel = (event: WheelEvent): void => {
      if (event.ctrlKey || event.shiftKey || document.activeElement === element) {
        event.preventDefault();
        change(zoomed(along(view.peek(), model.now), event.deltaY < 0 ? CLOSER : 1 / CLOSER, around(at(event)), model.now));
      }
    };
    element?.addEventListener("wheel", onWheel, { passive: false });
    return () => element?.removeEventListener("wheel", onWheel);
  }, [model]);

  return (
    <figure class="plot timeline">
      <figcaption>{say.timeline}</figcaption>
      <p class="about" id={hint}>{say.timelineHint}</p>
      <div class="actions">
        <button type="button" onClick={keys["+"]} aria-label={say.zoomIn}>+</button>
        <button type="button" onClick={keys["-"]} aria-label={say.zoomOut}>−</button>
        <button type="button" onClick={keys["0"]}>{say.all}</button>
        {!isOver && <button type="button" aria-pressed={shown.follows} onClick={() => change({ ...shown, follows: !shown.follows })}>{say.follow}</button>}
      </div>
      <canvas
        ref={canvas}
        tabIndex={0}
        role="application"
        aria-label={say.timeline}
        aria-describedby={hint}
        onKeyDown={onKeyDown}
        onPointerMove={onPointerMove}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          drag.current = event.offsetX;
        }}
        onPointerUp={() => (drag.current = undefined)}
        onPointerLeave={() => (hovered.value = undefined)}
      />
      {model.rows.length > seen && (
        <p class="about">{filled(say.rows, { from: firstRow.value + 1, to: Math.min(model.rows.length, firstRow.value + seen), rows: count(model.rows.length) })}</p>
      )}
      {model.arcs.length > 0 && <p class="about">{filled(say.arcs, { count: count(model.arcs.length) })}</p>}
      <p class="hovered">{hovered.value === undefined ? "\u00a0" : described(model, hovered.value)}</p>
      <Table
        caption={say.timeline}
        columns={[say.worker, say.count, say.busy]}
        rows={() => model.rows.slice(0, MOST_ROWS).map((row) => [titled(row), count(row.count + row.parts.length), `${ratio((100 * row.busyNanos) / Math.max(1, model.now))} %`])}
      />
      {model.arcs.length > 0 && (
        <Table
          caption={say.hops}
          title={say.hops}
          columns={[say.task, say.left, say.from, say.to, say.onItsWay]}
          rows={() => model.arcs.slice(0, MOST_ROWS).map(({ task, left, arrived, threads: [from, to] }) => [String(task), time(left), from, to, time(arrived - left)])}
        />
      )}
    </figure>
  );
}

/** Of which workers a row is. */
export function titled(row: Row): string {
  return row.workers === 1 ? row.worker : `${row.worker} +${count(row.workers - 1)}`;
}

/** A task in words: which, where, since when, how long. */
function described(model: RunModel, task: number): string {
  const { run: say } = words.value;
  const start = model.start[task] ?? 0;
  const state = model.state[task];
  const isOver = state === FINISHED || state === FAILED;
  const took = isOver ? `${say.took.toLowerCase()} ${time((model.end[task] ?? start) - start)}` : say.running;
  const { failed } = words.value.state;
  return [
    `${say.task} ${task}: ${model.label[task] ?? ""}`,
    `${model.started?.lane ?? ""}, ${model.worker(task)}`,
    filled(say.waited, { time: time(start) }),
    took,
    ...hopsOf(model, task),
    ...(state === FAILED ? [failed] : []),
  ].join(" · ");
}

/** The threads that a task went through, where that is known. */
function hopsOf(model: RunModel, task: number): string[] {
  const arcs = model.arcs.filter((arc) => arc.task === task);
  const [first] = arcs;
  return first === undefined ? [] : [[first.threads[0], ...arcs.map(({ threads }) => threads[1])].join(" → ")];
}
