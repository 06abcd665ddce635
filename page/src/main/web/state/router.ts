// Which view is shown: what stands behind the # of the address, so that it can be shared, and reloaded.
import { signal } from "@preact/signals";

export interface Place {
  readonly path: readonly string[];
  readonly query: URLSearchParams;
}

export function parse(hash: string): Place {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?", 2);
  return {
    path: path.split("/").filter((part) => part !== "").map(decoded),
    query: new URLSearchParams(query),
  };
}

/** What a part of an address stands for; itself where it is cut off in the middle of a letter. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Whether there is a view at this address. */
export function isSomewhere([view = "start", ...rest]: readonly string[]): boolean {
  switch (view) {
    case "start":
    case "history":
      return rest.length === 0;
    case "scenarios":
      return rest.length <= 1;
    case "watch":
      return rest.length > 0;
    default:
      return false;
  }
}

export function address(path: readonly string[], query?: URLSearchParams): string {
  const text = query?.toString() ?? "";
  return `#/${path.map(encodeURIComponent).join("/")}${text === "" ? "" : `?${text}`}`;
}

export const place = signal<Place>(parse(globalThis.location?.hash ?? ""));

export function go(path: readonly string[], query?: URLSearchParams): void {
  location.hash = address(path, query);
}

/** Changes what the address says of this view, without another step of the browser's history. */
export function rewrite(query: URLSearchParams): void {
  history.replaceState(null, "", address(place.peek().path, query));
}

export function followAddress(): void {
  addEventListener("hashchange", () => {
    place.value = parse(location.hash);
  });
}
