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

/** Only questions that somebody answered are told. */
export function given(questions: readonly Question[], texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    questions.flatMap(({ id }) => {
      const text = (texts[id] ?? "").trim();
      return text === "" ? [] : [[id, text]];
    }),
  );
}
