// What forms take as text: a kept request has it as numbers of its units, one that was just made as it was typed.
interface Rate { readonly perSecond: number }
interface Span { readonly nanos: number }
interface Objective { readonly bystander?: boolean; readonly by?: { readonly percent: number }; readonly bound: Span }

const NANOS_PER_MILLI = 1e6;
const ALL = 100;

/** Tasks a second, without their unit. */
export function rateText(rate: unknown): unknown {
  return isObject(rate) ? (rate as unknown as Rate).perSecond : typeof rate === "string" ? rate.replace(/\/s$/, "") : rate;
}

export function timeText(time: unknown): unknown {
  return isObject(time) ? `${(time as unknown as Span).nanos / NANOS_PER_MILLI}ms` : time;
}

export function objectiveText(slo: unknown): string {
  if (!isObject(slo)) {
    return String(slo);
  }
  const { bystander, by, bound } = slo as unknown as Objective;
  const figure = by === undefined ? "mean" : by.percent === ALL ? "max" : `p${by.percent}`;
  return `${bystander === true ? "bystander." : ""}${figure} < ${String(timeText(bound))}`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
