// What of a batch of events a page needs: of a task's progress the newest, of items how many there are. Whatever ends or
// starts something stays, so that a page that lags is behind and not wrong.

interface Event {
  readonly type?: unknown;
  readonly task?: unknown;
  readonly items?: unknown;
}

function isProgress({ type }: Event): boolean {
  return type === "task-progress";
}

/** Changes nothing of what it is given. */
export function conflated(batch: readonly unknown[]): unknown[] {
  const newest = new Map<unknown, unknown>();
  for (const event of batch as readonly Event[]) {
    if (isProgress(event)) {
      newest.set(event.task, event);
    }
  }
  return (batch as readonly Event[])
    .filter((event) => !isProgress(event) || newest.get(event.task) === event)
    .map((event) => (event.type === "task-items" && Array.isArray(event.items) ? { ...event, items: event.items.length } : event));
}
