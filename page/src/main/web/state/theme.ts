// Light or dark: as the system has it, unless somebody chose.
import { signal } from "@preact/signals";

export type Theme = "auto" | "light" | "dark";

const KEY = "fluxlab.theme";

function initial(): Theme {
  const kept = localStorage.getItem(KEY);
  return kept === "light" || kept === "dark" ? kept : "auto";
}

export const theme = signal<Theme>(initial());

const system = matchMedia("(prefers-color-scheme: dark)");

/** Whether it is dark now; plots are drawn anew when that changes. */
export const dark = signal(false);

function apply(): void {
  dark.value = theme.value === "dark" || (theme.value === "auto" && system.matches);
  document.documentElement.dataset["theme"] = dark.value ? "dark" : "light";
}

export function followTheme(): void {
  theme.subscribe(apply);
  system.addEventListener("change", apply);
}

export function choose(chosen: Theme): void {
  localStorage.setItem(KEY, chosen);
  theme.value = chosen;
}

/** The colour that a style sheet's variable has now. */
export function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

const LANES = 8;

/** The colour of the lane with this number; lanes are also told apart by their names and places. */
export function laneColour(index: number): string {
  return colour(`lane-${index % LANES}`);
}
