// How to measure: the fields of a kind of work.
import { Field } from "../form/SchemaForm";
import { text } from "../form/values";
import { words } from "../words/words";
import type { Words } from "../words/en";
import { OPTIONS, type Form } from "./request";

type Start = Words["start"];

interface Said {
  readonly label: keyof Start;
  readonly hint?: keyof Start;
}

/** A search has a time of its own where nothing is typed. */
const SAID_OF_SEARCH: Readonly<Record<string, Said>> = { maxTime: { label: "maxTime", hint: "maxTimeOfSearch" } };

const SAID: Readonly<Record<string, Said>> = {
  rounds: { label: "rounds", hint: "roundsHint" },
  maxTime: { label: "maxTime", hint: "maxTimeHint" },
  explain: { label: "explain" },
  concurrency: { label: "concurrency", hint: "concurrencyHint" },
  trace: { label: "trace", hint: "traceHint" },
  rate: { label: "rate", hint: "rateHint" },
  arrivals: { label: "arrivals", hint: "arrivalsHint" },
  duration: { label: "duration", hint: "durationHint" },
  from: { label: "from", hint: "fromHint" },
  to: { label: "to", hint: "toHint" },
  slo: { label: "slo", hint: "sloHint" },
  note: { label: "note" },
};

interface Properties {
  readonly form: Form;
  readonly errors: Readonly<Record<string, string>>;
  readonly change: (part: Partial<Form>) => void;
}

export function OptionFields({ form, errors, change }: Properties) {
  const say = words.value.start;
  return (
    <div class="fields">
      {Object.entries(OPTIONS[form.kind].properties ?? {}).map(([name, schema]) => {
        const said = (form.kind === "capacity" ? SAID_OF_SEARCH[name] : undefined) ?? SAID[name];
        return (
          <Field
            key={name}
            id={`o-${name}`}
            name={said === undefined ? name : say[said.label]}
            hint={said?.hint === undefined ? "" : say[said.hint]}
            schema={schema}
            text={form.options[name] ?? text(schema.default)}
            error={errors[name]}
            change={(given) => change({ options: { ...form.options, [name]: given } })}
          />
        );
      })}
    </div>
  );
}
