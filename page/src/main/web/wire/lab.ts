// The lab, as the page asks it: answers and streams of a worker that holds the connection.
import { signal } from "@preact/signals";
import type { ConnectionState, FromWorker, LabError, ToWorker } from "./messages";

export interface Connection {
  readonly state: ConnectionState;
  readonly error?: LabError;
}

/** A request that the lab refused or that broke. */
export class LabFailure extends Error {
  constructor(readonly body: LabError) {
    super(body.message);
  }
}

export interface Subscriber<E> {
  events(batch: readonly E[]): void;
  end(error?: LabError): void;
}

export type Stop = () => void;

/** Where a worker's messages go to and come from; tests have one without a browser. */
export interface Port {
  postMessage(message: ToWorker): void;
  onmessage: ((event: { data: FromWorker }) => void) | null;
}

export class LabClient {
  readonly connection = signal<Connection>({ state: "connecting" });
  private readonly open = new Map<number, Subscriber<unknown>>();
  private readonly waiting = new Set<() => void>();
  private next = 1;

  constructor(private readonly port: Port) {
    port.onmessage = (event) => this.heard(event.data);
  }

  connect(url: string, token: string | undefined): void {
    this.port.postMessage(token === undefined ? { kind: "connect", url } : { kind: "connect", url, token });
  }

  /** Events of a route, until it ends or is stopped. */
  stream<E>(route: string, data: unknown, subscriber: Subscriber<E>): Stop {
    const id = this.next++;
    this.open.set(id, subscriber as Subscriber<unknown>);
    this.port.postMessage({ kind: "ask", id, route, data, many: true });
    return () => {
      if (this.open.delete(id)) {
        this.port.postMessage({ kind: "cancel", id });
      }
    };
  }

  /**
   * All that a finite route has. Asked for again where the connection was lost meanwhile: a connection that is refused for
   * its token is there for a moment, too.
   */
  async list<E>(route: string, data?: unknown): Promise<E[]> {
    for (;;) {
      await this.connected();
      try {
        return await this.collect<E>(route, data, true);
      } catch (error) {
        if (!(error instanceof LabFailure) || error.body.code !== "connection-lost") {
          throw error;
        }
      }
    }
  }

  /** The one answer of a route. */
  async answer<E>(route: string, data: unknown): Promise<E> {
    const [first] = await this.collect<E>(route, data, false);
    return first as E;
  }

  private collect<E>(route: string, data: unknown, many: boolean): Promise<E[]> {
    return new Promise((resolve, reject) => {
      const all: E[] = [];
      const id = this.next++;
      this.open.set(id, {
        events: (batch) => all.push(...(batch as readonly E[])),
        end: (error) => (error === undefined ? resolve(all) : reject(new LabFailure(error))),
      });
      this.port.postMessage({ kind: "ask", id, route, data, many });
    });
  }

  /** Resolves when there is a connection. */
  connected(): Promise<void> {
    return this.connection.value.state === "connected"
      ? Promise.resolve()
      : new Promise((resolve) => this.waiting.add(resolve));
  }

  private heard(message: FromWorker): void {
    switch (message.kind) {
      case "connection":
        this.connection.value =
          message.error === undefined
            ? { state: message.state }
            : { state: message.state, error: message.error };
        if (message.state === "connected") {
          const all = [...this.waiting];
          this.waiting.clear();
          all.forEach((resolve) => resolve());
        }
        break;
      case "events":
        this.open.get(message.id)?.events(message.events);
        this.port.postMessage({ kind: "used", id: message.id, answers: message.taken });
        break;
      case "end": {
        const subscriber = this.open.get(message.id);
        this.open.delete(message.id);
        subscriber?.end(message.error);
        break;
      }
    }
  }
}
