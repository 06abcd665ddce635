// Paints the tasks of a run: a row for each worker. What is closer than a pixel is painted as one, so that a hundred
// thousand tasks take as long as the pixels they are on.
import { FAILED, RUNNING, type Arc, type Row, type RunModel } from "./model";
import type { Viewport } from "./viewport";

export interface Colours {
  readonly text: string;
  readonly line: string;
  readonly task: string;
  readonly other: string;
  readonly running: string;
  readonly failed: string;
  readonly ground: string;
  readonly arc: string;
}

export interface Size {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly row: number;
}

export const AXIS = 20;
/** A row that is lower has no room for its name; every other one is named then. */
const LEGIBLE = 12;
const MOST_ARCS = 2000;

/** The place in a row of the first task that starts at this time or later. */
export function firstAfter(row: Row, model: RunModel, nanos: number): number {
  let low = 0;
  let high = row.count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((model.start[row.tasks[middle]!] ?? 0) < nanos) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** How many tasks before the first that starts in view may reach into it: of asynchronous ones many are open at once. */
const OPEN_BEFORE = 2000;

export function paint(context: CanvasRenderingContext2D, model: RunModel, view: Viewport, size: Size, firstRow: number, colours: Colours, unit: string, hovered?: number): void {
  const { width, height, left, row: rowHeight } = size;
  context.fillStyle = colours.ground;
  context.fillRect(0, 0, width, height);
  axis(context, view, size, colours, unit);
  const perNano = (width - left) / (view.to - view.from);
  const rows = model.rows.slice(firstRow, firstRow + Math.floor((height - AXIS) / rowHeight));
  rows.forEach((row, at) => {
    const top = at * rowHeight;
    context.fillStyle = colours.text;
    if (rowHeight >= LEGIBLE || at % 2 === 0) {
      context.fillText(fitted(context, row.worker, left - 8), 4, top + rowHeight / 2 + 4);
    }
    tasks(context, model, row, view, { ...size, left }, top, perNano, colours);
    parts(context, row, view, size, top, perNano, colours);
  });
  arcs(context, model, view, size, firstRow, rows.length, colours, hovered);
}

function parts(context: CanvasRenderingContext2D, row: Row, view: Viewport, { width, left, row: height }: Size, top: number, perNano: number, colours: Colours): void {
  for (const { task, from, to } of row.parts) {
    if (to >= view.from && from <= view.to) {
      const x = Math.max(left, left + (from - view.from) * perNano);
      context.fillStyle = task % 2 === 0 ? colours.task : colours.other;
      context.fillRect(x, top + 3, Math.max(1, Math.min(width, left + (to - view.from) * perNano) - x), height - 6);
    }
  }
}

/** Of many only the first are painted; those of the task that is hovered over always are, and stand out. */
function arcs(context: CanvasRenderingContext2D, model: RunModel, view: Viewport, { width, left, row: height }: Size, firstRow: number, rows: number, colours: Colours, hovered: number | undefined): void {
  const perNano = (width - left) / (view.to - view.from);
  const inView = ({ from, to }: Arc): boolean => [from, to].every(({ place }) => place >= firstRow && place < firstRow + rows);
  const shown = model.arcs.filter((arc) => arc.arrived >= view.from && arc.left <= view.to && inView(arc));
  context.save();
  context.beginPath();
  context.rect(left, 0, width - left, rows * height);
  context.clip();
  context.strokeStyle = colours.arc;
  for (const arc of [...shown.filter(({ task }) => task !== hovered).slice(0, MOST_ARCS), ...shown.filter(({ task }) => task === hovered)]) {
    const isHovered = arc.task === hovered;
    context.globalAlpha = isHovered ? 1 : 0.45;
    context.lineWidth = isHovered ? 2.5 : 1;
    const [x, to] = [arc.left, arc.arrived].map((nanos) => left + (nanos - view.from) * perNano) as [number, number];
    const [y, end] = [arc.from, arc.to].map(({ place }) => (place - firstRow + 0.5) * height) as [number, number];
    const bend = Math.max(12, (to - x) / 2);
    context.beginPath();
    context.moveTo(x, y);
    context.bezierCurveTo(x + bend, y, to - bend, end, to, end);
    context.stroke();
    context.beginPath();
    context.arc(to, end, isHovered ? 3 : 2, 0, 2 * Math.PI);
    context.fillStyle = colours.arc;
    context.fill();
  }
  context.restore();
}

function tasks(
  context: CanvasRenderingContext2D,
  model: RunModel,
  row: Row,
  view: Viewport,
  { width, left, row: height }: Size,
  top: number,
  perNano: number,
  colours: Colours,
): void {
  let drawnTo = left;
  for (let at = Math.max(0, firstAfter(row, model, view.from) - OPEN_BEFORE); at < row.count; at++) {
    const task = row.tasks[at]!;
    const start = model.start[task] ?? 0;
    if (start > view.to) {
      break;
    }
    const state = model.state[task] ?? 0;
    const end = state === RUNNING ? model.now : (model.end[task] ?? start);
    if (end < view.from) {
      continue;
    }
    const x = Math.max(left, left + (start - view.from) * perNano);
    const to = Math.min(width, left + (end - view.from) * perNano);
    if (to <= drawnTo && state !== FAILED) {
      continue; // on a pixel that has been painted
    }
    const from = Math.max(x, state === FAILED ? left : drawnTo - 1);
    context.fillStyle = state === FAILED ? colours.failed : state === RUNNING ? colours.running : at % 2 === 0 ? colours.task : colours.other;
    context.fillRect(from, top + 2, Math.max(1, to - from), height - 4);
    drawnTo = Math.max(drawnTo, to);
  }
}

function axis(context: CanvasRenderingContext2D, view: Viewport, { width, height, left }: Size, colours: Colours, unit: string): void {
  const step = tick(view.to - view.from);
  context.textAlign = "start";
  for (let at = Math.ceil(view.from / step) * step; at <= view.to; at += step) {
    const x = left + ((at - view.from) / (view.to - view.from)) * (width - left);
    context.fillStyle = colours.line;
    context.fillRect(x, 0, 1, height - AXIS);
    context.fillStyle = colours.text;
    context.fillText(`${Number((at / 1e6).toPrecision(6))}`, x + 2, height - 6);
  }
  context.fillStyle = colours.text;
  context.fillText(unit, 4, height - 6);
}

/** About six steps of 1, 2 or 5 times a power of ten. */
export function tick(span: number): number {
  const raw = span / 6;
  const power = 10 ** Math.floor(Math.log10(raw));
  const factor = [1, 2, 5, 10].find((each) => each * power >= raw) ?? 10;
  return factor * power;
}

function fitted(context: CanvasRenderingContext2D, text: string, width: number): string {
  if (context.measureText(text).width <= width) {
    return text;
  }
  let shown = text;
  while (shown.length > 1 && context.measureText(`…${shown}`).width > width) {
    shown = shown.slice(1);
  }
  return `…${shown}`;
}

/** The task at a place of the canvas, if there is one. */
export function taskAt(model: RunModel, view: Viewport, size: Size, x: number, y: number): number | undefined {
  const row = model.rows[Math.floor(y / size.row)];
  if (row === undefined || x < size.left) {
    return undefined;
  }
  const nanos = view.from + ((x - size.left) / (size.width - size.left)) * (view.to - view.from);
  const near = ((view.to - view.from) / (size.width - size.left)) * 2;
  const part = model.partAt(row, nanos, near);
  if (part !== undefined) {
    return part.task;
  }
  const last = firstAfter(row, model, nanos + near) - 1;
  for (let at = last; at >= Math.max(0, last - OPEN_BEFORE); at--) {
    const task = row.tasks[at]!;
    const end = model.state[task] === RUNNING ? model.now : (model.end[task] ?? 0);
    if (end >= nanos - near) {
      return task;
    }
  }
  return undefined;
}
