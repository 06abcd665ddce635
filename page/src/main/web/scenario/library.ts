// The scenarios that the lab has; listed once.
import { signal } from "@preact/signals";
import { lab } from "../state/lab";
import { LabFailure } from "../wire/lab";
import { language } from "../words/words";
import type { Scenario, ScenarioInfo, Words } from "./types";

export const list = signal<readonly ScenarioInfo[] | undefined>(undefined);
export const problem = signal("");

/** Whether it is shown to a class: large, with few words, one part after the other. */
export const classMode = signal(false);

export function setClassMode(isOn: boolean): void {
  classMode.value = isOn;
  document.documentElement.dataset["class"] = isOn ? "yes" : "no";
}

export async function load(): Promise<void> {
  await lab.connected();
  try {
    list.value = await lab.list<ScenarioInfo>("lab.scenarios");
  } catch (error) {
    problem.value = told(error);
  }
}

export async function show(name: string, answers: boolean): Promise<Scenario> {
  await lab.connected();
  return lab.answer<Scenario>("lab.scenario", { name, code: true, answers });
}

export function told(error: unknown): string {
  return error instanceof LabFailure ? error.body.message : String(error);
}

/** A text in the page's language. */
export function inWords(texts: Words | undefined): string {
  return texts?.[language.value] ?? texts?.["en"] ?? "";
}

/** The scenario before or behind another one in the lecture's order. */
export function beside(all: readonly { readonly name: string }[], name: string, by: 1 | -1): string | undefined {
  const at = all.findIndex((each) => each.name === name);
  return at < 0 ? undefined : all[at + by]?.name;
}
