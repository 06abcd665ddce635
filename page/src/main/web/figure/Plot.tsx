// A plot of lines over a common axis, by uPlot, and the table of what it shows.
import { useEffect, useRef } from "preact/hooks";
import uPlot from "uplot";
import { colour, dark } from "../state/theme";
import { language } from "../words/words";
import { Table } from "./Table";

export interface Series {
  readonly label: string;
  readonly colour: string;
  readonly values: readonly (number | null)[];
  /** Points without a line between them. */
  readonly isDots?: boolean;
  /** Faint: the edge of a band. */
  readonly isEdge?: boolean;
  readonly scale?: string;
}

interface Properties {
  readonly title: string;
  readonly about?: string;
  readonly xLabel: string;
  readonly x: readonly number[];
  readonly series: readonly Series[];
  /** Pairs of series between which it is filled: the upper one, the lower one. */
  readonly bands?: readonly (readonly [number, number])[];
  readonly isLogarithmic?: boolean;
  /** What is counted on the axis below has no halves. */
  readonly isWhole?: boolean;
  readonly isTime?: boolean;
  /** Where a line is drawn across: a name and a value of the axis on the left. */
  readonly mark?: number;
  /** Where lines are drawn upright. */
  readonly cuts?: readonly number[];
  readonly say?: (value: number) => string;
  readonly sayX?: (value: number) => string;
  readonly height?: number;
}

const HEIGHT = 220;
/** Of a table beside a plot; the newest rows. */
const MOST_ROWS = 200;

function options(properties: Properties, width: number): uPlot.Options {
  const { series, isLogarithmic, isTime, bands = [], mark, cuts = [], xLabel } = properties;
  const text = colour("text");
  const grid = { stroke: colour("line"), width: 1 };
  const font = `${getComputedStyle(document.documentElement).fontSize} system-ui, sans-serif`;
  const axis = { stroke: text, grid, ticks: grid, font, labelFont: font };
  const scales = new Set(series.map(({ scale = "y" }) => scale));
  return {
    width,
    height: properties.height ?? HEIGHT,
    scales: {
      x: { time: isTime === true },
      ...Object.fromEntries([...scales].map((name) => [name, { distr: isLogarithmic === true ? 3 : 1 } as uPlot.Scale])),
    },
    axes: [
      { ...axis, label: xLabel, ...(properties.isWhole === true ? { incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000] } : {}) },
      ...[...scales].map((scale, at) => ({ ...axis, scale, side: at === 0 ? 3 : 1, size: 64, grid: at === 0 ? grid : { show: false } }) as uPlot.Axis),
    ],
    legend: { show: false },
    cursor: { drag: { x: false, y: false } },
    series: [
      {},
      ...series.map(
        (each): uPlot.Series => ({
          label: each.label,
          scale: each.scale ?? "y",
          stroke: each.colour,
          width: each.isEdge === true ? 0.5 : 2,
          spanGaps: false,
          ...(each.isDots === true ? { paths: () => null, points: { show: true, size: 6, fill: each.colour } } : { points: { show: each.values.length < 40 && each.isEdge !== true, size: 5 } }),
        }),
      ),
    ],
    bands: bands.map(([upper, lower]) => ({ series: [upper + 1, lower + 1], fill: `${series[upper]?.colour ?? text}22` })),
    hooks: { draw: [(plot) => lines(plot, mark, cuts)] },
  };
}

function lines(plot: uPlot, mark: number | undefined, cuts: readonly number[]): void {
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.strokeStyle = colour("text");
  ctx.setLineDash([4, 4]);
  ctx.beginPath();
  if (mark !== undefined) {
    const y = plot.valToPos(mark, "y", true);
    if (y >= bbox.top && y <= bbox.top + bbox.height) {
      ctx.moveTo(bbox.left, y);
      ctx.lineTo(bbox.left + bbox.width, y);
    }
  }
  for (const cut of cuts) {
    const x = plot.valToPos(cut, "x", true);
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
  }
  ctx.stroke();
  ctx.restore();
}

export function Plot(properties: Properties) {
  const { title, about, xLabel, x, series, say = String, sayX = String } = properties;
  const place = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>();
  const data = [x, ...series.map(({ values }) => values)] as unknown as uPlot.AlignedData;
  // What the plot is made of; the values alone are set, the rest makes it anew.
  const shape = JSON.stringify([dark.value, language.value, title, series.map(({ values: _, ...rest }) => rest), properties.mark, properties.cuts, properties.bands]);

  useEffect(() => {
    const element = place.current;
    if (element === null) {
      return;
    }
    const made = new uPlot(options(properties, element.clientWidth), data, element);
    plot.current = made;
    const watching = new ResizeObserver(() => made.setSize({ width: element.clientWidth, height: properties.height ?? HEIGHT }));
    watching.observe(element);
    return () => {
      watching.disconnect();
      made.destroy();
    };
  }, [shape]);

  useEffect(() => plot.current?.setData(data), [x, ...series.map(({ values }) => values)]);

  const shown = series.filter(({ isEdge }) => isEdge !== true);
  const from = Math.max(0, x.length - MOST_ROWS);
  return (
    <figure class="plot">
      <figcaption>{title}</figcaption>
      {about !== undefined && <p class="about">{about}</p>}
      <ul class="legend" aria-hidden="true">
        {shown.map((each) => <li key={each.label}><svg width="12" height="12"><rect width="12" height="12" fill={each.colour} /></svg> {each.label}</li>)}
      </ul>
      <div ref={place} role="img" aria-label={title} />
      <Table
        caption={title}
        columns={[xLabel, ...series.map(({ label }) => label)]}
        rows={() => x.slice(from).map((at, row) => [sayX(at), ...series.map(({ values }) => {
          const value = values[from + row];
          return value === null || value === undefined ? "" : say(value);
        })])}
      />
    </figure>
  );
}
