import "server-only";
import { NextResponse } from "next/server";
import type { z } from "zod";
import { AppError } from "@/lib/errors";
import { withPageOf } from "@/lib/page-of-request";
import { errorResponse, NO_STORE, parse } from "./route";

interface UploadDefinition<P extends z.ZodType, Q extends z.ZodType, R extends z.ZodType> {
  params: P;
  query: Q;
  /** The only `content-type` that is taken. */
  contentType: string;
  maxBytes: number;
  response: R;
  run: (input: { params: z.output<P>; query: z.output<Q>; body: Buffer }) => Promise<z.input<R>>;
}

/** Builds a route handler that takes a file as it is and answers JSON. The guard must let bodies of `maxBytes` through. */
export function defineUploadRoute<P extends z.ZodType, Q extends z.ZodType, R extends z.ZodType>(definition: UploadDefinition<P, Q, R>) {
  return async (request: Request, context: { params: Promise<Record<string, unknown>> }) => {
    try {
      const params = parse(definition.params, await context.params, "address") as z.output<P>;
      const query = parse(definition.query, Object.fromEntries(new URL(request.url).searchParams), "query") as z.output<Q>;
      const body = await readBytes(request, definition);
      const result = await withPageOf(request, () => definition.run({ params, query, body }));
      if (process.env.NODE_ENV !== "production") definition.response.parse(result);
      return NextResponse.json(result, { headers: NO_STORE });
    } catch (error) {
      return errorResponse(error);
    }
  };
}

async function readBytes(request: Request, { contentType, maxBytes }: { contentType: string; maxBytes: number }): Promise<Buffer> {
  if (request.headers.get("content-type") !== contentType) throw new AppError("bad_request", `The body must be sent as ${contentType}.`);
  const announced = Number(request.headers.get("content-length"));
  if (announced > maxBytes) throw new AppError("payload_too_large", `The file is larger than ${Math.floor(maxBytes / 1_048_576)} MB.`);
  const body = Buffer.from(await request.arrayBuffer());
  if (body.length !== announced) throw new AppError("bad_request", `Only ${body.length} of ${announced} bytes arrived.`, { hint: "Nothing was changed. Upload it again." });
  return body;
}

interface DownloadDefinition<P extends z.ZodType, Q extends z.ZodType> {
  params: P;
  query: Q;
  contentType: string;
  run: (input: { params: z.output<P>; query: z.output<Q> }) => Promise<{ content: Buffer; fileName: string }>;
}

/** Builds a route handler that answers a file to save. */
export function defineDownloadRoute<P extends z.ZodType, Q extends z.ZodType>(definition: DownloadDefinition<P, Q>) {
  return async (request: Request, context: { params: Promise<Record<string, unknown>> }) => {
    try {
      const params = parse(definition.params, await context.params, "address") as z.output<P>;
      const query = parse(definition.query, Object.fromEntries(new URL(request.url).searchParams), "query") as z.output<Q>;
      const { content, fileName } = await definition.run({ params, query });
      const headers = { ...NO_STORE, "content-type": definition.contentType, "content-length": String(content.length), "content-disposition": `attachment; filename="${fileName}"` };
      return new Response(new Uint8Array(content), { headers });
    } catch (error) {
      return errorResponse(error);
    }
  };
}
