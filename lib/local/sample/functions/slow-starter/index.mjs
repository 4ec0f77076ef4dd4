import { buildIndex } from "./search-index.mjs";

// Built once per execution environment: this is what makes its cold starts slow and its warm ones quick.
const startedAt = performance.now();
const index = buildIndex(Number(process.env.INDEX_DOCUMENTS ?? 60_000));
console.log(
  `index built: ${index.documentCount} titles, ${index.trigramCount} trigrams, ${Math.round(performance.now() - startedAt)} ms`,
);

/** GET /search?q=walnut+tray&limit=5, or `{ "q": "walnut tray" }` directly. */
export const handler = async (event) => {
  const query = event?.queryStringParameters ?? event ?? {};
  const text = query.q ?? "walnut tray";
  const limit = Math.min(20, Math.max(1, Number(query.limit) || 5));
  return {
    statusCode: 200,
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ q: text, hits: index.search(text, limit) }),
  };
};
