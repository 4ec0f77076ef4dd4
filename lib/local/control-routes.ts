/** Paths of Warmstart's own beside AWS's APIs, see `LOCAL_CONTROL_PATHS`, and downloads of packages. */
import { createHash, timingSafeEqual } from "node:crypto";
import { readFile } from "node:fs/promises";
import { LOCAL_CONTROL_PATHS, type LocalRegionStatus } from "../local-contract.ts";
import type { CodeLinks } from "./lambda/code-links.ts";
import { isCodeLink } from "./lambda/code-links.ts";
import type { CodeStore } from "./lambda/code-store.ts";
import { restJsonBody, restJsonResponse } from "./protocols/rest-json.ts";
import type { AwsResponse } from "./protocols/service.ts";
import { ServiceError } from "./protocols/service-error.ts";
import type { UnsignedRequest, UnsignedRoutes } from "./server.ts";

export interface ControlRoutesOptions {
  secretAccessKey: string;
  links: CodeLinks;
  code: CodeStore;
  /** Epoch milliseconds. */
  now(): number;
  status(): Promise<LocalRegionStatus>;
  setTrafficPaused(paused: boolean): void;
}

export function createControlRoutes(options: ControlRoutesOptions): UnsignedRoutes {
  const expected = digest(`Bearer ${options.secretAccessKey}`);
  const assertBearer = (request: UnsignedRequest): void => {
    // Digests are of one length: the comparison tells nothing of the secret, not even its length.
    if (timingSafeEqual(digest(request.authorization ?? ""), expected)) return;
    throw new ServiceError("AccessDeniedException", 403, "This path wants the secret access key as a bearer token.");
  };

  return {
    isCapability: isCodeLink,
    async handle(request) {
      const { method, path } = request;
      if (method === "GET" && isCodeLink(path)) return download(request, options);
      if (method === "GET" && path === LOCAL_CONTROL_PATHS.health) return restJsonResponse(200, { status: "ok" });
      if (method === "GET" && path === LOCAL_CONTROL_PATHS.status) {
        assertBearer(request);
        return restJsonResponse(200, await options.status());
      }
      if (method === "POST" && path === LOCAL_CONTROL_PATHS.traffic) {
        assertBearer(request);
        options.setTrafficPaused(readPaused(request.body));
        return restJsonResponse(200, await options.status());
      }
      return undefined;
    },
  };
}

function readPaused(body: Buffer): boolean {
  const { paused } = restJsonBody(body);
  if (typeof paused !== "boolean") {
    throw new ServiceError("ValidationException", 400, 'The body must be { "paused": true } or { "paused": false }.');
  }
  return paused;
}

async function download(request: UnsignedRequest, options: ControlRoutesOptions): Promise<AwsResponse> {
  const codeId = options.links.open(request.path, request.query, options.now());
  if (codeId === undefined) {
    throw new ServiceError("AccessDeniedException", 403, "This link is not valid, or no longer: they end after ten minutes.");
  }
  const body = await readFile(options.code.archiveOf(codeId));
  return { status: 200, headers: { "content-type": "application/zip", "cache-control": "no-store" }, body };
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
