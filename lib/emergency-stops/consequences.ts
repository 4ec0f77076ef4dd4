/**
 * What each way into a function does while its reserved concurrency is 0 and AWS rejects every invocation.
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html,
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
 */
import type { Consequence } from "./schema";

interface Mapping {
  sourceArn?: string;
  state: string;
}

interface Ways {
  mappings: readonly Mapping[];
  /** JSON text of the resource policy; undefined = none. */
  policy?: string;
  urls: readonly { url: string }[];
  /** ARNs of the on-failure destination and of the dead-letter queue. */
  onFailure?: string;
  deadLetter?: string;
}

/** One sentence for each way in, and always one for direct callers. What is lost comes first. */
export function describeConsequences(ways: Ways): Consequence[] {
  const found = [
    ...ways.mappings.map(ofMapping),
    ...ways.urls.map(({ url }): Consequence => ({ effect: "rejected", source: `Function URL ${hostOf(url)}`, sentence: "Each request is answered with 429 Too Many Requests. Nothing is kept." })),
    ...principalsOf(ways.policy).map((principal) => ofPrincipal(principal, ways)),
    asynchronous("Asynchronous invocations", ways),
    { effect: "rejected", source: "Synchronous callers", sentence: "Invoke is answered with 429 TooManyRequestsException. AWS's SDKs try a few times, then the caller gets the error." } as const,
  ];
  const order: Consequence["effect"][] = ["lost", "rejected", "waits", "none"];
  return found.toSorted((a, b) => order.indexOf(a.effect) - order.indexOf(b.effect));
}

function ofMapping({ sourceArn, state }: Mapping): Consequence {
  const [service = "", name = ""] = sourceOf(sourceArn);
  const source = `${MAPPED[service]?.noun ?? "Event source"} ${name}`.trim();
  if (!/^(Enabled|Enabling|Creating|Updating)$/.test(state)) return { effect: "none", source, sentence: "Its mapping is off: nothing changes." };
  const sentence = MAPPED[service]?.sentence ?? "Lambda keeps reading and is rejected; the source keeps what it keeps.";
  return { effect: "waits", source, sentence };
}

const STREAM = "Each shard stops at its present record and the iterator age grows. Records older than the stream's retention are lost; 24 h unless it was lengthened.";

const MAPPED: Readonly<Record<string, { noun: string; sentence: string }>> = {
  sqs: {
    noun: "SQS queue",
    sentence: "Messages wait in the queue until its retention ends (4 days unless it was changed). Lambda's rejected tries count as receives: a queue with a redrive policy moves messages to its dead-letter queue.",
  },
  kinesis: { noun: "Kinesis stream", sentence: STREAM },
  dynamodb: { noun: "DynamoDB stream", sentence: "Each shard stops at its present record and the iterator age grows. Records older than 24 h are lost." },
  kafka: { noun: "Kafka topic of", sentence: "Partitions stop at their present offset. Records older than the topic's retention are lost." },
  mq: { noun: "Amazon MQ broker", sentence: "Messages wait in the broker." },
};

/** `arn:aws:sqs:us-east-1:0:orders` → sqs, orders. Self-managed Kafka has no ARN. */
function sourceOf(arn: string | undefined): [service: string, name: string] {
  if (arn === undefined) return ["kafka", "self-managed cluster"];
  const [, , service = "", , , ...rest] = arn.split(":");
  const path = rest.join(":");
  // arn:aws:dynamodb:region:account:table/orders/stream/2026-…
  const name = service === "sqs" ? path : (path.split("/")[1] ?? path.split(":").at(-1) ?? path);
  return [service, name];
}

interface Principal {
  service: string;
  sourceArn?: string;
}

/** Services and accounts that the policy lets in, each once per source. A policy that cannot be read has none. */
function principalsOf(policy: string | undefined): Principal[] {
  if (policy === undefined) return [];
  const statements = statementsOf(policy).filter(({ Effect }) => Effect === "Allow");
  const principals = statements.flatMap((statement) => {
    const { Principal } = statement;
    const names = typeof Principal === "string" ? [Principal] : Object.values((Principal ?? {}) as Record<string, unknown>).flat().map(String);
    return names.map((service) => ({ service, sourceArn: sourceArnOf(statement) }));
  });
  // A URL is listed by itself.
  const others = principals.filter(({ service }) => service !== "*");
  return [...new Map(others.map((principal) => [JSON.stringify(principal), principal])).values()];
}

interface Statement {
  Effect?: string;
  Principal?: unknown;
  Condition?: Record<string, Record<string, unknown>>;
}

function statementsOf(policy: string): Statement[] {
  try {
    const { Statement: statements } = JSON.parse(policy) as { Statement?: Statement | Statement[] };
    return statements === undefined ? [] : [statements].flat();
  } catch {
    return [];
  }
}

function sourceArnOf({ Condition }: Statement): string | undefined {
  for (const condition of Object.values(Condition ?? {})) {
    const key = Object.keys(condition).find((name) => name.toLowerCase() === "aws:sourcearn");
    if (key) return String([condition[key]].flat()[0]);
  }
  return undefined;
}

/** Services that wait for the answer; every other service hands its events over and goes on. */
const SYNCHRONOUS: Readonly<Record<string, { noun: string; sentence: string }>> = {
  "apigateway.amazonaws.com": { noun: "API Gateway", sentence: "Callers of the API get an error (500 or 502 from a REST API, 503 or 500 from an HTTP API). Nothing is kept." },
  "elasticloadbalancing.amazonaws.com": { noun: "Load balancer", sentence: "Clients get 502 or 503. Nothing is kept." },
  "cognito-idp.amazonaws.com": { noun: "Cognito user pool", sentence: "Sign-in or sign-up fails while its trigger cannot run." },
  "edgelambda.amazonaws.com": { noun: "CloudFront", sentence: "Copies at the edge are not stopped: reserved concurrency counts in this region only." },
  "alexa-appkit.amazon.com": { noun: "Alexa skill", sentence: "The skill answers with an error." },
  "lex.amazonaws.com": { noun: "Lex bot", sentence: "The bot answers with an error." },
  "lexv2.amazonaws.com": { noun: "Lex bot", sentence: "The bot answers with an error." },
  "secretsmanager.amazonaws.com": { noun: "Secrets Manager", sentence: "Rotation fails and is tried again at its next date." },
  "firehose.amazonaws.com": { noun: "Firehose stream", sentence: "Transformation fails after three tries; records go to the error folder of the bucket." },
  "states.amazonaws.com": { noun: "Step Functions", sentence: "The task fails with Lambda.TooManyRequestsException; its retry rules decide." },
};

const ASYNCHRONOUS: Readonly<Record<string, string>> = {
  "s3.amazonaws.com": "S3 bucket",
  "sns.amazonaws.com": "SNS topic",
  "events.amazonaws.com": "EventBridge rule",
  "scheduler.amazonaws.com": "EventBridge schedule",
  "logs.amazonaws.com": "CloudWatch Logs subscription",
  "iot.amazonaws.com": "IoT rule",
  "ses.amazonaws.com": "SES rule",
};

function ofPrincipal({ service, sourceArn }: Principal, ways: Ways): Consequence {
  const host = service.replace(/^(logs|states)\.[a-z0-9-]+\.amazonaws\.com$/, "$1.amazonaws.com");
  const name = sourceArn?.split(":").at(-1) ?? "";
  const synchronous = SYNCHRONOUS[host];
  if (synchronous) return { effect: host.startsWith("edgelambda") ? "none" : "rejected", source: `${synchronous.noun} ${name}`.trim(), sentence: synchronous.sentence };
  const noun = ASYNCHRONOUS[host];
  if (noun) return asynchronous(`${noun} ${name}`.trim(), ways);
  return { effect: "rejected", source: service, sentence: "It may invoke the function, and is rejected with 429." };
}

/** With reserved concurrency 0 AWS does not retry: the event goes to its destination at once, and is dropped without one. */
function asynchronous(source: string, { onFailure, deadLetter }: Ways): Consequence {
  const destination = onFailure ?? deadLetter;
  if (destination === undefined) {
    return { effect: "lost", source, sentence: "Events are accepted and dropped at once: there is neither an on-failure destination nor a dead-letter queue." };
  }
  const where = onFailure === undefined ? "dead-letter queue" : "on-failure destination";
  return { effect: "waits", source, sentence: `Events go to the ${where} ${destination.split(":").at(-1)} at once, without retries. They have to be sent again from there.` };
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host.split(".")[0] ?? "" : "";
}
