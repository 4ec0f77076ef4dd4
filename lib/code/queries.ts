import { keepPreviousData, mutationOptions, type QueryClient, queryOptions } from "@tanstack/react-query";
import { functionApiPath, functionKey, type FunctionRef } from "@/lib/functions/queries";
import { fetchJson } from "@/lib/http/fetch-json";
import { type CodeSourceRequest, deployedSchema, type FileEdits, packageComparisonSchema, packageSchema, sourceFileSchema } from "./schema";

export function packageQuery(ref: FunctionRef, qualifier: string) {
  return queryOptions({
    queryKey: [...functionKey(ref), "code", qualifier],
    queryFn: ({ signal }) => fetchJson(`${functionApiPath(ref)}/code?${new URLSearchParams({ qualifier })}`, packageSchema, { signal }),
    staleTime: 30_000,
  });
}

/** One file; `codeSha256` in the key, so that other code is another file. */
export function sourceFileQuery(ref: FunctionRef, { qualifier, codeSha256, path }: { qualifier: string; codeSha256: string; path: string }) {
  return queryOptions({
    queryKey: [...functionKey(ref), "code-file", qualifier, codeSha256, path],
    queryFn: ({ signal }) => fetchJson(`${functionApiPath(ref)}/code/file?${new URLSearchParams({ qualifier, path })}`, sourceFileSchema, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function packageComparisonQuery(ref: FunctionRef, left: string, right: string) {
  return queryOptions({
    queryKey: [...functionKey(ref), "code-comparison", left, right],
    queryFn: ({ signal }) => fetchJson(`${functionApiPath(ref)}/code/comparison?${new URLSearchParams({ left, right })}`, packageComparisonSchema, { signal }),
    placeholderData: keepPreviousData,
  });
}

/** Deploys edited files; answers when AWS has applied them. */
export function deployFilesMutation(ref: FunctionRef) {
  return mutationOptions({
    mutationFn: (edits: FileEdits) => fetchJson(`${functionApiPath(ref)}/code/files`, deployedSchema, { method: "PUT", body: edits }),
    onSettled: (_result, _error, _edits, _context, { client }) => forgetCode(client, ref),
  });
}

export interface ZipUpload {
  file: Blob;
  revisionId: string;
  withoutHandler: boolean;
}

/** Uploads and deploys a zip; the server compares its checksum with the one made here. */
export function deployZipMutation(ref: FunctionRef) {
  return mutationOptions({
    mutationFn: async ({ file, revisionId, withoutHandler }: ZipUpload) => {
      const bytes = await file.arrayBuffer();
      const query = new URLSearchParams({ revisionId, sha256: await sha256Hex(bytes), withoutHandler: withoutHandler ? "yes" : "no" });
      const body = new Blob([bytes], { type: "application/zip" });
      return fetchJson(`${functionApiPath(ref)}/code/package?${query}`, deployedSchema, { method: "PUT", body });
    },
    onSettled: (_result, _error, _upload, _context, { client }) => forgetCode(client, ref),
  });
}

export function deploySourceMutation(ref: FunctionRef) {
  return mutationOptions({
    mutationFn: (request: CodeSourceRequest) => fetchJson(`${functionApiPath(ref)}/code/source`, deployedSchema, { method: "PUT", body: request }),
    onSettled: (_result, _error, _request, _context, { client }) => forgetCode(client, ref),
  });
}

/** Address of the package to save. */
export function packageDownloadPath(ref: FunctionRef, qualifier: string): string {
  return `${functionApiPath(ref)}/code/package?${new URLSearchParams({ qualifier })}`;
}

async function sha256Hex(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function forgetCode(client: QueryClient, ref: FunctionRef): Promise<unknown> {
  const parts = ["code", "code-comparison", "detail", "changes", "versions", "version-comparison"];
  return Promise.all(parts.map((part) => client.invalidateQueries({ queryKey: [...functionKey(ref), part] })));
}
