// Starting something: a workload, lanes, how to measure; with the command and the link that do the same.
import { signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { FieldError, LabError } from "../wire/messages";
import { LabFailure } from "../wire/lab";
import type { Lane, Workload } from "../wire/types";
import { go, place, rewrite } from "../state/router";
import { lab } from "../state/lab";
import { filled, language, words } from "../words/words";
import { Copyable } from "../figure/Copyable";
import { SchemaForm } from "../form/SchemaForm";
import { read, text, type Reading } from "../form/values";
import { LaneList } from "./LaneList";
import { OptionFields } from "./OptionFields";
import { PlacementList } from "./PlacementList";
import { StageList } from "./StageList";
import { strangers } from "./strangers";
import { BEST, placed as placedOf, stages } from "./stages";
import { command, EMPTY, fromQuery, laneName, OPTIONS, submission, toQuery, type Form, type Kind } from "./request";

interface Offer {
  readonly workloads: readonly Workload[];
  readonly lanes: readonly Lane[];
}

const offer = signal<Offer | undefined>(undefined);
const problem = signal<LabError | undefined>(undefined);

async function load(): Promise<void> {
  await lab.connected();
  try {
    const [workloads, lanes] = await Promise.all([
      lab.list<Workload>("lab.workloads"),
      lab.list<Lane>("lab.lanes"),
    ]);
    offer.value = { workloads, lanes };
  } catch (error) {
    problem.value = error instanceof LabFailure ? error.body : { code: "failed", message: String(error) };
  }
}

/** What is shown where the address says nothing: the lecture's exercise, on all lanes that are usual. */
function first(form: Form, { workloads, lanes }: Offer): Form {
  const workload = workloads.some(({ name }) => name === form.workload)
    ? form.workload
    : (workloads.find(({ name }) => name === "primes") ?? workloads[0])?.name ?? "";
  const usual = lanes.filter((lane) => lane.available && lane.onRequest !== true).map(({ name }) => name);
  const known = form.lanes.filter((name) => lanes.some((lane) => lane.name === name));
  const chosen = known.length > 0 ? known : form.kind === "run" ? usual.filter((name) => name === "parallel") : usual;
  return { ...form, workload, lanes: chosen };
}

export function StartView() {
  const say = words.value.start;
  useEffect(() => {
    if (offer.value === undefined) {
      void load();
    }
  }, []);
  if (problem.value !== undefined) {
    return <p class="error" role="alert">{words.value.failed}{problem.value.message}</p>;
  }
  return (
    <section aria-labelledby="start-title">
      <h1 id="start-title">{say.title}</h1>
      {offer.value === undefined ? <p>{words.value.loading}</p> : <StartForm offer={offer.value} />}
    </section>
  );
}

function StartForm({ offer: { workloads, lanes } }: { readonly offer: Offer }) {
  const say = words.value.start;
  const form = useSignal<Form>(EMPTY);
  const refused = useSignal<LabError | undefined>(undefined);
  const isSending = useSignal(false);
  /** What the address names that is not there, in words of whichever language is spoken. */
  const unknown = useSignal<() => readonly string[]>(() => []);
  // An address that somebody followed says what the form is; what is typed changes the address.
  useEffect(() => place.subscribe(({ query }) => {
    const asked = fromQuery(query);
    form.value = first(asked, { workloads, lanes });
    unknown.value = () => strangers(query, asked, workloads, lanes, words.value.start);
  }), []);
  const change = (part: Partial<Form>): void => {
    form.value = { ...form.value, ...part };
    refused.value = undefined;
    unknown.value = () => [];
    rewrite(toQuery(form.value));
  };
  const now = form.value;
  const workload = workloads.find(({ name }) => name === now.workload);
  if (workload === undefined) {
    return null;
  }
  const parameters = read(workload.parameters, now.parameters, words.value.invalid);
  const options = withRate(read(OPTIONS[now.kind], now.options, words.value.invalid), now.kind);
  const staged = now.parameters["stages"] ?? text(workload.parameters.properties?.["stages"]?.default);
  const isComposed = workload.parameters.properties?.["stages"] !== undefined;
  const stageNames = isComposed ? (stages(staged) ?? []).map(({ name }) => name) : (workload.stages ?? []);
  const isStaged = isComposed || stageNames.length > 0;
  const isPlaced = isStaged && now.placements.length > 0;
  const settings = settingsOf(now, lanes);
  const named = now.lanes.map((lane) => laneName(lane, settings.get(lane)?.values));
  const least = now.kind === "comparison" ? 2 : 1;
  const isWrong =
    [parameters, options, ...settings.values()].some(({ errors }) => Object.keys(errors).length > 0) || (!isPlaced && named.length < least);
  const told = refused.value?.fields;
  const strange = unknown.value();
  const fieldErrors = { ...parameters.errors, ...ofParameters(told) };
  const optionErrors = { ...ofOptions(told), ...options.errors };

  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (isWrong || isSending.value) {
      document.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
      return;
    }
    isSending.value = true;
    try {
      const asked = submission(isPlaced ? now : { ...now, placements: [] }, parameters.values, named, options.values, language.value);
      const { run } = await lab.answer<{ run: string }>("lab.submit", asked);
      go(["watch", run]);
    } catch (error) {
      refused.value = error instanceof LabFailure ? error.body : { code: "failed", message: String(error) };
    } finally {
      isSending.value = false;
    }
  };

  return (
    <form class="start" onSubmit={(event) => void send(event)} noValidate>
      {strange.length > 0 && <div role="alert">{[...strange, say.instead].map((each) => <p key={each} class="error">{each}</p>)}</div>}
      <fieldset>
        <legend>{say.whatToStart}</legend>
        <div class="choices">
          {(["comparison", "run", "capacity"] as const).map((kind) => (
            <label key={kind}>
              <input type="radio" name="kind" value={kind} checked={now.kind === kind} onChange={() => change(ofKind(kind, now))} />{" "}
              {kind === "capacity" ? say.search : say[kind]}
            </label>
          ))}
        </div>
        <div class="field">
          <label for="workload">{say.workload}</label>
          <select id="workload" aria-describedby="workload-about" value={now.workload}
            onChange={(event) => change({ workload: event.currentTarget.value, parameters: {}, placements: [] })}>
            {workloads.map(({ name }) => <option key={name} value={name}>{name}</option>)}
          </select>
          <p id="workload-about" class="about">{workload.summary} ({say[workload.kind]})</p>
        </div>
      </fieldset>
      <fieldset>
        <legend>{say.parameters}</legend>
        <SchemaForm id="p" schema={workload.parameters} texts={now.parameters} errors={fieldErrors}
          change={(name, given) => change({ parameters: { ...now.parameters, [name]: given } })} />
        {isStaged && isComposed && <StageList text={staged} change={(given) => change(restaged(now, stageNames, given))} />}
      </fieldset>
      {isStaged && (
        <fieldset>
          <legend>{say.where}</legend>
          <div class="choices">
            <label><input type="radio" name="where" checked={!isPlaced} onChange={() => change({ placements: [] })} /> {say.onLanes}</label>
            <label><input type="radio" name="where" checked={isPlaced}
              onChange={() => change({ placements: ["parallel", "event-loop"].slice(0, now.kind === "run" ? 1 : 2).map((lane) => stageNames.map((name) => `${name}@${lane}`).join(",")) })} /> {say.placements}</label>
          </div>
          {isPlaced && <PlacementList names={stageNames} lanes={lanes} form={now} change={change} />}
        </fieldset>
      )}
      {!isPlaced && <LaneList lanes={lanes} form={now} settings={settings} least={least} change={change} />}
      <fieldset>
        <legend>{say.options}</legend>
        <OptionFields form={now} errors={optionErrors} change={change} />
      </fieldset>
      {refused.value !== undefined && <p class="error" role="alert">{words.value.failed}{refused.value.message}</p>}
      <p class="actions">
        <button type="submit" class="main" disabled={isSending.value}>{say.go}</button>{" "}
        <a href={`#/start?${toQuery(now).toString()}`}>{say.link}</a>
      </p>
      <Copyable label={say.command} text={command(isPlaced ? now : { ...now, placements: [] }, parameters.values, named, options.values)} />
    </form>
  );
}

/** A run is on one lane, the first that was chosen; only a comparison looks for the best placement. */
function ofKind(kind: Kind, form: Form): Partial<Form> {
  const placements = form.placements.filter((each) => each !== BEST);
  switch (kind) {
    case "run":
      return { kind, lanes: form.lanes.slice(0, 1), placements: placements.slice(0, 1) };
    case "capacity":
      return { kind, placements };
    case "comparison":
      return { kind };
  }
}

function settingsOf(form: Form, lanes: readonly Lane[]): ReadonlyMap<string, Reading> {
  return new Map(
    form.lanes.flatMap((name) => {
      const schema = lanes.find((lane) => lane.name === name)?.settings;
      return schema === undefined ? [] : [[name, read(schema, form.settings[name] ?? {}, words.value.invalid)] as const];
    }),
  );
}

/** What is said of arrivals goes with a rate. */
function withRate(options: Reading, kind: Kind): Reading {
  const { rate, arrivals, duration } = options.values;
  return kind === "capacity" || rate !== undefined || (arrivals === undefined && duration === undefined)
    ? options
    : { ...options, errors: { rate: words.value.start.rateMissing, ...options.errors } };
}

/** Other stages: those that are gone are placed nowhere. */
function restaged(form: Form, before: readonly string[], given: string): Partial<Form> {
  const names = (stages(given) ?? []).map(({ name }) => name);
  const placements = form.placements.map((each) => {
    const where = placedOf(each, before);
    return each === BEST ? each : names.flatMap((name) => (where.has(name) ? [`${name}@${where.get(name)!}`] : [])).join(",");
  });
  return { parameters: { ...form.parameters, stages: given }, placements: placements.map((each) => (each === "" ? `${names[0] ?? ""}@parallel` : each)) };
}

/** What the lab says of how it is measured. */
function ofOptions(fields: readonly FieldError[] | undefined): Record<string, string> {
  return Object.fromEntries((fields ?? []).map(({ field, message }) => [field.replace(/^load\./, "").replace(/^maxTimeMillis$/, "maxTime"), message]));
}

/** What the lab says of parameters, whose names it may put behind `parameters.`. */
function ofParameters(fields: readonly FieldError[] | undefined): Record<string, string> {
  return Object.fromEntries((fields ?? []).map(({ field, message }) => [field.replace(/^parameters\./, ""), filled(message, {})]));
}
