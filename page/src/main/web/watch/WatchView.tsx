// A kept run, whatever kind it is: watched from its beginning, and on as it goes on. Two of them stand side by side.
import { useSignal, type ReadonlySignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { LabFailure } from "../wire/lab";
import type { KeptRun, State } from "../wire/types";
import { moment } from "../figure/format";
import { address } from "../state/router";
import { lab } from "../state/lab";
import { ofRequest, toQuery, type Kind } from "../start/request";
import { WatchedScenario } from "../scenario/WatchedScenario";
import { filled, words } from "../words/words";
import { pause, START, type Stand } from "./stand";
import { Steering } from "./Steering";
import { forget, told } from "./told";
import { WatchedCapacity, WatchedComparison, WatchedRun } from "./Watched";

const UNTIL_WRITTEN_MILLIS = 500;

export function WatchView({ runs }: { readonly runs: readonly string[] }) {
  return (
    <div class={runs.length > 1 ? "beside" : undefined}>
      {runs.map((run) => <Kept key={run} run={run} />)}
    </div>
  );
}

function Kept({ run }: { readonly run: string }) {
  const { watch: say, kind: kinds } = words.value;
  const kept = useSignal<KeptRun | undefined>(undefined);
  const problem = useSignal("");
  const isOver = useSignal(false);
  const stand = useSignal<Stand>(START);
  const load = async (): Promise<void> => {
    await lab.connected();
    try {
      const [found] = await lab.list<KeptRun>("lab.history", { run, details: true, limit: 2 });
      kept.value = found;
      problem.value = found === undefined ? filled(say.unknown, { run }) : "";
    } catch (error) {
      problem.value = words.value.failed + (error instanceof LabFailure ? error.body.message : String(error));
    }
  };
  useEffect(() => void load(), [run]);
  const hasEnded = kept.value !== undefined && kept.value.state !== "going-on";
  useEffect(() => hasEnded ? forget(run) : undefined, [run, hasEnded]);
  // Its end is written a moment after it was told.
  const isUnwritten = isOver.value && kept.value?.state === "going-on";
  useEffect(() => {
    if (!isUnwritten) {
      return undefined;
    }
    void load();
    const again = setInterval(() => void load(), UNTIL_WRITTEN_MILLIS);
    return () => clearInterval(again);
  }, [isUnwritten]);

  const found = kept.value;
  if (found === undefined) {
    return problem.value === "" ? <p>{words.value.loading}</p> : <p class="error" role="alert">{problem.value}</p>;
  }
  const { work } = found;
  const end = (): void => {
    isOver.value = true;
  };
  const form = work.request === undefined || work.kind === "scenario" ? undefined : ofRequest(work.kind as Kind, work.request);
  return (
    <section aria-label={`${kinds[work.kind]} ${found.run}`} class="watched">
      <header>
        <h1>{work.workload} <small>{kinds[work.kind]} · {moment(found.time.startedMillis)}</small></h1>
        <p class="actions">
          <Standing run={found.run} state={found.state} stand={stand} />{" "}
          {form !== undefined && <a href={address(["start"], toQuery(form))}>{words.value.history.again}</a>}
        </p>
        {found.state === "going-on" && !isOver.value && <Steering run={found.run} isRun={work.kind === "run"} isLoaded={work.request?.["load"] != null} stand={stand} />}
        {found.note !== undefined && <p class="about">{found.note}</p>}
        {problem.value !== "" && <p class="error" role="alert">{problem.value}</p>}
      </header>
      {work.kind === "run" && <WatchedRun kept={found} end={end} stand={stand} />}
      {work.kind === "comparison" && <WatchedComparison kept={found} end={end} />}
      {work.kind === "scenario" && <WatchedScenario kept={found} end={end} />}
      {work.kind === "capacity" && <WatchedCapacity kept={found} end={end} />}
    </section>
  );
}

interface StandingProperties {
  readonly run: string;
  readonly state: State;
  readonly stand: ReadonlySignal<Stand>;
}

function Standing({ run, state, stand }: StandingProperties) {
  const { state: states, watch: say } = words.value;
  const isPaused = state === "going-on" && pause(stand.value, told.value[run]).is === "told";
  return <span class={`state ${state}`}>{isPaused ? say.standsStill : states[state]}</span>;
}
