import { z } from "zod";
import { APP_ERROR_CODES, AppError } from "@/lib/errors";

// Zod would compile schemas with `new Function`, which the Content-Security-Policy forbids.
z.config({ jitless: true });

const errorBodySchema = z.object({
  error: z.object({
    code: z.enum(APP_ERROR_CODES),
    message: z.string(),
    awsErrorName: z.string().optional(),
    awsRequestId: z.string().optional(),
    iamAction: z.string().optional(),
    iamResource: z.string().optional(),
    hint: z.string().optional(),
    data: z.unknown().optional(),
  }),
});

interface FetchJsonOptions {
  method?: "GET" | "POST" | "PUT" | "DELETE";
  body?: unknown;
  signal?: AbortSignal;
}

/**
 * Calls one of Warmstart's own API routes and parses the answer by its schema. Throws an
 * `AppError` with the server's code and message, or `unreachable` when the server is gone.
 */
export async function fetchJson<S extends z.ZodType>(url: string, schema: S, options: FetchJsonOptions = {}): Promise<z.output<S>> {
  const response = await send(url, options);
  const json: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw errorOf(response.status, json);
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new AppError("internal", "The server's answer has an unexpected form.", {
    hint: "Reload the page: it may be older than the server.",
    cause: parsed.error,
  });
}

/** The response, or `unreachable`. */
export async function send(url: string, { method = "GET", body, signal }: FetchJsonOptions): Promise<Response> {
  try {
    return await fetch(url, {
      method,
      signal,
      headers: {
        // A file goes as it is, under its own type.
        ...(body === undefined || body instanceof Blob ? {} : { "content-type": "application/json" }),
        // Kept with a change that the request makes.
        ...(method === "GET" ? {} : { "x-warmstart-page": window.location.pathname }),
      },
      ...(body === undefined ? {} : { body: body instanceof Blob ? body : JSON.stringify(body) }),
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new AppError("unreachable", "Warmstart's server does not answer.", {
      hint: "Is it still running in the terminal?",
      cause,
    });
  }
}

/** What the server said instead of an answer. */
export function errorOf(status: number, json: unknown): AppError {
  const parsed = errorBodySchema.safeParse(json);
  if (!parsed.success) return new AppError("internal", `The server answered ${status} without saying why.`);
  const { code, message, ...details } = parsed.data.error;
  return new AppError(code, message, details);
}
