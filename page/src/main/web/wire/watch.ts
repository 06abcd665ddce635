// Watching a kept run: from its first event, and after a lost connection on from where it was.
import type { LabClient, Stop } from "./lab";
import type { LabError } from "./messages";

export interface Kept {
  readonly type: string;
  readonly seq: number;
  /** Of `events-missing`: the last that is not there. */
  readonly to?: number;
}

export interface Watcher<E> {
  events(batch: readonly E[]): void;
  /** How the stream ended; a lost connection is no end. */
  end(error?: LabError): void;
}

/** A message costs a browser far more than an event in it. */
const AT_ONCE = 1000;

export function watch<E extends Kept>(lab: LabClient, run: string, watcher: Watcher<E>): Stop {
  let next = 0;
  let stopped = false;
  let stop: Stop = () => {};

  const go = (): void => {
    if (stopped) {
      return;
    }
    stop = lab.stream<E>("lab.watch", { run, batch: AT_ONCE, ...(next === 0 ? {} : { from: next }) }, {
      events(batch) {
        const last = batch[batch.length - 1];
        if (last !== undefined) {
          next = (last.to ?? last.seq) + 1;
        }
        watcher.events(batch);
      },
      end(error) {
        if (error?.code === "connection-lost" || error?.code === "server-stopped") {
          void lab.connected().then(go);
        } else {
          watcher.end(error);
        }
      },
    });
  };

  void lab.connected().then(go);
  return () => {
    stopped = true;
    stop();
  };
}
