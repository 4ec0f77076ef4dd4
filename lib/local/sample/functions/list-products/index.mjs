import { products } from "./catalogue.mjs";

const PAGE_SIZE = Number(process.env.PAGE_SIZE ?? 12);
const CURRENCY = process.env.CURRENCY ?? "USD";
const MAX_PAGE_SIZE = 50;

const json = (statusCode, body) => ({
  statusCode,
  headers: { "content-type": "application/json", "cache-control": "public, max-age=30" },
  body: JSON.stringify(body),
});

const positiveInteger = (text, fallback) => {
  if (text === undefined) return fallback;
  const value = Number(text);
  return Number.isInteger(value) && value > 0 ? value : undefined;
};

const matches = (product, { category, colour, q, inStock }) =>
  (!category || product.category === category) &&
  (!colour || product.colour === colour) &&
  (!q || product.name.toLowerCase().includes(q.toLowerCase())) &&
  (inStock !== "true" || product.stock > 0);

/**
 * GET /products (HTTP API, payload 2.0).
 * Query: category, colour, q, inStock=true, page, pageSize.
 */
export const handler = async (event) => {
  const query = event?.queryStringParameters ?? {};
  const page = positiveInteger(query.page, 1);
  const pageSize = positiveInteger(query.pageSize, PAGE_SIZE);
  if (page === undefined || pageSize === undefined || pageSize > MAX_PAGE_SIZE) {
    return json(400, { message: `page and pageSize are whole numbers from 1; pageSize up to ${MAX_PAGE_SIZE}.` });
  }

  const found = products.filter((product) => matches(product, query));
  const items = found.slice((page - 1) * pageSize, page * pageSize);
  if (query.q && found.length === 0) console.log(`no result for "${query.q}"`);

  return json(200, {
    currency: CURRENCY,
    total: found.length,
    page,
    pages: Math.max(1, Math.ceil(found.length / pageSize)),
    items,
  });
};
