// A component that watches a kept run: what its events add up to, drawn anew once for each frame of the screen.
import { useSignal, type Signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { LabError } from "../wire/messages";
import { watch, type Kept } from "../wire/watch";
import { lab } from "../state/lab";
import { Lag } from "./lag";

export interface Watching {
  /** How the stream ended, if it has. */
  readonly error: Signal<LabError | undefined>;
  readonly isOver: Signal<boolean>;
  /** By how many seconds this page is behind what is happening. */
  readonly behind: Signal<number>;
}

const BEHIND_SECONDS = 2;

/**
 * @param take adds events up; is called at most once for each frame
 * @param reset forgets what was added up, before a run is watched from its beginning
 */
export function useWatch<E extends Kept & { readonly atNanos?: number }>(
  run: string,
  take: (events: readonly E[]) => void,
  reset: () => void,
  ended: () => void,
): Watching {
  const error = useSignal<LabError | undefined>(undefined);
  const isOver = useSignal(false);
  const behind = useSignal(0);
  useEffect(() => {
    reset();
    error.value = undefined;
    isOver.value = false;
    const lag = new Lag();
    let waiting: E[] = [];
    let frame = 0;
    const draw = (): void => {
      frame = 0;
      const events = waiting;
      waiting = [];
      take(events);
    };
    const stop = watch<E>(lab, run, {
      events(batch) {
        for (const event of batch) {
          waiting.push(event);
        }
        const at = batch[batch.length - 1]?.atNanos;
        if (at !== undefined) {
          const seconds = lag.seconds(at, performance.now());
          behind.value = seconds >= BEHIND_SECONDS ? Math.round(seconds) : 0;
        }
        // Where nothing is drawn, as in a tab behind others, no frame comes: events are added up all the same.
        frame = frame === 0 ? (document.hidden ? window.setTimeout(draw, 250) : requestAnimationFrame(draw)) : frame;
      },
      end(cause) {
        draw();
        error.value = cause;
        isOver.value = true;
        behind.value = 0;
        ended();
      },
    });
    return () => {
      stop();
      cancelAnimationFrame(frame);
    };
  }, [run]);
  return { error, isOver, behind };
}
