import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { awsInvokeCommand, curlCommand, shellQuoted } from "./copy-commands";

const RUN = { region: "us-east-1", functionName: "checkout", qualifier: "$LATEST", invocationType: "RequestResponse", payload: '{"a":1}' } as const;

/** What a shell hands to the program, argument by argument. */
function argumentsOf(command: string): string[] {
  const script = `aws() { printf '%s\\0' "$@"; }\ncurl() { printf '%s\\0' "$@"; }\n${command}`;
  return execFileSync("sh", ["-c", script], { encoding: "utf8", cwd: "/" }).split("\0").slice(0, -1);
}

test.each(["plain", "", "it's", "'''", '$HOME `id` $(id) \\ "x"', "two\nlines", "a\tb", '{"ü":"😀"}', "-n", "!!", "~", "=ls", "$LATEST"])("a shell reads %j as it is", (text) => {
  expect(argumentsOf(`aws ${shellQuoted(text)}`)).toEqual([text]);
});

test("a synchronous run of $LATEST", () => {
  const expected = ["lambda", "invoke", "--region", "us-east-1", "--function-name", "checkout", "--cli-binary-format", "raw-in-base64-out", "--payload", '{"a":1}', "/dev/stdout"];
  expect(argumentsOf(awsInvokeCommand(RUN))).toEqual(expected);
});

test("an asynchronous run of an alias with an endpoint", () => {
  const run = { ...RUN, qualifier: "prod", invocationType: "Event", payload: '{"it\'s":"$HOME"}' } as const;
  const found = argumentsOf(awsInvokeCommand(run, "http://127.0.0.1:9400"));
  expect(found).toEqual(expect.arrayContaining(["--qualifier", "prod", "--invocation-type", "Event", '{"it\'s":"$HOME"}', "--endpoint-url", "http://127.0.0.1:9400"]));
});

test("a client context is base64 of UTF-8", () => {
  const found = argumentsOf(awsInvokeCommand({ ...RUN, clientContext: '{"ü":1}' }));
  expect(Buffer.from(found[found.indexOf("--client-context") + 1] ?? "", "base64").toString("utf8")).toBe('{"ü":1}');
});

test("a long event goes through a file, and a line of it cannot end it", () => {
  const command = awsInvokeCommand({ ...RUN, payload: `{"text":"${"x".repeat(200_000)}"}\nEVENT` });
  expect(command.startsWith("cat > event.json <<'EVENT_'\n")).toBe(true);
  expect(command).toContain("--payload file://event.json");
});

test("curl signs only where the URL asks for it", () => {
  const url = "https://abc.lambda-url.us-east-1.on.aws/";
  expect(argumentsOf(curlCommand('{"a":"it\'s"}', url, "NONE", "us-east-1"))).toEqual([url, "-H", "content-type: application/json", "--data-binary", '{"a":"it\'s"}']);
  expect(curlCommand("{}", url, "AWS_IAM", "us-east-1")).toContain("--aws-sigv4 aws:amz:us-east-1:lambda");
});
