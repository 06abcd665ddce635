// Which view is shown: what stands behind the # of the address, so that it can be shared, and reloaded.
import { signal } from "@preact/signals";

export interface Place {
  readonly path: readonly string[];
  readonly query: URLSearchParams;
}

export function parse(hash: string): Place {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?", 2);
  return {
    path: path.split("/").filter((part) => part !== "").map(decodeURIComponent),
    query: new URLSearchParams(query),
  };
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
