// What this browser has told runs that go on: its tabs know it of each other, and after a reload, since the lab tells nobody.
import { signal } from "@preact/signals";
import type { Told } from "./stand";

const KEY = "fluxlab.told";
/** Of runs whose end nobody here has seen, the oldest are forgotten. */
const MOST = 50;

type ByRun = Readonly<Record<string, Told>>;

function kept(): ByRun {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "{}") as ByRun;
  } catch {
    return {};
  }
}

export const told = signal<ByRun>(kept());

addEventListener("storage", ({ key }) => {
  if (key === KEY) {
    told.value = kept();
  }
});

function keep(change: (before: ByRun) => ByRun): void {
  told.value = Object.fromEntries(Object.entries(change(kept())).slice(-MOST));
  localStorage.setItem(KEY, JSON.stringify(told.value));
}

export function remember(run: string, what: Told): void {
  keep(({ [run]: before, ...others }) => ({ ...others, [run]: what }));
}

export function forget(run: string): void {
  if (told.peek()[run] !== undefined) {
    keep(({ [run]: before, ...others }) => others);
  }
}
