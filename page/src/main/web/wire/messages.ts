// What the page and its worker say to each other. The worker speaks RSocket; the page never parses a frame.

/** Why something was refused or broke, as the lab's error frames have it. */
export interface LabError {
  readonly code: string;
  readonly message: string;
  readonly fields?: readonly FieldError[];
}

export interface FieldError {
  readonly field: string;
  readonly value?: unknown;
  readonly message: string;
}

export type ToWorker =
  | { readonly kind: "connect"; readonly url: string; readonly token?: string }
  | { readonly kind: "ask"; readonly id: number; readonly route: string; readonly data: unknown; readonly many: boolean }
  /** So many answers were used: as many more may come. */
  | { readonly kind: "used"; readonly id: number; readonly answers: number }
  | { readonly kind: "cancel"; readonly id: number };

export type FromWorker =
  | { readonly kind: "connection"; readonly state: ConnectionState; readonly error?: LabError }
  /** What is left of so many answers. */
  | { readonly kind: "events"; readonly id: number; readonly events: readonly unknown[]; readonly taken: number }
  | { readonly kind: "end"; readonly id: number; readonly error?: LabError };

export type ConnectionState = "connecting" | "connected" | "lost" | "refused";
