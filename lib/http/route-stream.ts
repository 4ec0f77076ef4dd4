import "server-only";
import type { z } from "zod";
import { errorResponse, NO_STORE, parse } from "./route";

interface StreamRouteDefinition<P extends z.ZodType> {
  params: P;
  run: (input: { params: z.output<P>; signal: AbortSignal }) => Promise<AsyncIterable<unknown>>;
}

/** Builds a route handler that answers newline-delimited JSON, each line as soon as it is there. */
export function defineStreamRoute<P extends z.ZodType>({ params, run }: StreamRouteDefinition<P>) {
  return async (request: Request, context: { params: Promise<Record<string, unknown>> }) => {
    try {
      const input = { params: parse(params, await context.params, "address") as z.output<P>, signal: request.signal };
      const items = (await run(input))[Symbol.asyncIterator]();
      const body = new ReadableStream<Uint8Array>({
        async pull(controller) {
          const { done, value } = await items.next();
          if (done) controller.close();
          else controller.enqueue(new TextEncoder().encode(`${JSON.stringify(value)}\n`));
        },
        cancel: async () => void (await items.return?.()),
      });
      // Compression would hold the lines back until there are enough of them.
      return new Response(body, { headers: { ...NO_STORE, "cache-control": "private, no-store, no-transform", "content-type": "application/x-ndjson; charset=utf-8" } });
    } catch (error) {
      return errorResponse(error);
    }
  };
}
