/** A parsed filter pattern of CloudWatch Logs. */
export interface FilterPattern {
  matches(message: string): boolean;
  /** Texts that every matching message contains; for a search that wants to skip quickly what cannot match. */
  readonly containing: readonly string[];
}

/** The pattern is not one; `message` says why. */
export class FilterPatternError extends Error {
  override name = "FilterPatternError";
}
