// The three kinds of work that are watched, each with what its events add up to.
import { useSignal, type Signal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { ComparisonEvent, KeptRun, RunEvent } from "../wire/types";
import { CapacityView } from "../capacity/CapacityView";
import { next as nextCapacity, NOTHING as NO_CAPACITY, type CapacityEvent } from "../capacity/model";
import { ComparisonView } from "../comparison/ComparisonView";
import { next, NOTHING, type Comparison } from "../comparison/model";
import { RunModel } from "../run/model";
import { RunView } from "../run/RunView";
import { Notes } from "./Notes";
import { next as nextStand, START, type Stand } from "./stand";
import { useWatch } from "./useWatch";

interface Properties {
  readonly kept: KeptRun;
  /** There are no more events. */
  readonly end: () => void;
}

export function WatchedComparison({ kept, end }: Properties) {
  const state = useSignal<Comparison>(NOTHING);
  const watching = useWatch<ComparisonEvent>(
    kept.run,
    (events) => (state.value = events.reduce(next, state.value)),
    () => (state.value = NOTHING),
    end,
  );
  return <><Notes watching={watching} kept={kept} missing={state.value.missing} /><ComparisonView state={state.value} isOver={watching.isOver.value} /></>;
}

export function WatchedCapacity({ kept, end }: Properties) {
  const state = useSignal(NO_CAPACITY);
  const watching = useWatch<CapacityEvent>(
    kept.run,
    (events) => (state.value = events.reduce(nextCapacity, state.value)),
    () => (state.value = NO_CAPACITY),
    end,
  );
  return <><Notes watching={watching} kept={kept} missing={state.value.missing} /><CapacityView state={state.value} isOver={watching.isOver.value} /></>;
}

export function WatchedRun({ kept, end, stand }: Properties & { readonly stand: Signal<Stand> }) {
  const model = useRef(new RunModel());
  const version = useSignal(0);
  const watching = useWatch<RunEvent>(
    kept.run,
    (events) => {
      events.forEach((event) => model.current.take(event));
      stand.value = events.reduce(nextStand, stand.value);
      version.value++;
    },
    () => {
      model.current = new RunModel();
      stand.value = START;
      version.value = 0;
    },
    end,
  );
  return <><Notes watching={watching} kept={kept} missing={model.current.missing} /><RunView model={model.current} version={version.value} isOver={watching.isOver.value} /></>;
}
