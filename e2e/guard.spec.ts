import http from "node:http";
import { expect, test } from "./fixtures";
import { LOCAL_PORT, PORT } from "./addresses";

/** Node's own client, as `fetch` does not let a test choose the Host. */
function request(path: string, { method = "GET", headers = {}, port = PORT }: { method?: string; headers?: Record<string, string>; port?: number } = {}) {
  return new Promise<{ status: number; headers: http.IncomingHttpHeaders; body: string }>((resolve, reject) => {
    const call = http.request({ host: "127.0.0.1", port, path, method, headers }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (chunk) => (body += chunk));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    call.on("error", reject).end();
  });
}

test("a foreign host name is refused on pages, data and files", async () => {
  for (const path of ["/local/functions", "/api/connections", "/_next/static/x.js", "/api/health"]) {
    expect((await request(path, { headers: { host: "evil.example" } })).status, path).toBe(421);
  }
});

test("another site can neither write nor read", async () => {
  const write = { method: "POST", headers: { "content-type": "text/plain", "content-length": "0" } };
  const path = "/api/local/functions/us-east-1/checkout/runs";
  expect((await request(path, { ...write, headers: { ...write.headers, "sec-fetch-site": "cross-site", origin: "http://evil.example" } })).status).toBe(403);
  expect((await request(path, write)).status).toBe(403);
  expect((await request("/api/connections", { headers: { "sec-fetch-site": "cross-site" } })).status).toBe(403);
});

test("every answer carries the policy, with a fresh nonce a page", async () => {
  const first = await request("/local/functions");
  const second = await request("/local/functions");
  const nonce = (text: string | undefined) => /'nonce-([^']+)'/.exec(text ?? "")?.[1];
  const policies = [first, second].map(({ headers }) => String(headers["content-security-policy"]));
  expect(nonce(policies[0])).toBeTruthy();
  expect(nonce(policies[0])).not.toBe(nonce(policies[1]));
  expect(first.body).toContain(`nonce="${nonce(policies[0])}"`);
  expect(first.headers["x-content-type-options"]).toBe("nosniff");
  expect((await request("/api/health", { headers: { host: "evil.example" } })).headers["content-security-policy"]).toBeTruthy();
});

test("the local region refuses web pages and strangers", async () => {
  const list = "/2015-03-31/functions/";
  expect((await request(list, { port: LOCAL_PORT, headers: { origin: `http://127.0.0.1:${PORT}` } })).status).toBe(403);
  expect((await request(list, { port: LOCAL_PORT, headers: { "sec-fetch-site": "none" } })).status).toBe(403);
  expect((await request(list, { port: LOCAL_PORT, headers: { host: "evil.example" } })).status).toBe(403);
  const unsigned = await request(list, { port: LOCAL_PORT });
  expect(unsigned.status).toBe(403);
  expect(unsigned.body).toContain("Missing Authentication Token");
});
