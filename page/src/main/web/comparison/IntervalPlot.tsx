// Where each lane stands against the baseline: its interval as a bar, its median as a line, its rounds as dots. Drawn as wide
// as there is room, so that its text is as large as any other.
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
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

const ROW = 34;
const RIGHT = 20;
const WIDEST = 1000;
const NARROW = 560;
/** Of a letter, about; names that do not fit stand above their bars. */
const LETTER = 8;
const TOP = 8;
const TICKS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

/** Ratios are shown on a logarithmic axis: twice as fast is as far from 1 as twice as slow. */
export function scale(values: readonly number[], left: number, width: number): (value: number) => number {
  const low = Math.log(Math.min(0.8, ...values) * 0.9);
  const high = Math.log(Math.max(1.25, ...values) * 1.1);
  return (value) => left + ((Math.log(value) - low) / (high - low)) * (width - left - RIGHT);
}

export function IntervalPlot({ lanes, baseline, dots }: Properties) {
  const say = words.value.comparison;
  void dark.value; // colours are read where it is drawn
  const place = useRef<HTMLDivElement>(null);
  const room = useSignal(NARROW);
  useEffect(() => {
    const element = place.current;
    if (element === null) {
      return;
    }
    const watching = new ResizeObserver(() => (room.value = Math.min(WIDEST, element.clientWidth)));
    watching.observe(element);
    return () => watching.disconnect();
  }, []);
  const width = Math.max(200, room.value);
  const longest = Math.max(...lanes.map(({ lane }) => lane.length)) * LETTER + 16;
  const isAbove = longest > width / 3;
  const left = isAbove ? RIGHT : longest;
  const row = isAbove ? ROW + 18 : ROW;
  const at = scale(lanes.flatMap(({ ratio: middle, low, high }) => [middle, low ?? middle, high ?? middle]).concat(dots.map((dot) => dot.ratio)), left, width);
  const height = TOP + lanes.length * row + 24;
  const bottom = height - 22;
  let taken = -Infinity;
  const ticks = TICKS.filter((tick) => {
    const isSeen = at(tick) >= left && at(tick) <= width - RIGHT && at(tick) > taken + 40;
    taken = isSeen ? at(tick) : taken;
    return isSeen;
  });
  const inside = (value: number): number => Math.max(left, Math.min(width - RIGHT, at(value)));
  return (
    <figure class="plot">
      <figcaption>{say.plot}</figcaption>
      <p class="about">{filled(say.plotHint, { baseline })}</p>
      <div ref={place}><svg width={width} height={height} role="img" aria-label={say.plot} class="intervals">
        {ticks.map((tick) => (
          <g key={tick}>
            <line x1={at(tick)} x2={at(tick)} y1={TOP} y2={bottom} class={tick === 1 ? "one" : "grid"} />
            <text x={at(tick)} y={height - 6} text-anchor="middle">{ratio(tick)}</text>
          </g>
        ))}
        {lanes.map((lane, index) => {
          const y = TOP + (index + 1) * row - ROW / 2;
          const fill = laneColour(index);
          return (
            <g key={lane.lane}>
              {isAbove
                ? <text x={0} y={y - 18}>{fitting(lane.lane, width)}</text>
                : <text x={left - 10} y={y + 4} text-anchor="end">{lane.lane}</text>}
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
      </svg></div>
    </figure>
  );
}

function fitting(name: string, width: number): string {
  const most = Math.floor(width / LETTER);
  return name.length <= most ? name : `${name.slice(0, most - 1)}…`;
}
