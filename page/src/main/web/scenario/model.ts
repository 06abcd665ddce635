// What a scenario's events add up to: its steps, each with its comparison or its runs, and what came out.
import { next as nextOfComparison, NOTHING, type Comparison } from "../comparison/model";
import { RunModel } from "../run/model";
import type { Failure } from "../wire/types";
import type { Finished, Judged, Revealed, ScenarioEvent } from "./types";

export interface Step {
  readonly id: string;
  readonly workload: string;
  readonly lanes: readonly string[];
  comparison: Comparison;
  /** By lane; of a comparison none. */
  readonly runs: Map<string, RunModel>;
  isOver: boolean;
  error: Failure | undefined;
}

/** Changed in place: the tasks of a run may be many. */
export class ScenarioModel {
  readonly steps: Step[] = [];
  readonly judged: Judged[] = [];
  readonly revealed: Revealed[] = [];
  finished: Finished | undefined;
  missing = 0;

  take(event: ScenarioEvent): void {
    switch (event.type) {
      case "scenario-started":
        break;
      case "step-started":
        this.steps.push({ id: event.step, workload: event.workload, lanes: event.lanes, comparison: NOTHING, runs: new Map(), isOver: false, error: undefined });
        break;
      case "comparison-event": {
        const step = this.step(event.step);
        if (step !== undefined) {
          step.comparison = nextOfComparison(step.comparison, event.event);
        }
        break;
      }
      case "run-event":
        this.run(event.step, event.lane)?.take(event.event);
        break;
      case "step-finished":
      case "step-broken": {
        const step = this.step(event.step);
        if (step !== undefined) {
          step.isOver = true;
          step.error = event.type === "step-broken" ? event.error : undefined;
        }
        break;
      }
      case "judged":
        this.judged.push(event);
        break;
      case "revealed":
        this.revealed.push(event);
        break;
      case "scenario-finished":
        this.finished = event;
        break;
      case "events-missing":
        this.missing += event.events;
        break;
    }
  }

  private step(id: string): Step | undefined {
    return this.steps.find((step) => step.id === id);
  }

  private run(id: string, lane: string): RunModel | undefined {
    const step = this.step(id);
    if (step !== undefined && !step.runs.has(lane)) {
      step.runs.set(lane, new RunModel());
    }
    return step?.runs.get(lane);
  }
}
