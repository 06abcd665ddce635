// Figures as people read them, in the page's language.
import { language } from "../words/words";

function number(value: number, digits: number): string {
  return new Intl.NumberFormat(language.value, { maximumSignificantDigits: digits }).format(value);
}

const RUSSIAN: Readonly<Record<string, string>> = {
  ns: "нс", "µs": "мкс", ms: "мс", s: "с", min: "мин", B: "Б", kB: "кБ", MB: "МБ", GB: "ГБ",
};

function unit(name: string): string {
  return language.value === "ru" ? (RUSSIAN[name] ?? name) : name;
}

const TIMES: readonly (readonly [string, number])[] = [
  ["min", 60e9], ["s", 1e9], ["ms", 1e6], ["µs", 1e3], ["ns", 1],
];

const SIZES: readonly (readonly [string, number])[] = [["GB", 1e9], ["MB", 1e6], ["kB", 1e3], ["B", 1]];

function scaled(value: number, units: readonly (readonly [string, number])[]): string {
  const [name, factor] = units.find(([, least]) => Math.abs(value) >= least) ?? units[units.length - 1]!;
  return `${number(value / factor, 3)} ${unit(name)}`;
}

export function time(nanos: number | undefined): string {
  return nanos === undefined ? "" : scaled(nanos, TIMES);
}

export function bytes(count: number | undefined): string {
  return count === undefined ? "" : scaled(count, SIZES);
}

export function count(value: number | undefined): string {
  return value === undefined ? "" : new Intl.NumberFormat(language.value).format(value);
}

export function ratio(value: number | undefined): string {
  return value === undefined ? "" : number(value, 3);
}

/** A ratio with what it counts. Russian has «раза» behind fractions and behind 2 to 4, where the unit is given as «раз». */
export function ratioOf(value: number, unit: string): string {
  const form = new Intl.PluralRules("ru", { maximumSignificantDigits: 3 }).select(value);
  return `${ratio(value)} ${unit === "раз" && (form === "few" || form === "other") ? "раза" : unit}`;
}

export function moment(millis: number): string {
  return new Intl.DateTimeFormat(language.value, { dateStyle: "short", timeStyle: "short" }).format(millis);
}
