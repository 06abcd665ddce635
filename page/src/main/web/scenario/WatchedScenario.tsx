// A scenario that runs or has run: its steps, what came out, and the code; to a class one part after the other.
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { ComparisonView } from "../comparison/ComparisonView";
import { RunView } from "../run/RunView";
import { address, go } from "../state/router";
import { Notes } from "../watch/Notes";
import { useWatch } from "../watch/useWatch";
import type { KeptRun } from "../wire/types";
import { words } from "../words/words";
import { ClassBar, useKeys } from "./ClassBar";
import { beside, classMode, inWords, list, load, show } from "./library";
import { ScenarioModel, type Step } from "./model";
import { CodeBeside, Expectations, Reveal } from "./RevealView";
import type { Scenario, ScenarioEvent } from "./types";

interface Properties {
  readonly kept: KeptRun;
  readonly end: () => void;
}

const PARTS = ["steps", "reveal", "code"] as const;

export function WatchedScenario({ kept, end }: Properties) {
  const { run, work: { workload: name } } = kept;
  const say = words.value.scenarios;
  const model = useRef(new ScenarioModel());
  const version = useSignal(0);
  const part = useSignal(0);
  const scenario = useSignal<Scenario | undefined>(undefined);
  const watching = useWatch<ScenarioEvent>(
    run,
    (events) => {
      events.forEach((event) => model.current.take(event));
      version.value++;
    },
    () => {
      model.current = new ScenarioModel();
      version.value = 0;
    },
    end,
  );
  const isOver = watching.isOver.value;
  // Answers are asked for only when they have come out.
  useEffect(() => {
    show(name, isOver).then((shown) => (scenario.value = shown)).catch(() => {});
    if (list.value === undefined) {
      void load();
    }
  }, [name, isOver]);
  const following = beside(list.value ?? [], name, 1);
  useKeys(
    () => {
      if (classMode.value && part.value < PARTS.length - 1) {
        part.value++;
      } else if (following !== undefined) {
        go(["scenarios", following]);
      }
    },
    () => {
      if (classMode.value && part.value > 0) {
        part.value--;
      } else {
        go(["scenarios", name]);
      }
    },
  );
  const isShown = (which: (typeof PARTS)[number]): boolean => !classMode.value || PARTS[part.value] === which;
  const { steps, judged, revealed } = model.current;
  const shows = inWords(scenario.value?.explanation.shows);
  return (
    <div class="scenario">
      <ClassBar previous={address(["scenarios", name])} next={following === undefined ? undefined : address(["scenarios", following])} />
      <h2>{inWords(scenario.value?.title)}</h2>
      <Notes watching={watching} kept={kept} missing={model.current.missing} />
      {isShown("steps") && steps.map((step) => <StepView key={step.id} step={step} version={version.value} isOver={isOver} />)}
      {isShown("reveal") && isOver && (
        <>
          {revealed.length > 0 && <><h2>{say.reveal}</h2><Reveal revealed={revealed} questions={scenario.value?.questions ?? []} /></>}
          {shows !== "" && <><h2>{say.shows}</h2><p class="reason">{shows}</p></>}
          {judged.length > 0 && <><h2>{say.expectations}</h2><Expectations judged={judged} /></>}
        </>
      )}
      {isShown("code") && (scenario.value?.originals.length ?? 0) > 0 && (
        <><h2>{say.code}</h2><CodeBeside originals={scenario.value?.originals ?? []} /></>
      )}
    </div>
  );
}

function StepView({ step, version, isOver }: { readonly step: Step; readonly version: number; readonly isOver: boolean }) {
  const say = words.value.scenarios;
  return (
    <div>
      <h2>{say.step} {step.id}: {step.workload}</h2>
      {step.error !== undefined && <p class="error">{step.error.message}</p>}
      {step.comparison.started !== undefined && <ComparisonView state={step.comparison} isOver={step.isOver || isOver} />}
      {[...step.runs].map(([lane, model]) => <RunView key={lane} model={model} version={version} isOver={step.isOver || isOver} />)}
    </div>
  );
}
