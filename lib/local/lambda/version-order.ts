const DIGITS = 10;

/** A text that sorts as versions do: `$LATEST`, then numbers. */
export const versionOrder = (version: string): string => version.padStart(version.startsWith("$") ? 0 : DIGITS, "0");
