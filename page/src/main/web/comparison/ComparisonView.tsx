// A comparison: where the lanes stand, how the intervals narrow, the verdict in words, and what it rests on.
import type { ComponentChildren } from "preact";
import type { LaneVerdict, Standing } from "../wire/types";
import { bytes, count, ratio, time } from "../figure/format";
import { Copyable } from "../figure/Copyable";
import { inLine } from "../form/values";
import { Plot, type Series } from "../figure/Plot";
import { Rows, Table } from "../figure/Table";
import { laneColour } from "../state/theme";
import { counted, filled, words } from "../words/words";
import { dots, figures, standing, type Comparison } from "./model";
import { IntervalPlot } from "./IntervalPlot";

export function ComparisonView({ state, isOver }: { readonly state: Comparison; readonly isOver: boolean }) {
  const { started, verdict, turns } = state;
  if (started === undefined) {
    return <p>{words.value.loading}</p>;
  }
  const lanes = standing(state);
  return (
    <div class="comparison">
      <p class="about">
        {Object.entries(started.parameters).filter(([, value]) => !Array.isArray(value) || value.length > 0)
          .map(([name, value]) => `${name}=${inLine(value)}`).join(" ")}
        {` · ${started.machine.cpu}, ${started.machine.cpus} CPU, ${started.machine.jdk}`}
      </p>
      <Verdict state={state} isOver={isOver} />
      {lanes.length > 0 && (
        <IntervalPlot lanes={lanes} baseline={started.baseline} dots={dots(figures(state), started.baseline)} />
      )}
      {lanes.length > 0 && <StandingTable lanes={lanes} />}
      {verdict !== undefined && <Network lanes={verdict.lanes} tasks={started.tasks} />}
      {state.standings.length > 1 && <Narrowing state={state} baseline={started.baseline} />}
      <Findings state={state} />
      {turns.length > 0 && <Order state={state} />}
      {verdict !== undefined && verdict.samples.length > 0 && <Raw state={state} />}
    </div>
  );
}

function Verdict({ state: { verdict, turns, findings }, isOver }: { readonly state: Comparison; readonly isOver: boolean }) {
  const say = words.value.comparison;
  const last = turns[turns.length - 1];
  if (verdict === undefined) {
    const now = isOver ? say.noVerdict : last === undefined ? say.waiting : filled(last.warmup ? say.warmup : say.round, { round: last.round, lane: last.lane });
    return (
      <div class="verdict">
        <p role="status">{findings.length > 0 && !isOver ? say.explaining : now}</p>
        {!isOver && <progress aria-label={now} />}
      </div>
    );
  }
  return (
    <div class="verdict">
      <div role="status">
        <h2>{verdict.recommended === null ? say.noRecommendation : filled(say.recommended, { lane: verdict.recommended })}</h2>
        <p class="reason">{verdict.reason}</p>
      </div>
      {(verdict.failures ?? []).map((failure) => (
        <p key={failure.lane} class="error">{filled(counted(say.failures, failure.tasks), { ...failure })}</p>
      ))}
      {verdict.recommendation !== undefined && <Copyable label={say.code} text={verdict.recommendation.code} />}
      {verdict.recommendation?.note !== undefined && <p class="about">{verdict.recommendation.note}</p>}
      {verdict.warnings.length > 0 && (
        <details>
          <summary>{say.warnings} ({verdict.warnings.length})</summary>
          <ul>{verdict.warnings.map(({ code, message }) => <li key={code + message}>{message}</li>)}</ul>
        </details>
      )}
    </div>
  );
}

function interval(lane: Standing): string {
  return lane.low === undefined || lane.high === undefined
    ? ""
    : `${ratio(lane.low)} ${words.value.comparison.to} ${ratio(lane.high)}`;
}

function StandingTable({ lanes }: { readonly lanes: readonly (Standing | LaneVerdict)[] }) {
  const { comparison: say, outcome } = words.value;
  const isVerdict = lanes.some((lane) => "outcome" in lane);
  const columns = [say.lane, say.median, say.ratio, say.interval, say.roundsColumn];
  return (
    <Rows
      caption={say.plot}
      columns={isVerdict ? [...columns, say.outcome, say.bystander, say.cpu, say.threads, say.allocated] : columns}
      rows={lanes.map((lane) => [
        lane.lane,
        time(lane.medianNanos),
        ratio(lane.ratio),
        interval(lane),
        count(lane.rounds),
        ...("outcome" in lane
          ? [outcome[lane.outcome], time(lane.bystander?.p99Nanos), ratio(lane.cpu), count(lane.peakThreads), bytes(lane.allocatedBytes)]
          : []),
      ])}
    />
  );
}

// What lies between the lab and where tasks ran: a row for each lane that has a network.
function Network({ lanes, tasks }: { readonly lanes: readonly LaneVerdict[]; readonly tasks: number }) {
  const say = words.value.comparison;
  const rows = lanes.flatMap(({ lane, network }) => network === undefined ? [] : [[
    lane,
    time(network.roundTripNanos),
    bytes(network.sentBytes),
    bytes(network.receivedBytes),
    bytes(Math.round(network.sentBytes / tasks)),
    bytes(Math.round(network.receivedBytes / tasks)),
  ]]);
  return rows.length === 0 ? null : (
    <Rows
      caption={say.network}
      columns={[say.network, say.roundTrip, say.sent, say.received, say.sentTask, say.receivedTask]}
      rows={rows}
    />
  );
}

function Narrowing({ state: { standings, started }, baseline }: { readonly state: Comparison; readonly baseline: string }) {
  const say = words.value.comparison;
  const lanes = (started?.lanes ?? []).filter((lane) => lane !== baseline);
  const series: Series[] = [];
  const bands: [number, number][] = [];
  for (const lane of lanes) {
    const at = standings.map((after) => after.lanes.find((each) => each.lane === lane));
    const tint = laneColour((started?.lanes ?? []).indexOf(lane));
    bands.push([series.length + 1, series.length + 2]);
    series.push(
      { label: lane, colour: tint, values: at.map((each) => each?.ratio ?? null) },
      { label: `${lane}, 97.5 %`, colour: tint, isEdge: true, values: at.map((each) => each?.high ?? null) },
      { label: `${lane}, 2.5 %`, colour: tint, isEdge: true, values: at.map((each) => each?.low ?? null) },
    );
  }
  return (
    <Plot title={say.intervals} xLabel={say.roundsColumn} x={standings.map(({ round }) => round)} series={series} bands={bands}
      mark={1} isWhole say={ratio} sayX={count} />
  );
}

function Findings({ state: { findings, proofs } }: { readonly state: Comparison }) {
  const { comparison: say, result } = words.value;
  if (findings.length === 0) {
    return null;
  }
  return (
    <Section title={say.findings}>
      <ul class="findings">
        {findings.map((finding) => (
          <li key={finding.seq}>
            <strong>{finding.lane}</strong>: {finding.reason}
            {(finding.at ?? []).length > 0 && (
              <details><summary>{say.stack}</summary><pre tabIndex={0}>{(finding.at ?? []).join("\n")}</pre></details>
            )}
            {proofs.filter(({ lane }) => lane === finding.lane).map((proof) => (
              <p key={proof.seq} class="proof">{say.proof}: {result[proof.result]}. {proof.reason}</p>
            ))}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Order({ state: { turns } }: { readonly state: Comparison }) {
  const say = words.value.comparison;
  const rows = new Map<string, string[]>();
  for (const { round, lane, warmup } of turns) {
    const name = warmup ? `${say.warmupShort} ${round}` : String(round);
    rows.set(name, [...(rows.get(name) ?? []), lane]);
  }
  return (
    <Section title={say.order}>
      <Table caption={say.order} columns={[say.roundsColumn, say.lanes]} rows={() => [...rows].map(([name, lanes]) => [name, lanes.join(" → ")])} />
    </Section>
  );
}

function Raw({ state: { verdict } }: { readonly state: Comparison }) {
  const say = words.value.comparison;
  return (
    <Section title={say.raw}>
      <Table
        caption={say.raw}
        columns={[say.roundsColumn, say.lane, say.wall, say.cpu, say.threads, say.allocated, say.bystander]}
        rows={() => (verdict?.samples ?? []).map((sample) => [
          count(sample.round), sample.lane, time(sample.wallNanos), ratio(sample.cpu), count(sample.peakThreads),
          bytes(sample.allocatedBytes), time(sample.bystander?.p99Nanos),
        ])}
      />
    </Section>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return <div><h2>{title}</h2>{children}</div>;
}
