import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { sampleFunctionsDirectory } from "../assets.ts";
import { catalogue } from "./catalogue.ts";
import { runHandler } from "./handler-runner.ts";

const sampleNamed = (name: string) => {
  const found = catalogue.find((sample) => sample.functionName === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
};

/** Answers to the function's own sample events, by event name, and to further events. */
async function answers(name: string, further: Record<string, unknown> = {}, environment?: Record<string, string>) {
  const sample = sampleNamed(name);
  const events = [...sample.events.map((event) => [event.name, event.payload] as const), ...Object.entries(further)];
  const outcomes = await runHandler(sampleFunctionsDirectory, sample, events.map(([, payload]) => payload), environment);
  return Object.fromEntries(events.map(([eventName], index) => [eventName, outcomes[index]]));
}

function http(outcome: unknown): { status: number; body: Record<string, unknown> } {
  const { answer } = outcome as { answer: { statusCode: number; body: string } };
  return { status: answer.statusCode, body: JSON.parse(answer.body) as Record<string, unknown> };
}

describe("the shop's functions answer their sample events", { concurrent: true }, () => {
  it("list-products filters and pages", async () => {
    const found = await answers("list-products", { empty: {} });
    expect(http(found["all products"]).body).toMatchObject({ currency: "USD", total: 60, page: 1, pages: 5 });
    expect(http(found["kitchen only"]).body).toMatchObject({ total: 15 });
    expect(http(found["third page"]).body).toMatchObject({ page: 3, pages: 3 });
    expect(http(found["third page"]).body.items).toHaveLength(20);
    expect(http(found["no result"]).body).toMatchObject({ total: 0, pages: 1, items: [] });
    expect(http(found["bad page"]).status).toBe(400);
    expect(http(found.empty).status).toBe(200);
  });

  it("place-order totals an order and says why it refuses one", async () => {
    const found = await answers("place-order", { empty: {}, "no JSON": { body: "{" } });
    // 2 x 14.00 + 89.00 = 117.00: free shipping, 8 % tax.
    expect(http(found["two items"])).toMatchObject({
      status: 201,
      body: { subtotal: 11_700, shipping: 0, tax: 936, total: 12_636, status: "placed" },
    });
    expect(http(found["one item"]).body).toMatchObject({ subtotal: 1_200, shipping: 590, tax: 96, total: 1_886 });
    expect(http(found["invalid order"])).toMatchObject({
      status: 422,
      body: {
        problems: [
          "customer.email is not an e-mail address",
          "items[0].quantity is not a whole number from 1 to 20",
        ],
      },
    });
    expect(http(found.empty).status).toBe(422);
    expect(http(found["no JSON"]).status).toBe(400);
  });

  it("checkout takes a payment, declines a card with 402, refuses nonsense with 400", async () => {
    const found = await answers("checkout", { empty: {} });
    expect(http(found.paid)).toMatchObject({ status: 200, body: { status: "paid", orderId: "o-4f1c09a2b7" } });
    expect(http(found["declined card"])).toMatchObject({ status: 402, body: { reason: "insufficient_funds" } });
    expect(http(found.empty).status).toBe(400);
  });

  it("checkout fails without its key", async () => {
    const found = await answers("checkout", {}, { PAYMENT_API_KEY: "" });
    expect(found.paid).toEqual({ errorType: "Error", errorMessage: "PAYMENT_API_KEY is not set" });
  });

  it("slow-starter finds titles, also with typos", async () => {
    const found = await answers("slow-starter", {}, { INDEX_DOCUMENTS: "3000" });
    const hits = http(found.search).body.hits as { title: string }[];
    expect(hits).toHaveLength(5);
    expect(hits[0]?.title).toMatch(/walnut.*tray|tray.*walnut/);
    const misspelt = http(found["search with a typo"]).body.hits as { title: string }[];
    expect(misspelt[0]?.title).toMatch(/leather|wallet/);
  });

  it("gift-advisor answers in words, and breaks off when asked to", async () => {
    const found = await answers("gift-advisor", { empty: {} }, { WORD_PAUSE_MS: "0" });
    expect(found["coffee lover"]).toMatchObject({ answer: expect.stringMatching(/^I would give the Enamel mug, forest\. .* basket\?$/) });
    expect(found["no idea"]).toMatchObject({ answer: expect.stringContaining("Beeswax candle") });
    expect(found["breaks off"]).toEqual({ errorType: "Error", errorMessage: "lost the thread" });
    expect(found.empty).toEqual({ errorType: "Error", errorMessage: "question is required" });
  });

  it("pack-orders reports what it cannot pack", async () => {
    const found = await answers("pack-orders");
    expect(found["two orders"]).toEqual({ answer: { batchItemFailures: [] } });
    expect(found["order without items"]).toEqual({ answer: { batchItemFailures: [{ itemIdentifier: "7c1f8f0e-2b6d-4d7e-8a53-3f9a3b1f7b20" }] } });
  });

  it("resize-image scales real pixels and names the right digests", async () => {
    const found = await answers("resize-image", { again: { key: "products/p-001.png" }, text: { image: "aGVsbG8=" } });
    const own = (found["own image"] as { answer: { thumbnail: Record<string, unknown> } }).answer.thumbnail;
    const png = Buffer.from(String(own.base64), "base64");
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect(own).toMatchObject({ width: 1, height: 1, sizeBytes: png.length });
    expect(own.sha256).toBe(createHash("sha256").update(png).digest("hex"));

    const created = found["object created"] as { answer: { images: unknown[] } };
    expect(created.answer.images).toEqual([(found.again as { answer: unknown }).answer]);
    expect((found["two objects"] as { answer: { images: unknown[] } }).answer.images).toHaveLength(2);
    expect(found.text).toMatchObject({ errorType: "UnsupportedImage" });
  });

  it("nightly-report is about the day before its schedule, and always the same", async () => {
    const found = await answers("nightly-report", { named: { date: "2026-01-01" } });
    const scheduled = (found.schedule as { answer: Record<string, unknown> }).answer;
    expect(scheduled).toMatchObject({ date: "2026-01-01", orders: 6000 });
    expect((found.named as { answer: unknown }).answer).toEqual(scheduled);
    const parts = Object.values(scheduled.revenueByCategory as Record<string, number>);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(scheduled.revenue as number, 2);
  });

  it("stock-sync syncs, and fails as asked", async () => {
    const found = await answers("stock-sync", {}, { SUPPLIER_FAULT_RATE: "0" });
    expect(found["nordic wholesale"]).toMatchObject({ answer: { supplier: "nordic-wholesale", articles: 120 } });
    expect(found["supplier is late"]).toEqual({
      errorType: "UpstreamTimeout",
      errorMessage: "GET https://feed.nordic-wholesale.example/stock timed out after 2500 ms",
    });
    expect(found["malformed feed"]).toEqual({
      errorType: "ValueError",
      errorMessage: "invalid literal for int() with base 10: 'n/a'",
    });
  });

  it("legacy-invoice adds VAT to the cent", async () => {
    const found = await answers("legacy-invoice", { empty: {} });
    expect(found["own lines"]).toMatchObject({
      answer: { invoice: "2026-01C3D4", totals: { net: "74.00", vat: "15.54", total: "89.54" } },
    });
    expect(found.empty).toMatchObject({ answer: { totals: { net: "119.00", vat: "24.99", total: "143.99" } } });
  });
});
