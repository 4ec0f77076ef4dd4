export const USAGE: string;
export class UsageError extends Error {}
export type Options =
  | { help: true }
  | {
      help: false;
      suite: string;
      connection: string;
      qualifier?: string;
      failedOnly: boolean;
      concurrency?: number;
      junit?: string;
      json?: string;
      url: string;
    };
export function readArguments(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Options;
