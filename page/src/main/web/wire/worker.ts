// The worker: holds the one connection to the lab, and hands its events on in batches. What the page has not used yet
// counts against what is asked for, so that a page that lags slows nothing but its own stream.
import { RSocketConnector, type Cancellable, type Requestable, type RSocket } from "rsocket-core";
import { WebsocketClientTransport } from "rsocket-websocket-client";
import { conflated } from "./conflate";
import { DATA, METADATA, error, identity, read, request } from "./frames";
import type { FromWorker, LabError, ToWorker } from "./messages";

const KEEP_ALIVE_MILLIS = 20_000;
const LIFETIME_MILLIS = 90_000;
/** How many answers of a stream may be on their way or unused at once; each is an event, or a list of them. */
const CREDIT = 16;
/** Events are handed on so often: about as often as a screen is drawn. */
const BATCH_MILLIS = 16;
const FIRST_RETRY_MILLIS = 250;
const LAST_RETRY_MILLIS = 8_000;
/** What trying again does not mend. */
const FINAL = new Set(["unauthenticated", "forbidden", "too-many-attempts"]);
/** What of that is nothing that a single request did: whoever comes is not known. */
const UNKNOWN = new Set(["unauthenticated", "too-many-attempts"]);

interface Stream {
  readonly control: Cancellable & Partial<Requestable>;
  batch: unknown[];
  /** How many answers that is of. */
  taken: number;
}

const streams = new Map<number, Stream>();
let socket: RSocket | undefined;
let attempt = 0;
/** Which connection this is: what an older one still says is not listened to. */
let generation = 0;
let flushing = false;

function post(message: FromWorker): void {
  self.postMessage(message);
}

function flush(): void {
  flushing = false;
  for (const [id, stream] of streams) {
    if (stream.batch.length > 0) {
      post({ kind: "events", id, events: conflated(stream.batch), taken: stream.taken });
      stream.batch = [];
      stream.taken = 0;
    }
  }
}

function flushSoon(): void {
  if (!flushing) {
    flushing = true;
    setTimeout(flush, BATCH_MILLIS);
  }
}

function end(id: number, cause?: LabError): void {
  const stream = streams.get(id);
  if (stream === undefined) {
    return;
  }
  flush();
  streams.delete(id);
  post(cause === undefined ? { kind: "end", id } : { kind: "end", id, error: cause });
}

async function connect(url: string, token: string | undefined): Promise<void> {
  const mine = ++generation;
  post({ kind: "connection", state: "connecting" });
  try {
    const connector = new RSocketConnector({
      setup: {
        dataMimeType: DATA,
        metadataMimeType: METADATA,
        keepAlive: KEEP_ALIVE_MILLIS,
        lifetime: LIFETIME_MILLIS,
        payload: identity(token),
      },
      transport: new WebsocketClientTransport({ url, wsCreator: (at) => new WebSocket(at) }),
    });
    const connected = await connector.connect();
    if (mine !== generation) {
      connected.close();
      return;
    }
    socket = connected;
    connected.onClose((cause) => lost(mine, url, token, cause));
    post({ kind: "connection", state: "connected" });
  } catch (cause) {
    lost(mine, url, token, cause instanceof Error ? cause : undefined);
  }
}

/** Has no connection any more; whatever was asked on it can be asked again on the next one. */
function leave(state: "refused" | "lost", why: LabError): void {
  generation++;
  socket = undefined;
  for (const id of [...streams.keys()]) {
    end(id, { code: "connection-lost", message: why.message });
  }
  post({ kind: "connection", state, error: why });
}

function lost(which: number, url: string, token: string | undefined, cause: Error | undefined): void {
  if (which !== generation) {
    return;
  }
  const why = error(cause, "connection-lost");
  leave(FINAL.has(why.code) ? "refused" : "lost", why);
  if (FINAL.has(why.code)) {
    return;
  }
  const wait = Math.min(LAST_RETRY_MILLIS, FIRST_RETRY_MILLIS * 2 ** attempt++);
  const now = generation;
  setTimeout(() => {
    if (now === generation) {
      void connect(url, token);
    }
  }, wait);
}

function ask(id: number, route: string, data: unknown, many: boolean): void {
  if (socket === undefined) {
    post({ kind: "end", id, error: { code: "connection-lost", message: "" } });
    return;
  }
  const subscriber = {
    onNext(payload: Parameters<typeof read>[0], isComplete: boolean): void {
      attempt = 0;
      const stream = streams.get(id);
      if (stream !== undefined) {
        const answer = read(payload);
        for (const event of Array.isArray(answer) ? (answer as unknown[]) : [answer]) {
          stream.batch.push(event);
        }
        stream.taken++;
      }
      flushSoon();
      if (isComplete) {
        end(id);
      }
    },
    onComplete: (): void => end(id),
    onError(cause: Error): void {
      const why = error(cause, "failed");
      if (UNKNOWN.has(why.code)) {
        // The connection's own end comes after that of its streams.
        leave("refused", why);
      } else {
        end(id, why);
      }
    },
    onExtension(): void {},
  };
  // The stream is known before it is asked for: what is refused at once ends it, too.
  let control: Stream["control"] = { cancel() {} };
  streams.set(id, {
    control: { cancel: () => control.cancel(), request: (events: number) => control.request?.(events) },
    batch: [],
    taken: 0,
  });
  control = many
    ? socket.requestStream(request(route, data), CREDIT, subscriber)
    : socket.requestResponse(request(route, data), subscriber);
}

self.onmessage = (event: MessageEvent<ToWorker>): void => {
  const message = event.data;
  switch (message.kind) {
    case "connect":
      attempt = 0;
      socket?.close();
      void connect(message.url, message.token);
      break;
    case "ask":
      ask(message.id, message.route, message.data, message.many);
      break;
    case "used":
      streams.get(message.id)?.control.request?.(message.answers);
      break;
    case "cancel": {
      const stream = streams.get(message.id);
      streams.delete(message.id);
      stream?.control.cancel();
      break;
    }
  }
};
