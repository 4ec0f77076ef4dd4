import "server-only";
import { NextResponse } from "next/server";
import type { z } from "zod";
import { AppError, type AppErrorCode, isAppError } from "@/lib/errors";
import { withPageOf } from "@/lib/page-of-request";
import { issueSentence } from "./issue-sentence";

interface RouteDefinition<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType> {
  params?: P;
  query?: Q;
  body?: B;
  /** Checked in development and tests: an answer that breaks the contract fails loudly there. */
  response?: R;
  /** Status of success; 200 when absent. */
  status?: number;
  run: (input: { params: z.output<P>; query: z.output<Q>; body: z.output<B>; signal: AbortSignal }) => Promise<z.input<R>>;
}

/** Status of each code; exhaustive, so that a new code does not compile until it has one. */
const STATUS: Record<AppErrorCode, number> = {
  bad_request: 400,
  forbidden_by_mode: 403,
  not_found: 404,
  conflict: 409,
  revision_conflict: 409,
  throttled: 429,
  access_denied: 403,
  credentials: 401,
  payload_too_large: 413,
  unreachable: 502,
  timeout: 504,
  aws_error: 502,
  internal: 500,
};

/** Builds a route handler: parse, run, answer JSON. Query values that repeat become arrays. */
export function defineRoute<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  definition: RouteDefinition<P, Q, B, R>,
) {
  return async (request: Request, context: { params: Promise<Record<string, unknown>> }) => {
    try {
      const input = {
        params: parse(definition.params, await context.params, "address"),
        query: parse(definition.query, queryObject(new URL(request.url).searchParams), "query"),
        body: definition.body ? parse(definition.body, await readJson(request), "body") : undefined,
        signal: request.signal,
      };
      const result = await withPageOf(request, () => definition.run(input as never));
      if (process.env.NODE_ENV !== "production") definition.response?.parse(result);
      return NextResponse.json(result ?? {}, { status: definition.status ?? 200, headers: NO_STORE });
    } catch (error) {
      return errorResponse(error);
    }
  };
}

/** Answers belong to one person and one moment. */
export const NO_STORE = { "cache-control": "private, no-store" };

/** The value by its schema, or `bad_request` with the field. */
export function parse<S extends z.ZodType>(schema: S | undefined, value: unknown, where: string): z.output<S> | undefined {
  if (!schema) return undefined;
  const result = schema.safeParse(value, { error: issueSentence });
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new AppError("bad_request", issue?.message ?? "It does not have the form that is expected.", {
    data: { field: issue?.path.join("."), where },
  });
}

async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get("content-type") ?? "";
  if (!type.startsWith("application/json")) {
    throw new AppError("bad_request", "The body must be sent as application/json.");
  }
  try {
    return await request.json();
  } catch {
    throw new AppError("bad_request", "The body is not valid JSON.");
  }
}

function queryObject(parameters: URLSearchParams): Record<string, string | string[]> {
  const entries = [...new Set(parameters.keys())].map((key): [string, string | string[]] => {
    const all = parameters.getAll(key);
    return [key, all.length > 1 ? all : (all[0] ?? "")];
  });
  return Object.fromEntries(entries);
}

/** An error as the wire has it; what is not an `AppError` without its message. */
export function errorResponse(error: unknown): NextResponse {
  if (!isAppError(error)) {
    const errorName = error instanceof Error ? error.name : "Error";
    // The message may carry a secret (an SDK error can quote its input): only name and place are logged.
    console.error("unexpected error in a route:", errorName, error instanceof Error ? firstFrames(error) : "");
    return NextResponse.json(
      { error: { code: "internal", message: "Something went wrong in Warmstart itself.", hint: "The server's output has the place." } },
      { status: 500, headers: NO_STORE },
    );
  }
  const { cause: _cause, ...details } = error.details;
  return NextResponse.json(
    { error: { code: error.code, message: error.message, ...details } },
    { status: STATUS[error.code], headers: NO_STORE },
  );
}

function firstFrames(error: Error): string {
  return (error.stack ?? "")
    .split("\n")
    .filter((line) => line.trimStart().startsWith("at "))
    .slice(0, 6)
    .join("\n");
}
