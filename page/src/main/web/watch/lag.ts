// How far a viewer is behind: events say when they happened, and the quickest of them how long that takes.

export class Lag {
  private least = Infinity;

  /**
   * @param atNanos when the event happened, since the run's start
   * @param nowMillis of a clock that never goes back
   */
  seconds(atNanos: number, nowMillis: number): number {
    const age = nowMillis - atNanos / 1e6;
    this.least = Math.min(this.least, age);
    return (age - this.least) / 1000;
  }
}
