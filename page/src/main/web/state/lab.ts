// The one lab that this page shows, and the token it is shown with.
import { LabClient, type Port } from "../wire/lab";

declare const WORKER: string;

const TOKEN = "fluxlab.token";

export const lab = new LabClient(new Worker(WORKER, { type: "module" }) as unknown as Port);

/** Connects, with the token that this tab has been given. */
export function connect(): void {
  const scheme = location.protocol === "https:" ? "wss" : "ws";
  lab.connect(`${scheme}://${location.host}/rsocket`, sessionStorage.getItem(TOKEN) ?? undefined);
}

export function comeIn(token: string): void {
  sessionStorage.setItem(TOKEN, token);
  connect();
}
