// A workload's times over kept comparisons, as a plot.
import type { KeptRun } from "../wire/types";
import { moment, time } from "../figure/format";
import { Plot } from "../figure/Plot";
import { laneColour } from "../state/theme";
import { filled, words } from "../words/words";
import { trend } from "./series";

export function Trend({ workload, runs }: { readonly workload: string; readonly runs: readonly KeptRun[] }) {
  const say = words.value.history;
  const { x, lanes, cuts } = trend(workload, runs);
  if (x.length < 2) {
    return null;
  }
  return (
    <Plot title={filled(say.trend, { workload })} about={say.trendHint} xLabel={say.started} x={x} cuts={cuts} isTime isLogarithmic
      series={lanes.map(({ lane, millis }, at) => ({ label: `${lane}, ms`, colour: laneColour(at), values: millis }))}
      say={(millis) => time(millis * 1e6)} sayX={(seconds) => moment(seconds * 1000)} />
  );
}
