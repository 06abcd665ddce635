// A pipeline's stages, and where each of them runs, as the texts that the lab takes: `fetch:sleep=20ms,parse:burn=5ms` and
// `fetch@event-loop,parse@parallel`.

/** What a stage does: waits without a thread, computes, or holds its thread. */
export const ACTIONS = ["sleep", "burn", "block"] as const;
export type Action = (typeof ACTIONS)[number];

export interface Stage {
  readonly name: string;
  readonly action: Action;
  readonly time: string;
}

const STAGE = /^\s*([\w-]+):(sleep|burn|block)=(\S+)\s*$/;

/** The stages that a text declares; undefined where it can't be read: whoever typed it is told by the lab. */
export function stages(text: string): readonly Stage[] | undefined {
  const found = text.split(",").map((part) => STAGE.exec(part));
  return found.every((match) => match !== null)
    ? found.map((match) => ({ name: match![1]!, action: match![2] as Action, time: match![3]! }))
    : undefined;
}

export function stagesText(all: readonly Stage[]): string {
  return all.map(({ name, action, time }) => `${name}:${action}=${time}`).join(",");
}

/** A name that no stage has yet. */
export function freeName(all: readonly Stage[]): string {
  for (let number = all.length + 1; ; number++) {
    const name = `stage-${number}`;
    if (all.every((stage) => stage.name !== name)) {
      return name;
    }
  }
}

/** Stands for all placements, of which the best is looked for. */
export const BEST = "best";

/** Where each of these stages is placed; one that is not named stays with the one before it. */
export function placed(placement: string, names: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (!placement.includes("@")) {
    if (placement !== "") {
      names.slice(0, 1).forEach((name) => found.set(name, placement));
    }
    return found;
  }
  // A comma also stands between the settings of a lane: what names no stage belongs to the lane before it.
  let last: string | undefined;
  for (const part of placement.split(",")) {
    const [name = "", lane] = part.split("@", 2);
    if (lane !== undefined) {
      last = name.trim();
      found.set(last, lane);
    } else if (last !== undefined) {
      found.set(last, `${found.get(last) ?? ""},${part}`);
    }
  }
  return found;
}

/** The placement with this stage on this lane; an empty lane leaves it with the one before it. */
export function place(placement: string, names: readonly string[], stage: string, lane: string): string {
  const where = new Map(placed(placement, names));
  if (lane === "") {
    where.delete(stage);
  } else {
    where.set(stage, lane);
  }
  return names.flatMap((name) => (where.has(name) ? [`${name}@${where.get(name)!}`] : [])).join(",");
}
