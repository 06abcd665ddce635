// Fields for what a JSON Schema describes: bounds and defaults beside each, and what is wrong with it in its place.
import { useRef } from "preact/hooks";
import type { Schema } from "../wire/types";
import { count } from "../figure/format";
import { filled, words } from "../words/words";
import { hasLines, inLine, text, type Texts } from "./values";

interface Properties {
  /** Distinguishes the fields of several forms on a page. */
  readonly id: string;
  readonly schema: Schema;
  readonly texts: Texts;
  readonly errors: Readonly<Record<string, string>>;
  readonly change: (name: string, text: string) => void;
}

export function SchemaForm({ id, schema, texts, errors, change }: Properties) {
  return (
    <div class="fields">
      {Object.entries(schema.properties ?? {}).map(([name, field]) => (
        <Field
          key={name}
          id={`${id}-${name}`}
          name={name}
          schema={field}
          text={texts[name] ?? text(field.default)}
          error={errors[name]}
          change={(given) => change(name, given)}
        />
      ))}
    </div>
  );
}

interface FieldProperties {
  readonly id: string;
  readonly name: string;
  readonly schema: Schema;
  readonly text: string;
  readonly error: string | undefined;
  readonly change: (text: string) => void;
  readonly hint?: string;
}

function bounds(schema: Schema): string {
  const { minimum: low, maximum: high } = schema;
  const say = words.value.field;
  if (low !== undefined && high !== undefined) {
    return filled(say.range, { low: count(low), high: count(high) });
  }
  if (low !== undefined) {
    return filled(say.atLeast, { low: count(low) });
  }
  return high === undefined ? "" : filled(say.atMost, { high: count(high) });
}

export function Field({ id, name, schema, text: given, error, change, hint }: FieldProperties) {
  const usual =
    schema.default === undefined || schema.default === "" || schema.type === "boolean"
      ? ""
      : filled(words.value.field.byDefault, { value: inLine(schema.default) });
  const about = [hint ?? schema.description ?? "", bounds(schema), usual].filter((part) => part !== "").map((part) => part.replace(/\.$/, "")).join("; ");
  return (
    <div class={error === undefined ? "field" : "field wrong"}>
      <label for={id}>{name}</label>
      <Control id={id} schema={schema} text={given} isWrong={error !== undefined} change={change} />
      <p id={`${id}-about`} class="about">{about}</p>
      <p id={`${id}-error`} class="error" role="alert">{error}</p>
    </div>
  );
}

const MOST_LINES = 12;

interface ControlProperties {
  readonly id: string;
  readonly schema: Schema;
  readonly text: string;
  readonly isWrong: boolean;
  readonly change: (text: string) => void;
}

function Control({ id, schema, text: given, isWrong, change }: ControlProperties) {
  // Who takes the last line break away goes on typing in the field that they are in.
  const isLong = useRef(false);
  isLong.current = isLong.current || hasLines(schema, given);
  const described = { id, "aria-describedby": `${id}-about ${id}-error`, "aria-invalid": isWrong };
  const heard = (event: Event): void => change((event.currentTarget as HTMLInputElement).value);
  if (schema.type === "boolean") {
    return <input {...described} type="checkbox" checked={given === "true"} onChange={(event) => change(String(event.currentTarget.checked))} />;
  }
  const options = schema.enum;
  if (options !== undefined) {
    return (
      <select {...described} value={given} onChange={heard}>
        {options.map((option) => <option key={option} value={option}>{option === "" ? words.value.field.unset : option}</option>)}
      </select>
    );
  }
  if (isLong.current) {
    return <textarea {...described} rows={Math.min(MOST_LINES, given.split("\n").length + 1)} autocomplete="off" spellcheck={false} value={given} onInput={heard} />;
  }
  const isNumber = schema.type === "integer" || schema.type === "number";
  return <input {...described} type="text" inputMode={isNumber ? "decimal" : "text"} autocomplete="off" value={given} onInput={heard} />;
}
