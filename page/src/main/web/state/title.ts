// What the window is called: the view in the page's language, and which one of its kind it is.
import type { Words } from "../words/en";
import { isSomewhere } from "./router";

export function title(path: readonly string[], words: Words): string {
  const [view = "start", ...rest] = path;
  const names: Readonly<Record<string, string>> = { ...words.nav, watch: words.watching };
  const name = isSomewhere(path) ? names[view] : undefined;
  return (name === undefined ? [words.title, words.nowhere.title] : [words.title, name, ...rest]).join(" · ");
}
