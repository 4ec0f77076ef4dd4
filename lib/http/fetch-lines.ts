import type { z } from "zod";
import { AppError } from "@/lib/errors";
import { errorOf, send } from "./fetch-json";

/** Reads newline-delimited JSON from one of Warmstart's own routes, line by line as it comes. Aborting ends it without an error. */
export async function fetchLines<S extends z.ZodType>(url: string, schema: S, onLine: (line: z.output<S>) => void, signal: AbortSignal): Promise<void> {
  try {
    const response = await send(url, { signal });
    if (!response.ok || !response.body) throw errorOf(response.status, await response.json().catch(() => undefined));
    let rest = "";
    for (const reader = response.body.pipeThrough(new TextDecoderStream()).getReader(); ; ) {
      const { done, value } = await reader.read();
      if (done) return;
      const lines = (rest + value).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) onLine(parseLine(schema, line));
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

function parseLine<S extends z.ZodType>(schema: S, line: string): z.output<S> {
  const parsed = schema.safeParse(JSON.parse(line));
  if (parsed.success) return parsed.data;
  throw new AppError("internal", "The server's answer has an unexpected form.", { hint: "Reload the page: it may be older than the server." });
}
