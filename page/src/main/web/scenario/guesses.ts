// Guesses as the lab reads them: `b` of one person, `a x12, b x3` of a class, a number as it is typed.
import type { Question } from "./types";

const LETTER_A = "a".charCodeAt(0);

/** The letter by which a choice is named. */
export function letter(choice: number): string {
  return String.fromCharCode(LETTER_A + choice);
}

/** How often each choice was raised a hand for, as a guess; empty where nobody did. */
export function hands(counts: readonly number[]): string {
  return counts.flatMap((count, choice) => (count > 0 ? [`${letter(choice)} x${count}`] : [])).join(", ");
}

/**
 * A comma between two digits is a decimal one, as Russian keyboards have it, and not the end of a guess; behind a count, as in
 * `2 x3,5`, it is the end of one.
 */
function decimal(text: string): string {
  return text.replace(/(?<![x×х*]\s*\d*)(\d),(?=\d)/gi, "$1.");
}

/** Only questions that somebody answered are told; of those that ask for a number, numbers may have decimal commas. */
export function given(questions: readonly Question[], texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    questions.flatMap(({ id, form }) => {
      const text = (texts[id] ?? "").trim();
      return text === "" ? [] : [[id, form.all === undefined ? decimal(text) : text]];
    }),
  );
}
