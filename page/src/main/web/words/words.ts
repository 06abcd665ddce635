// Which language the page speaks, and its words in it.
import { computed, signal } from "@preact/signals";
import { en, type Words } from "./en";
import { ru } from "./ru";

export type Language = "en" | "ru";

const KEY = "fluxlab.language";

function initial(): Language {
  const kept = globalThis.localStorage?.getItem(KEY);
  if (kept === "en" || kept === "ru") {
    return kept;
  }
  return globalThis.navigator?.language.startsWith("ru") ? "ru" : "en";
}

export const language = signal<Language>(initial());

export const words = computed<Words>(() => (language.value === "ru" ? ru : en));

export function speak(chosen: Language): void {
  language.value = chosen;
  globalThis.localStorage?.setItem(KEY, chosen);
}

/** A text with its `{names}` filled in. */
export function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
