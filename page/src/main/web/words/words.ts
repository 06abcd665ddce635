// Which language the page speaks, and its words in it.
import { computed, signal } from "@preact/signals";
import { en, type Words } from "./en";
import { ru } from "./ru";

export type Language = "en" | "ru";

/** A text in the forms that a number asks for; `other` stands for those that a language does not tell apart. */
export interface Counted {
  readonly one?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

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

/** The form of a text that this number asks for in the page's language. */
export function counted(forms: Counted, number: number): string {
  const form = new Intl.PluralRules(language.value).select(number) as keyof Counted;
  return forms[form] ?? forms.other;
}
