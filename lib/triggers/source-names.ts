/** How sources are called, and how each reaches a function. https://docs.aws.amazon.com/lambda/latest/dg/lambda-services.html */

/** Service part of an ARN → name. Lambda polls these: a permission does nothing for them. */
const POLLED: Readonly<Record<string, string>> = {
  sqs: "SQS",
  kinesis: "Kinesis",
  dynamodb: "DynamoDB Streams",
  kafka: "MSK",
  mq: "Amazon MQ",
  rds: "DocumentDB",
};

interface PushSource {
  name: string;
  /** Service parts that its source ARNs have. */
  arnServices: readonly string[];
  /** Where the other half is set up. */
  half: string;
}

/** Principal without `.amazonaws.com` → what it is. */
const PUSHED: Readonly<Record<string, PushSource>> = {
  apigateway: { name: "API Gateway", arnServices: ["execute-api"], half: "the API's integration" },
  s3: { name: "S3", arnServices: ["s3"], half: "the bucket's event notifications" },
  sns: { name: "SNS", arnServices: ["sns"], half: "the topic's subscriptions" },
  events: { name: "EventBridge", arnServices: ["events"], half: "the rule's targets" },
  scheduler: { name: "EventBridge Scheduler", arnServices: ["scheduler"], half: "the schedule, which uses a role and needs no permission here" },
  logs: { name: "CloudWatch Logs", arnServices: ["logs"], half: "the log group's subscription filters" },
  elasticloadbalancing: { name: "Load balancer", arnServices: ["elasticloadbalancing"], half: "the target group" },
  "cognito-idp": { name: "Cognito", arnServices: ["cognito-idp"], half: "the user pool's triggers" },
  "cognito-sync": { name: "Cognito Sync", arnServices: ["cognito-sync"], half: "the identity pool" },
  iot: { name: "IoT", arnServices: ["iot"], half: "the topic rule" },
  ses: { name: "SES", arnServices: ["ses"], half: "the receipt rule" },
  config: { name: "AWS Config", arnServices: ["config"], half: "the Config rule" },
  codecommit: { name: "CodeCommit", arnServices: ["codecommit"], half: "the repository's triggers" },
  lexv2: { name: "Lex", arnServices: ["lex"], half: "the bot's alias" },
  lex: { name: "Lex", arnServices: ["lex"], half: "the bot" },
  connect: { name: "Connect", arnServices: ["connect"], half: "the contact flow" },
  "alexa-appkit": { name: "Alexa", arnServices: [], half: "the skill's endpoint" },
  "alexa-connectedhome": { name: "Alexa Smart Home", arnServices: [], half: "the skill's endpoint" },
  secretsmanager: { name: "Secrets Manager", arnServices: ["secretsmanager"], half: "the secret's rotation" },
  "vpc-lattice": { name: "VPC Lattice", arnServices: ["vpc-lattice"], half: "the target group" },
  "edgelambda": { name: "CloudFront (Lambda@Edge)", arnServices: ["cloudfront"], half: "the distribution's behaviours" },
  "replicator.lambda": { name: "CloudFront (replication)", arnServices: [], half: "the distribution's behaviours" },
};

export interface Principal {
  name: string;
  kind: "polled" | "pushed" | "account" | "public" | "other";
  arnServices?: readonly string[];
  half?: string;
}

/** What a policy's principal is. `logs.eu-west-1.amazonaws.com` is `logs`. */
export function describePrincipal(principal: string): Principal {
  if (principal === "*") return { name: "Everyone", kind: "public" };
  const account = /^(?:arn:aws[a-z-]*:iam::)?(\d{12})(?::root)?$/.exec(principal)?.[1];
  if (account) return { name: `Account ${account}`, kind: "account" };
  if (principal.startsWith("arn:")) return { name: principal.split(":").slice(5).join(":"), kind: "account" };
  const service = /^(.+)\.amazonaws\.com(?:\.cn)?$/.exec(principal)?.[1];
  if (service === undefined) return { name: principal || "nobody", kind: "other" };
  const pushed = PUSHED[service] ?? PUSHED[service.replace(/\.[a-z]{2}(-[a-z]+)+-\d$/, "")];
  if (pushed) return { ...pushed, kind: "pushed" };
  const polled = POLLED[service];
  return polled ? { name: polled, kind: "polled" } : { name: service, kind: "pushed" };
}

/** Service part of an ARN: `sqs`. */
export function serviceOfArn(arn: string): string {
  return arn.split(":")[2] ?? "";
}

/** Last part of an ARN as a person calls it: `orders`, `table/orders`. */
export function nameOfArn(arn: string): string {
  return arn.split(":").slice(5).join(":").replace(/^(stream|table|cluster|rule|repository|loadbalancer\/app)\//, "") || arn;
}

/** Name of a mapping's source. */
export function describePolledSource(sourceArn: string | undefined): string {
  return sourceArn === undefined ? "Kafka" : (POLLED[serviceOfArn(sourceArn)] ?? serviceOfArn(sourceArn));
}
