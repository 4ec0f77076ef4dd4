import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { curlToEvent } from "./curl-event";
import { curlLineOf } from "./curl-line";
import { EVENT_TEMPLATES, templatePayload } from "./event-templates";
import { shellWords } from "./shell-words";

const NOW_MS = 1_794_582_530_123;
const URL_OF_FUNCTION = { url: "https://abc.lambda-url.us-east-1.on.aws/", authType: "NONE" };
// oxlint-disable-next-line typescript/no-explicit-any -- a test looks into the JSON
const read = (line: string) => curlToEvent(line, NOW_MS) as any;

test.each([
  ["a b  c", ["a", "b", "c"]],
  [String.raw`a 'b c' "d \"e\" $X" f\ g`, ["a", "b c", 'd "e" $X', "f g"]],
  ["a \\\n  b", ["a", "b"]],
  ["a \\\r\n  b", ["a", "b"]],
  [String.raw`$'it\'s\n\u00e9\x41'`, ["it's\néA"]],
  ["''", [""]],
  [String.raw`'it'\''s'`, ["it's"]],
])("shell words of %j", (line, words) => {
  expect(shellWords(line)).toEqual(words);
});

test.each(["'a", '"a', "$'a"])("an open quote in %j is told", (line) => {
  expect(() => shellWords(line)).toThrow(/not closed/);
});

test("words are split as bash splits them", () => {
  const line = String.raw`printf '%s\n' 'a  b' "c\"d" e\ f $'g\th' ''x`;
  const [, , ...words] = shellWords(line);
  expect(execFileSync("bash", ["-c", line], { encoding: "utf8" }).split("\n").slice(0, -1)).toEqual(words);
});

test("a line copied from a browser", () => {
  const event = read(String.raw`curl 'https://shop.example.com/orders?expand=items&expand=customer' \
  -H 'Accept: application/json' \
  -H 'Content-Type: application/json' \
  -H 'Cookie: theme=dark; session=abc' \
  --data-raw $'{"note":"it\'s"}' \
  --compressed`);
  expect(event).toMatchObject({
    version: "2.0",
    rawPath: "/orders",
    rawQueryString: "expand=items&expand=customer",
    queryStringParameters: { expand: "items,customer" },
    cookies: ["theme=dark", "session=abc"],
    headers: { accept: "application/json", "content-type": "application/json", "content-length": "15", host: "shop.example.com" },
    requestContext: { http: { method: "POST", path: "/orders" }, time: "13/Nov/2026:15:08:50 +0000", timeEpoch: NOW_MS },
    body: `{"note":"it's"}`,
    isBase64Encoded: false,
  });
});

test.each<[string, object]>([
  ["curl https://a.example/x", { requestContext: { http: { method: "GET" } }, rawQueryString: "" }],
  ["curl -XDELETE a.example/x/1", { requestContext: { http: { method: "DELETE" } }, rawPath: "/x/1" }],
  ["curl -G https://a.example/x -d a=1 --data-urlencode 'b=x y'", { rawQueryString: "a=1&b=x%20y", queryStringParameters: { a: "1", b: "x y" }, requestContext: { http: { method: "GET" } } }],
  ["curl https://a.example -d a=1 -d b=2", { body: "a=1&b=2", headers: { "content-type": "application/x-www-form-urlencoded" } }],
  [`curl --json '{"a":1}' https://a.example`, { body: '{"a":1}', headers: { "content-type": "application/json" } }],
  ["curl -u ada:pw https://a.example", { headers: { authorization: "Basic YWRhOnB3" } }],
  ["curl -I https://a.example", { requestContext: { http: { method: "HEAD" } } }],
  ["curl -s -o /dev/null --max-time 3 --request=PUT --url https://a.example/p", { rawPath: "/p", requestContext: { http: { method: "PUT" } } }],
  ["curl https://a.example/caf%C3%A9", { rawPath: "/caf%C3%A9" }],
])("%s", (line, event) => {
  expect(read(line)).toMatchObject(event);
});

test.each([
  ["wget https://a.example", /does not begin with curl/],
  ["curl", /no address/],
  ["curl -d @body.json https://a.example", /in the file body.json/],
  ["curl -F file=@x https://a.example", /Form uploads/],
  ["curl https://a.example -H", /-H has no value/],
])("%s is refused with the reason", (line, reason) => {
  expect(() => read(line)).toThrow(reason);
});

test("an event becomes a line, and the line the event's request again", () => {
  const template = EVENT_TEMPLATES.find(({ id }) => id === "function-url")!;
  const line = curlLineOf(templatePayload(template), URL_OF_FUNCTION, "us-east-1");
  expect(line.split(" \\\n  ")).toEqual(["curl", "-X POST", "https://abc.lambda-url.us-east-1.on.aws/orders", "-H 'accept: application/json'", "-H 'content-type: application/json'", "-H 'user-agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36'", "-b theme=dark", `--data-raw '{"sku":"MUG-BLUE","quantity":2}'`]);
  expect(read(line)).toMatchObject({ rawPath: "/orders", body: '{"sku":"MUG-BLUE","quantity":2}', cookies: ["theme=dark"], requestContext: { http: { method: "POST" } } });
});

test("quotes in a body survive the shell; a URL with IAM is signed; another event is the body", () => {
  const line = curlLineOf(JSON.stringify({ note: "it's $HOME `x`" }), { ...URL_OF_FUNCTION, authType: "AWS_IAM" }, "eu-west-1");
  expect(line).toContain(`--data-raw '{"note":"it'\\''s $HOME \`x\`"}'`);
  expect(line).toContain("--aws-sigv4 aws:amz:eu-west-1:lambda");
  expect(read(line).body).toBe('{"note":"it\'s $HOME `x`"}');
});
