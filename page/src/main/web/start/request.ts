// What the start form says: as a request, as a command line, and as a link.
import type { Schema } from "../wire/types";
import type { Texts } from "../form/values";
import { objectiveText, rateText, timeText } from "./keptText";

export type Kind = "comparison" | "run" | "capacity";

export interface Form {
  readonly kind: Kind;
  readonly workload: string;
  readonly parameters: Texts;
  /** In their order; the first is the baseline. */
  readonly lanes: readonly string[];
  /** Where each stage of a pipeline runs, in place of lanes; none where lanes are compared. */
  readonly placements: readonly string[];
  readonly settings: Readonly<Record<string, Texts>>;
  readonly options: Texts;
}

export const EMPTY: Form = { kind: "comparison", workload: "", parameters: {}, lanes: [], placements: [], settings: {}, options: {} };

const RATE: Schema = { type: "number", minimum: 0.01, maximum: 1_000_000 };
const ARRIVALS: Schema = { type: "string", enum: ["", "constant", "poisson"] };
const DURATION: Schema = { type: "string", maxLength: 20 };

/** How a kind of work is measured, as fields; their labels and hints are the page's. */
export const OPTIONS: Readonly<Record<Kind, Schema>> = {
  comparison: {
    properties: {
      rounds: { type: "integer", minimum: 1, maximum: 10_000 },
      maxTime: { type: "integer", minimum: 1, maximum: 86_400 },
      rate: RATE,
      arrivals: ARRIVALS,
      duration: DURATION,
      explain: { type: "boolean", default: false },
      note: { type: "string", maxLength: 1000 },
    },
  },
  run: {
    properties: {
      concurrency: { type: "integer", minimum: 1, maximum: 1_000_000 },
      trace: { type: "boolean", default: false },
      rate: RATE,
      arrivals: ARRIVALS,
      duration: DURATION,
      note: { type: "string", maxLength: 1000 },
    },
  },
  capacity: {
    properties: {
      slo: { type: "string", maxLength: 500, default: "p99 < 50ms" },
      from: RATE,
      to: RATE,
      arrivals: ARRIVALS,
      duration: DURATION,
      maxTime: { type: "integer", minimum: 1, maximum: 86_400, default: 60 },
      note: { type: "string", maxLength: 1000 },
    },
  },
};

type Values = Readonly<Record<string, unknown>>;

/** A lane with its settings, as its name: `bounded-elastic:threads=16`. */
export function laneName(lane: string, settings: Values | undefined): string {
  const set = Object.entries(settings ?? {}).map(([name, value]) => `${name}=${String(value)}`);
  return set.length === 0 ? lane : `${lane}:${set.join(",")}`;
}

/** What `lab.submit` takes. */
export function submission(
  form: Form,
  parameters: Values,
  lanes: readonly string[],
  options: Values,
  lang: string,
): Record<string, unknown> {
  const { rounds, maxTime, rate, from, to, arrivals, duration, explain, concurrency, trace, slo, note } = { ...defaults(form.kind), ...options };
  const spread = { ...(arrivals === undefined ? {} : { arrivals }), ...(duration === undefined ? {} : { duration }) };
  const load = rate === undefined ? {} : { load: { rate: perSecond(rate), ...spread } };
  const [placement] = form.placements;
  const common = {
    kind: form.kind,
    workload: form.workload,
    parameters,
    ...(note === undefined ? {} : { note }),
  };
  switch (form.kind) {
    case "run":
      return { ...common, ...(placement === undefined ? { lane: lanes[0] } : { placement }), ...load, ...(concurrency === undefined ? {} : { concurrency }), ...(trace === true ? { trace } : {}) };
    case "capacity":
      return { ...common, lanes: placement === undefined ? lanes : form.placements, slo: objectives(slo), maxTimeMillis: Number(maxTime) * 1000,
        ...(from === undefined ? {} : { from: perSecond(from) }), ...(to === undefined ? {} : { to: perSecond(to) }), ...spread };
    case "comparison":
      return {
        ...common,
        ...(placement === undefined ? { lanes } : { placements: form.placements }),
        lang,
        ...load,
        ...(rounds === undefined ? {} : { rounds }),
        ...(maxTime === undefined ? {} : { maxTimeMillis: Number(maxTime) * 1000 }),
        ...(explain === true ? { explain } : {}),
      };
  }
}

function perSecond(rate: unknown): string {
  return `${String(rate)}/s`;
}

function defaults(kind: Kind): Record<string, unknown> {
  const fields = Object.entries(OPTIONS[kind].properties ?? {});
  return Object.fromEntries(fields.filter(([, field]) => field.default !== undefined).map(([name, field]) => [name, field.default]));
}

function objectives(text: unknown): string[] {
  return String(text).split(",").map((part) => part.trim()).filter((part) => part !== "");
}

/** The command that does the same. */
export function command(form: Form, parameters: Values, lanes: readonly string[], options: Values): string {
  const words = ["fluxlab", form.kind === "comparison" ? "compare" : form.kind, form.workload];
  for (const [name, value] of Object.entries(parameters)) {
    words.push("-p", `${name}=${typeof value === "string" ? value : JSON.stringify(value)}`);
  }
  if (form.placements.length > 0) {
    words.push(form.kind === "run" ? "--placement" : "--placements", form.placements.join(";"));
  } else {
    words.push(form.kind === "run" ? "--lane" : "--lanes", ...(form.kind === "run" ? lanes.slice(0, 1) : [joined(lanes)]));
  }
  const { rounds, maxTime, rate, from, to, arrivals, duration, explain, concurrency, trace, slo } = { ...defaults(form.kind), ...options };
  const add = (option: string, value: unknown): void => {
    if (value !== undefined) {
      words.push(option, String(value));
    }
  };
  add("--rounds", rounds);
  add("--max-time", maxTime === undefined ? undefined : `${String(maxTime)}s`);
  add("--concurrency", concurrency);
  add("--rate", rate === undefined ? undefined : perSecond(rate));
  add("--from", from === undefined ? undefined : perSecond(from));
  add("--to", to === undefined ? undefined : perSecond(to));
  add("--arrivals", arrivals);
  add("--duration", duration);
  objectives(slo ?? "").forEach((objective) => add("--slo", objective));
  if (explain === true) {
    words.push("--explain");
  }
  if (trace === true) {
    words.push("--trace");
  }
  return words.map(quoted).join(" ");
}

function joined(lanes: readonly string[]): string {
  return lanes.join(",");
}

/** As a POSIX shell takes it. */
export function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** The form as the query of an address. */
export function toQuery(form: Form): URLSearchParams {
  const query = new URLSearchParams();
  query.set("kind", form.kind);
  query.set("workload", form.workload);
  form.lanes.forEach((lane) => query.append("lane", lane));
  form.placements.forEach((placement) => query.append("placement", placement));
  const put = (prefix: string, texts: Texts): void =>
    Object.entries(texts).filter(([, value]) => value !== "").forEach(([name, value]) => query.set(`${prefix}.${name}`, value));
  put("p", form.parameters);
  put("o", form.options);
  Object.entries(form.settings).forEach(([lane, texts]) => put(`s.${lane}`, texts));
  return query;
}

export function fromQuery(query: URLSearchParams): Form {
  const parameters: Record<string, string> = {};
  const options: Record<string, string> = {};
  const settings: Record<string, Record<string, string>> = {};
  for (const [key, value] of query) {
    const [prefix, first = "", second = ""] = key.split(".", 3);
    if (prefix === "p") {
      parameters[first] = value;
    } else if (prefix === "o") {
      options[first] = value;
    } else if (prefix === "s") {
      (settings[first] ??= {})[second] = value;
    }
  }
  const kind = query.get("kind");
  return {
    kind: kind === "run" || kind === "capacity" ? kind : "comparison",
    workload: query.get("workload") ?? "",
    lanes: query.getAll("lane"),
    placements: query.getAll("placement"),
    parameters,
    options,
    settings,
  };
}

/** The form that would submit this request once more, as far as the form can say it. */
export function ofRequest(kind: Kind, request: Values): Form {
  const texts = (values: unknown): Record<string, string> =>
    Object.fromEntries(
      Object.entries((values ?? {}) as Values).map(([name, value]) => [
        name,
        typeof value === "string" ? value : JSON.stringify(value),
      ]),
    );
  const given = (request["lanes"] as string[] | undefined) ?? (request["lane"] === undefined || request["placement"] !== undefined ? [] : [String(request["lane"])]);
  const isPlaced = given.some((name) => name.includes("@")); // a search for capacities takes placements as lanes
  const named = isPlaced ? [] : given;
  const settings: Record<string, Texts> = {};
  const lanes = named.map((name) => {
    const [lane = "", set = ""] = name.split(":", 2);
    if (set !== "") {
      settings[lane] = Object.fromEntries(set.split(",").map((each) => each.split("=", 2) as [string, string]));
    }
    return lane;
  });
  const { rounds, concurrency, explain, trace, maxTimeMillis, slo, from, to } = request;
  const { rate, arrivals, duration } = (request["load"] ?? request) as Values;
  const placements = (request["placements"] as string[] | undefined) ??
    (request["placement"] === undefined ? (isPlaced ? given : []) : [String(request["placement"])]);
  const options: Record<string, string> = {};
  const keep = (name: string, value: unknown): void => {
    if (value !== undefined && value !== null) {
      options[name] = String(value);
    }
  };
  keep("rounds", rounds);
  keep("concurrency", concurrency);
  keep("explain", explain);
  keep("trace", trace);
  keep("maxTime", typeof maxTimeMillis === "number" ? Math.ceil(maxTimeMillis / 1000) : undefined);
  keep("rate", rateText(rate));
  keep("from", rateText(from));
  keep("to", rateText(to));
  keep("arrivals", arrivals);
  keep("duration", timeText(duration));
  keep("slo", Array.isArray(slo) ? slo.map(objectiveText).join(", ") : undefined);
  return { kind, workload: String(request["workload"] ?? ""), parameters: texts(request["parameters"]), lanes, placements, settings, options };
}
