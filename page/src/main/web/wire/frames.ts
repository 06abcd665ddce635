// Requests and errors as RSocket carries them.
import type { Payload } from "rsocket-core";
import {
  encodeBearerAuthMetadata,
  encodeCompositeMetadata,
  encodeRoute,
  WellKnownMimeType,
} from "rsocket-composite-metadata";
import { Buffer } from "buffer/";
import type { LabError } from "./messages";

export const METADATA = "message/x.rsocket.composite-metadata.v0";
export const DATA = "application/json";

/** A request of this route. */
export function request(route: string, data: unknown): Payload {
  const routing = encodeRoute(route);
  return {
    data: data === undefined ? undefined : bytes(JSON.stringify(data)),
    metadata: encodeCompositeMetadata([[WellKnownMimeType.MESSAGE_RSOCKET_ROUTING, routing]]),
  };
}

/** What a set-up says of who comes. */
export function identity(token: string | undefined): Payload {
  return {
    data: undefined,
    ...(token === undefined
      ? {}
      : {
          metadata: encodeCompositeMetadata([
            [WellKnownMimeType.MESSAGE_RSOCKET_AUTHENTICATION, encodeBearerAuthMetadata(token)],
          ]),
        }),
  };
}

// The browser's own is many times as fast as the polyfill's.
const TEXT = new TextDecoder();

export function read(payload: Payload): unknown {
  return payload.data == null ? undefined : JSON.parse(TEXT.decode(payload.data));
}

/** What rsocket-js says of a request on a connection that has ended, around why that has ended. */
const CLOSED = /^Closed\. (?:Original cause \[Error: (.*)\]\.?)?$/s;

/** The lab's errors are JSON in the message of an error frame; others are RSocket's or the browser's own. */
export function error(cause: Error | undefined, otherwise: string): LabError {
  const said = cause?.message ?? "";
  const closed = CLOSED.exec(said);
  if (closed !== null) {
    return error(new Error(closed[1] ?? ""), "connection-lost");
  }
  try {
    const body: unknown = JSON.parse(said);
    if (typeof body === "object" && body !== null && "code" in body && "message" in body) {
      return body as LabError;
    }
  } catch {
    // not JSON: it did not come from the lab
  }
  return { code: otherwise, message: said };
}

// The polyfill is Node's Buffer for all that is used here.
function bytes(text: string): Payload["data"] {
  return Buffer.from(text, "utf8") as unknown as Payload["data"];
}
