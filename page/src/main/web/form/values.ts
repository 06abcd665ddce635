// What a form's texts mean, by the JSON Schema of its fields: bounds and types are told where they are typed.
import type { Schema } from "../wire/types";
import { filled } from "../words/words";
import type { Words } from "../words/en";

/** The text of each field; an empty or missing one is the default. */
export type Texts = Readonly<Record<string, string>>;

export interface Reading {
  readonly values: Readonly<Record<string, unknown>>;
  readonly errors: Readonly<Record<string, string>>;
}

/** A value as the text of its field. */
export function text(value: unknown): string {
  return typeof value === "string" ? value : value === undefined ? "" : JSON.stringify(value);
}

/** Whether a field has room for line breaks, which one of a single line drops: where its default has some, or what it was given. */
export function hasLines(schema: Schema, given: string): boolean {
  return /[\r\n]/.test(given) || (typeof schema.default === "string" && schema.default.includes("\n"));
}

/** A value among words, on one line: a text with line breaks has them as `\n`, in quotation marks. */
export function inLine(value: unknown): string {
  return typeof value === "string" && value.includes("\n") ? JSON.stringify(value) : text(value);
}

/** What is wrong with this text, if anything is. */
export function mistake(schema: Schema, given: string, words: Words["invalid"]): string | undefined {
  if (given.trim() === "") {
    return undefined;
  }
  switch (schema.type) {
    case "integer":
    case "number":
      return numberMistake(schema, given, words);
    case "array":
      return parsedList(given) === undefined ? filled(words.json, { value: given }) : undefined;
    default:
      return textMistake(schema, given, words);
  }
}

function numberMistake(schema: Schema, given: string, words: Words["invalid"]): string | undefined {
  const value = Number(given);
  if (!Number.isFinite(value)) {
    return filled(words.number, { value: given });
  }
  if (schema.type === "integer" && !Number.isInteger(value)) {
    return filled(words.integer, { value: given });
  }
  if (schema.minimum !== undefined && value < schema.minimum) {
    return filled(words.minimum, { bound: schema.minimum, value: given });
  }
  if (schema.maximum !== undefined && value > schema.maximum) {
    return filled(words.maximum, { bound: schema.maximum, value: given });
  }
  return undefined;
}

function textMistake(schema: Schema, given: string, words: Words["invalid"]): string | undefined {
  if (schema.enum !== undefined && !schema.enum.includes(given)) {
    return filled(words.oneOf, { bound: schema.enum.join(", "), value: given });
  }
  if (schema.maxLength !== undefined && given.length > schema.maxLength) {
    return filled(words.maxLength, { bound: schema.maxLength, value: given.length });
  }
  return undefined;
}

function parsedList(given: string): unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(given);
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function value(schema: Schema, given: string): unknown {
  switch (schema.type) {
    case "integer":
    case "number":
      return Number(given);
    case "boolean":
      return given === "true";
    case "array":
      return parsedList(given);
    default:
      return given;
  }
}

/** What the fields say that is not the default, and what is wrong with them. */
export function read(schema: Schema, texts: Texts, words: Words["invalid"]): Reading {
  const values: Record<string, unknown> = {};
  const errors: Record<string, string> = {};
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    const given = texts[name] ?? "";
    if (given.trim() === "" || given === text(field.default)) {
      continue;
    }
    const wrong = mistake(field, given, words);
    if (wrong === undefined) {
      values[name] = value(field, given);
    } else {
      errors[name] = wrong;
    }
  }
  return { values, errors };
}
