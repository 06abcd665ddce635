// A run: its tasks, what comes out of them, what they do to the bystander, and what they take.
import { useMemo } from "preact/hooks";
import { count, ratio, time } from "../figure/format";
import { Plot } from "../figure/Plot";
import { colour, dark, laneColour } from "../state/theme";
import { counted, filled, words } from "../words/words";
import type { Pulses as PulseSeries, RunModel } from "./model";
import { Timeline } from "./Timeline";

interface Properties {
  readonly model: RunModel;
  /** Grows whenever the model has changed. */
  readonly version: number;
  readonly isOver: boolean;
}

export function RunView({ model, version, isOver }: Properties) {
  const say = words.value.run;
  void dark.value; // colours are read where plots are made
  const { started, finished, pulses } = model;
  // Plots change when there is another pulse or another bucket, which is a few times a second, and not with each frame.
  const plots = useMemo(() => <Plots model={model} pulses={pulses.total} buckets={model.buckets} isOver={isOver} />, [model, pulses.total, model.buckets, isOver, dark.value, words.value]);
  if (started === undefined) {
    return <p>{words.value.loading}</p>;
  }
  return (
    <div class="run">
      <p role="status">
        <strong>{started.lane}</strong> · {finished === undefined
          ? filled(counted(say.tasks, started.tasks), { done: count(model.done), tasks: count(started.tasks) })
          : filled(say.end, {
              status: words.value.state[finished.status],
              tasks: filled(counted(say.endTasks, finished.summary.tasks), { count: count(finished.summary.tasks) }),
              items: filled(counted(say.endItems, finished.summary.items), { count: count(finished.summary.items) }),
              time: time(finished.summary.wallNanos),
            })}
      </p>
      {finished === undefined && !isOver && <progress aria-label={say.count} max={Math.max(1, started.tasks)} value={model.done} />}
      <Timeline model={model} version={version} isOver={isOver} />
      <Failures model={model} version={version} />
      {plots}
    </div>
  );
}

interface PlotsProperties {
  readonly model: RunModel;
  /** How many there have been. The model stays the same object: what reads signals is drawn anew where its properties differ. */
  readonly pulses: number;
  readonly buckets: number;
  readonly isOver: boolean;
}

function Plots({ model, pulses, isOver }: PlotsProperties) {
  const say = words.value.run;
  const { seconds, items, events } = model.throughput();
  return (
    <div class="plots">
      <Plot title={say.throughput} xLabel={`${say.time}, ${words.value.seconds}`} x={seconds} sayX={ratio} say={ratio}
        series={[
          { label: say.items, colour: laneColour(0), values: items },
          { label: say.events, colour: laneColour(1), values: events },
        ]} />
      {pulses === 0 && isOver ? <p class="about">{say.tooShort}</p> : <Pulses series={model.pulses} pulses={pulses} stalls={model.stalls} />}
    </div>
  );
}

function Pulses({ series: pulses, stalls }: { readonly series: PulseSeries; readonly pulses: number; readonly stalls: number }) {
  const say = words.value.run;
  const x = [...pulses.seconds];
  return (
    <>
      <Plot title={say.latency} about={filled(say.stalls, { count: stalls })} xLabel={`${say.time}, ${words.value.seconds}`} x={x}
        isLogarithmic mark={50} sayX={ratio} say={ratio}
        series={[
          { label: `${say.bystander}, p50`, colour: laneColour(2), values: positive(pulses.p50) },
          { label: filled(say.most, { name: say.bystander }), colour: laneColour(0), values: positive(pulses.max) },
          ...[...pulses.canaries.values()].map((line, at) => ({
            label: filled(say.most, { name: filled(say.canary[line.kind], { on: line.on }) }),
            colour: laneColour(1 + 3 * at),
            values: positive(line.max),
          })),
          { label: say.stall, colour: colour("bad"), values: [...pulses.stall], isDots: true },
        ]} />
      <Plot title={say.use} xLabel={`${say.time}, ${words.value.seconds}`} x={x} sayX={ratio} say={ratio}
        series={[{ label: say.cpu, colour: laneColour(0), values: [...pulses.cpu] }]} />
      <Plot title={say.vitals} xLabel={`${say.time}, ${words.value.seconds}`} x={x} sayX={ratio} say={ratio}
        series={[
          { label: say.threads, colour: laneColour(2), values: [...pulses.threads] },
          { label: say.heap, colour: laneColour(4), values: [...pulses.heap], scale: "heap" },
        ]} />
    </>
  );
}

/** A logarithmic axis has no zero: where the bystander said nothing there is no point. */
function positive(values: readonly (number | null)[]): (number | null)[] {
  return values.map((value) => (value !== null && value > 0 ? value : null));
}

function Failures({ model }: { readonly model: RunModel; readonly version: number }) {
  const say = words.value.run;
  return (
    <>
      {model.failures.length > 0 && (
        <details open>
          <summary>{say.failures} ({count(model.failed)})</summary>
          <ul>{model.failures.map(({ task, error }) => (
            <li key={task}>{say.task} {task}: {error.message}{error.at !== undefined && <pre tabIndex={0}>{error.at.join("\n")}</pre>}</li>
          ))}</ul>
        </details>
      )}
      {model.silent.size > 0 && (
        <details open>
          <summary>{say.silent} ({count(model.silent.size)})</summary>
          <ul>{[...model.silent].slice(0, 20).map(([task, { thread, nanos, at }]) => (
            <li key={task}>{say.task} {task}, {thread}, {time(nanos)}<pre tabIndex={0}>{at.join("\n")}</pre></li>
          ))}</ul>
        </details>
      )}
    </>
  );
}
