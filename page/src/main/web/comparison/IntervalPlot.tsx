// Where each lane stands against the baseline: its interval as a bar, its median as a line, its rounds as dots.
import type { Standing } from "../wire/types";
import { ratio } from "../figure/format";
import { laneColour, dark } from "../state/theme";
import { filled, words } from "../words/words";
import type { Dot } from "./model";

interface Properties {
  readonly lanes: readonly Standing[];
  readonly baseline: string;
  readonly dots: readonly Dot[];
}

const WIDTH = 640;
const ROW = 34;
const LEFT = 150;
const RIGHT = 20;
const TOP = 8;
const TICKS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

/** Ratios are shown on a logarithmic axis: twice as fast is as far from 1 as twice as slow. */
export function scale(values: readonly number[]): (value: number) => number {
  const low = Math.log(Math.min(0.8, ...values) * 0.9);
  const high = Math.log(Math.max(1.25, ...values) * 1.1);
  return (value) => LEFT + ((Math.log(value) - low) / (high - low)) * (WIDTH - LEFT - RIGHT);
}

export function IntervalPlot({ lanes, baseline, dots }: Properties) {
  const say = words.value.comparison;
  void dark.value; // colours are read where it is drawn
  const at = scale(lanes.flatMap(({ ratio: middle, low, high }) => [middle, low ?? middle, high ?? middle]));
  const height = TOP + lanes.length * ROW + 24;
  const bottom = height - 22;
  const ticks = TICKS.filter((tick) => at(tick) >= LEFT && at(tick) <= WIDTH - RIGHT);
  const inside = (value: number): number => Math.max(LEFT, Math.min(WIDTH - RIGHT, at(value)));
  return (
    <figure class="plot">
      <figcaption>{say.plot}</figcaption>
      <p class="about">{filled(say.plotHint, { baseline })}</p>
      <svg viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={say.plot} class="intervals">
        {ticks.map((tick) => (
          <g key={tick}>
            <line x1={at(tick)} x2={at(tick)} y1={TOP} y2={bottom} class={tick === 1 ? "one" : "grid"} />
            <text x={at(tick)} y={height - 6} text-anchor="middle">{ratio(tick)}</text>
          </g>
        ))}
        {lanes.map((lane, row) => {
          const y = TOP + row * ROW + ROW / 2;
          const fill = laneColour(row);
          return (
            <g key={lane.lane}>
              <text x={LEFT - 8} y={y + 4} text-anchor="end">{shortened(lane.lane)}</text>
              {lane.low !== undefined && lane.high !== undefined && (
                <rect x={inside(lane.low)} width={Math.max(2, inside(lane.high) - inside(lane.low))} y={y - 9} height={18} fill={fill} opacity={0.35} />
              )}
              <line x1={inside(lane.ratio)} x2={inside(lane.ratio)} y1={y - 12} y2={y + 12} stroke={fill} stroke-width={3} />
              {dots.filter((dot) => dot.lane === lane.lane).map((dot) => (
                <circle key={dot.round} cx={inside(dot.ratio)} cy={y + ((dot.round % 5) - 2) * 3} r={2.5} fill={fill} />
              ))}
            </g>
          );
        })}
      </svg>
    </figure>
  );
}

const LONGEST = 20;

function shortened(name: string): string {
  return name.length <= LONGEST ? name : `${name.slice(0, LONGEST - 1)}…`;
}
