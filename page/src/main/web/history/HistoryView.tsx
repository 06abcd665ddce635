// What is kept: filtered, opened, submitted again, set side by side, deleted; and a workload's trend.
import { signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { LabFailure } from "../wire/lab";
import type { KeptRun } from "../wire/types";
import { moment } from "../figure/format";
import { address, go, place, rewrite } from "../state/router";
import { lab } from "../state/lab";
import { ofRequest, toQuery, type Kind } from "../start/request";
import { filled, words } from "../words/words";
import { outcome } from "./outcome";
import { Trend } from "./Trend";

const KINDS = ["run", "comparison", "capacity", "scenario"] as const;
const STATES = ["going-on", "completed", "failed", "cancelled", "broken", "lost"] as const;
const FILTERS = ["workload", "lane", "kind", "state"] as const;
const PAGE = 50;

const runs = signal<readonly KeptRun[] | undefined>(undefined);
const problem = signal("");

async function load(query: URLSearchParams, limit: number): Promise<void> {
  await lab.connected();
  const asked = Object.fromEntries(FILTERS.flatMap((name) => {
    const value = query.get(name);
    return value === null || value === "" ? [] : [[name, value]];
  }));
  try {
    runs.value = await lab.list<KeptRun>("lab.history", { ...asked, limit, details: true });
    problem.value = "";
  } catch (error) {
    problem.value = error instanceof LabFailure ? error.body.message : String(error);
  }
}

export function HistoryView() {
  const { history: say, state: states, kind: kinds } = words.value;
  const query = place.value.query;
  const limit = useSignal(PAGE);
  const marked = useSignal<readonly string[]>([]);
  const told = useSignal("");
  const again = (): void => void load(query, limit.value);
  useEffect(again, [query.toString(), limit.value]);
  const filter = (name: string, value: string): void => {
    const changed = new URLSearchParams(query);
    if (value === "") {
      changed.delete(name);
    } else {
      changed.set(name, value);
    }
    rewrite(changed);
    place.value = { path: place.value.path, query: changed };
  };
  const remove = async (run: string): Promise<void> => {
    if (!confirm(filled(say.removeAsk, { run }))) {
      return;
    }
    try {
      await lab.answer("lab.remove", { run });
      told.value = filled(say.removed, { run });
      again();
    } catch (error) {
      told.value = words.value.failed + (error instanceof LabFailure ? error.body.message : String(error));
    }
  };
  const mark = (run: string, isOn: boolean): void => {
    marked.value = isOn ? [...marked.value, run].slice(-2) : marked.value.filter((each) => each !== run);
  };
  const workload = query.get("workload");

  return (
    <section aria-labelledby="history-title">
      <h1 id="history-title">{say.title}</h1>
      <form class="filter" aria-label={say.filter} onSubmit={(event) => event.preventDefault()}>
        {(["workload", "lane"] as const).map((name) => (
          <label key={name}>{say[name]} <input type="search" value={query.get(name) ?? ""} onChange={(event) => filter(name, event.currentTarget.value)} /></label>
        ))}
        <Choice label={say.kind} value={query.get("kind") ?? ""} options={KINDS.map((id) => [id, kinds[id]])} change={(value) => filter("kind", value)} />
        <Choice label={say.state} value={query.get("state") ?? ""} options={STATES.map((id) => [id, states[id]])} change={(value) => filter("state", value)} />
      </form>
      <p role="status" class="about">{told.value}</p>
      {problem.value !== "" && <p class="error" role="alert">{words.value.failed}{problem.value}</p>}
      {runs.value === undefined ? problem.value === "" && <p>{words.value.loading}</p> : runs.value.length === 0 ? <p>{say.empty}</p> : (
        <>
          <p class="actions">
            <button type="button" disabled={marked.value.length !== 2} onClick={() => go(["watch", ...marked.value])}>{say.compare}</button>{" "}
            <span class="about">{say.compareHint}</span>
          </p>
          <div class="scroll" tabIndex={0} role="group" aria-label={say.title}>
            <table>
              <caption class="hidden">{say.title}</caption>
              <thead><tr>
                <th scope="col"><span class="hidden">{say.compare}</span></th>
                {[say.started, say.kind, say.workload, say.lanes, say.state, say.outcome, say.commit, say.note].map((column) => <th key={column} scope="col">{column}</th>)}
                <th scope="col"><span class="hidden">{say.remove}</span></th>
              </tr></thead>
              <tbody>{runs.value.map((kept) => (
                <Row key={kept.run} kept={kept} isMarked={marked.value.includes(kept.run)} mark={mark} remove={(run) => void remove(run)} />
              ))}</tbody>
            </table>
          </div>
          {runs.value.length === limit.value && <button type="button" onClick={() => (limit.value += PAGE)}>{say.more}</button>}
          {workload === null || workload === "" ? <p class="about">{say.trendChoose}</p> : <Trend workload={workload} runs={runs.value} />}
        </>
      )}
    </section>
  );
}

interface ChoiceProperties {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly change: (value: string) => void;
}

function Choice({ label, value, options, change }: ChoiceProperties) {
  return (
    <label>{label}{" "}
      <select value={value} onChange={(event) => change(event.currentTarget.value)}>
        <option value="">{words.value.history.any}</option>
        {options.map(([id, name]) => <option key={id} value={id}>{name}</option>)}
      </select>
    </label>
  );
}

interface RowProperties {
  readonly kept: KeptRun;
  readonly isMarked: boolean;
  readonly mark: (run: string, isOn: boolean) => void;
  readonly remove: (run: string) => void;
}

const COMMIT_LETTERS = 9;

function Row({ kept, isMarked, mark, remove }: RowProperties) {
  const { history: say, state: states, kind: kinds } = words.value;
  const { run, work } = kept;
  const query = work.request === undefined || work.kind === "scenario" ? undefined : toQuery(ofRequest(work.kind as Kind, work.request));
  return (
    <tr>
      <td>{work.kind === "comparison" && (
        <input type="checkbox" aria-label={filled(say.mark, { run })} checked={isMarked} onChange={(event) => mark(run, event.currentTarget.checked)} />
      )}</td>
      <th scope="row"><a href={address(["watch", run])}>{moment(kept.time.startedMillis)}</a></th>
      <td>{kinds[work.kind]}</td>
      <td>{work.workload}</td>
      <td>{work.lanes.join(", ")}</td>
      <td class={`state ${kept.state}`}>{states[kept.state]}</td>
      <td>{outcome(kept)}</td>
      <td><code>{kept.place.commit?.slice(0, COMMIT_LETTERS)}</code></td>
      <td>{kept.note}</td>
      <td><div class="actions">
        {query !== undefined && <a href={address(["start"], query)} aria-label={`${say.again}: ${run}`}>{say.again}</a>}{" "}
        <button type="button" aria-label={`${say.remove}: ${run}`} onClick={() => remove(run)}>{say.remove}</button>
      </div></td>
    </tr>
  );
}
