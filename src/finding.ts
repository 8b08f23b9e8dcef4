import type { Text } from "./language";

/** How much a finding matters: an error stops the figure, a warning may change it, a note explains it. */
export type Severity = "error" | "warning" | "note";

/** Something the user should know: what it is, where it stands and what to do about it. */
export interface Finding {
  readonly severity: Severity;
  /** Stable word for scripts, for example `unit-missing`. */
  readonly code: string;
  /** Excel address with its sheet, for example `'Haushalt'!F12`. */
  readonly cell?: string;
  readonly message: Text;
  /** Id of the scenario it is about, where it is about one. */
  readonly scenario?: string;
}

/**
 * An input that cannot be used: says what, why and what to do now.
 * Everything a user can cause is thrown as this class; any other error is a fault of the program.
 */
export class RefusedError extends Error {
  readonly text: Text;
  readonly findings: readonly Finding[];

  constructor(text: Text, findings: readonly Finding[] = []) {
    super(text.en);
    this.name = "RefusedError";
    this.text = text;
    this.findings = findings;
  }
}
