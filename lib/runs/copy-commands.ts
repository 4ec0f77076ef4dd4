/** A run as a command line that invokes the same. */
import type { Run } from "./schema";

/** Linux takes at most 128 KB in one argument; longer events go through a file. */
const ARGUMENT_MAX_BYTES = 100_000;

type Invoked = Pick<Run, "region" | "functionName" | "qualifier" | "invocationType" | "payload" | "clientContext">;

/** In single quotes, in which a POSIX shell reads every character as itself. */
export function shellQuoted(text: string): string {
  return /^[\w%+:,./][\w@%+=:,./-]*$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** For AWS CLI version 2, which would read a payload as base64 without `--cli-binary-format`. It has no command for streams. */
export function awsInvokeCommand(run: Invoked, endpointUrl?: string): string {
  const { payload, clientContext, qualifier, invocationType } = run;
  const long = new TextEncoder().encode(payload).length > ARGUMENT_MAX_BYTES;
  const options = [
    ["--region", run.region],
    ["--function-name", run.functionName],
    ...(qualifier === "$LATEST" ? [] : [["--qualifier", qualifier]]),
    ...(invocationType === "RequestResponse" ? [] : [["--invocation-type", invocationType]]),
    ...(clientContext === undefined ? [] : [["--client-context", base64(clientContext)]]),
    ["--cli-binary-format", "raw-in-base64-out"],
    ["--payload", long ? "file://event.json" : payload],
    ...(endpointUrl ? [["--endpoint-url", endpointUrl]] : []),
  ];
  const command = joined(["aws lambda invoke", ...options.map(([name, value = ""]) => `${name} ${shellQuoted(value)}`), "/dev/stdout"]);
  if (!long) return command;
  const end = endMarker(payload);
  return `cat > event.json <<'${end}'\n${payload}\n${end}\n${command}`;
}

/** The event as the body of a request to a function URL, which Lambda wraps into an event of its own. */
export function curlCommand(payload: string, url: string, authType: "NONE" | "AWS_IAM", region: string): string {
  const signing = [`--aws-sigv4 ${shellQuoted(`aws:amz:${region}:lambda`)}`, '--user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY"', '-H "x-amz-security-token: $AWS_SESSION_TOKEN"'];
  return joined([`curl ${shellQuoted(url)}`, ...(authType === "AWS_IAM" ? signing : []), "-H 'content-type: application/json'", `--data-binary ${shellQuoted(payload)}`]);
}

function joined(parts: string[]): string {
  return parts.join(" \\\n  ");
}

/** A line that the text does not have. */
function endMarker(text: string): string {
  const lines = new Set(text.split("\n"));
  let marker = "EVENT";
  while (lines.has(marker)) marker += "_";
  return marker;
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
