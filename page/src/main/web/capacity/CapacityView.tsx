// A search for capacities: latency over rate for each lane, the objective, and what keeps up.
import { ratio, time } from "../figure/format";
import { Plot } from "../figure/Plot";
import { Rows, Table } from "../figure/Table";
import { laneColour, dark } from "../state/theme";
import { filled, words } from "../words/words";
import { boundMillis, latencyName, nanos, type Capacity, type LaneCapacity, type Step } from "./model";

export function CapacityView({ state, isOver }: { readonly state: Capacity; readonly isOver: boolean }) {
  const say = words.value.capacity;
  void dark.value; // colours are read where plots are made
  const { started, now, found } = state;
  if (started === undefined) {
    return <p>{words.value.loading}</p>;
  }
  const latency = filled(say.latency, { by: latencyName(state.steps) });
  const counted = state.steps.filter(({ warmup }) => !warmup);
  return (
    <div class="capacity">
      <p class="about">{say.slo}: {started.slo.join(", ")}</p>
      {!isOver && now !== undefined && (
        <><p role="status">{filled(say.step, { lane: now.lane, rate: ratio(now.perSecond) })}</p><progress aria-label={now.lane} /></>
      )}
      {found.length > 0 && (
        <Rows caption={say.bears} columns={[words.value.comparison.lane, say.met, say.missed]}
          rows={found.map((lane) => [lane.lane, rate(lane.metPerSecond), rate(lane.missedPerSecond)])} />
      )}
      {counted.length > 0 && <Curves started={started} steps={counted} found={found} latency={latency} />}
      <Table caption={say.plot}
        columns={[words.value.comparison.lane, say.rate, latency, words.value.comparison.outcome]}
        rows={() => state.steps.map((step) => [step.lane, ratio(step.perSecond), time(nanos(step)), outcome(step)])} />
    </div>
  );
}

function rate(perSecond: number | undefined): string {
  return perSecond === undefined ? "" : `${ratio(perSecond)}/${words.value.seconds}`;
}

function outcome(step: Step): string {
  const { capacity: say, comparison } = words.value;
  return step.warmup ? comparison.warmupShort : step.failed.length > 0 || step.decision === "missed" ? say.missed : say.met;
}

interface CurveProperties {
  readonly started: NonNullable<Capacity["started"]>;
  readonly steps: readonly Step[];
  readonly found: readonly LaneCapacity[];
  readonly latency: string;
}

function Curves({ started, steps, found, latency }: CurveProperties) {
  const say = words.value.capacity;
  const x = [...new Set(steps.map(({ perSecond }) => perSecond))].sort((one, other) => one - other);
  const bound = boundMillis(started.slo);
  return (
    <Plot title={say.plot} xLabel={say.rate} x={x} isLogarithmic say={ratio} sayX={ratio}
      {...(bound === undefined ? {} : { mark: bound })}
      cuts={found.flatMap(({ metPerSecond }) => metPerSecond ?? [])}
      series={started.lanes.map((lane, at) => ({
        label: `${lane}, ${latency}`,
        colour: laneColour(at),
        isDots: true,
        values: x.map((perSecond) => {
          // Of several steps at a rate, the newest.
          const at = nanos(steps.filter((step) => step.lane === lane && step.perSecond === perSecond).at(-1) ?? ({} as Step));
          return at === undefined || at <= 0 ? null : at / 1e6;
        }),
      }))} />
  );
}
