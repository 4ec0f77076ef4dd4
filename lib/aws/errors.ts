import "server-only";
import { AppError, type AppErrorDetails, isAppError } from "@/lib/errors";
import { parseAccessDenied } from "./access-denied";
import { type ErrorFacts, factsOf } from "./error-facts";
import { redact } from "./redact";
import { explainThrottle } from "./throttle-reasons";

export interface AwsCallContext {
  /** IAM's prefix of the service: `lambda`, `cloudwatch`, `logs`, `sts`. */
  service: string;
  /** AWS's operation name, for instance `ListFunctions`. */
  operation: string;
  /** What it was about, in words: `the function checkout`, `the functions of eu-west-1`. */
  resource: string;
  region: string;
  /** Host that was called, for `unreachable`. */
  host?: string;
  /** Values that must not come back in a message. */
  secrets?: readonly string[];
}

/**
 * Turns whatever an SDK call threw into an `AppError` with a sentence that a person can act on. Denied access names the
 * IAM action and resource; a 429 of Lambda carries `data: { reason }`; a lost connection carries
 * `data: { maybeDelivered }`, since a request that may have arrived may have had its effect.
 */
export function mapAwsError(error: unknown, context: AwsCallContext): AppError {
  if (isAppError(error)) return error;
  const facts = factsOf(error);
  const details: AppErrorDetails = { awsErrorName: facts.name, awsRequestId: facts.requestId };
  return (
    deniedAccess(facts, context, details) ??
    badCredentials(facts, context, details) ??
    throttled(facts, context, details) ??
    refusedRequest(facts, context, details) ??
    lostConnection(facts, context) ??
    foreignAnswer(facts, context) ??
    new AppError("aws_error", `${context.operation} failed: ${sentenceOf(facts, context)}`, details)
  );
}

function deniedAccess(facts: ErrorFacts, context: AwsCallContext, details: AppErrorDetails): AppError | undefined {
  if (!/^(AccessDenied|AccessDeniedException|ForbiddenException|UnauthorizedOperation|AuthorizationError|NotAuthorized)$/.test(facts.name)) return undefined;
  const denied = parseAccessDenied(facts.message);
  const iamAction = denied.iamAction ?? iamActionOf(context);
  const iamResource = denied.iamResource ?? "*";
  const who = denied.principal ? ` to ${denied.principal}` : "";
  return new AppError("access_denied", `No permission for ${iamAction} on ${iamResource}.`, {
    ...details,
    iamAction,
    iamResource,
    hint: denied.explicitDenyIn
      ? `A ${denied.explicitDenyIn} denies it explicitly: it has to be changed there.`
      : `Allow ${iamAction}${who}, for instance in the policy of the role that Warmstart uses.`,
  });
}

/** IAM's name of an operation; invoking is the only one here that differs. */
export function iamActionOf({ service, operation }: Pick<AwsCallContext, "service" | "operation">): string {
  return service === "lambda" && operation.startsWith("Invoke") ? "lambda:InvokeFunction" : `${service}:${operation}`;
}

const EXPIRED = /^(ExpiredToken|ExpiredTokenException|RequestExpired)$/;
const INVALID =
  /^(InvalidClientTokenId|UnrecognizedClientException|InvalidSignatureException|SignatureDoesNotMatch|MissingAuthenticationToken|MissingAuthenticationTokenException|IncompleteSignature|IncompleteSignatureException|InvalidAccessKeyId|AuthFailure|OptInRequired|CredentialsProviderError|TokenProviderError|UnauthorizedException)$/;

function badCredentials(facts: ErrorFacts, context: AwsCallContext, details: AppErrorDetails): AppError | undefined {
  if (EXPIRED.test(facts.name) || (INVALID.test(facts.name) && /expired/i.test(facts.message))) {
    return new AppError("credentials", "The AWS credentials have expired.", {
      ...details,
      hint: "Sign in again (for instance `aws sso login`) where Warmstart runs; it picks the new credentials up by itself.",
    });
  }
  if (!INVALID.test(facts.name)) return undefined;
  if (facts.name.endsWith("ProviderError")) {
    return new AppError("credentials", `No AWS credentials: ${sentenceOf(facts, context)}`, details);
  }
  return new AppError("credentials", `AWS does not accept the credentials in ${context.region}: ${sentenceOf(facts, context)}`, {
    ...details,
    hint: "A region that is not enabled for the account, or a clock that is minutes off, gives the same answer.",
  });
}

const THROTTLED = /^(Throttling|ThrottlingException|ThrottledException|RequestLimitExceeded|TooManyRequestsException|SlowDown)$/;

function throttled(facts: ErrorFacts, context: AwsCallContext, details: AppErrorDetails): AppError | undefined {
  if (!THROTTLED.test(facts.name) && facts.status !== 429) return undefined;
  const meaning = explainThrottle(facts.throttleReason);
  return new AppError("throttled", meaning?.message ?? `AWS is throttling ${context.operation} in ${context.region}.`, {
    ...details,
    hint: meaning?.hint ?? "Wait a few seconds. Every tool of this account shares the same rate.",
    ...(facts.throttleReason ? { data: { reason: facts.throttleReason } } : {}),
  });
}

function refusedRequest(facts: ErrorFacts, context: AwsCallContext, details: AppErrorDetails): AppError | undefined {
  const said = sentenceOf(facts, context);
  switch (facts.name) {
    case "ResourceNotFoundException":
    case "ResourceNotFound":
    case "NotFoundException":
    case "QueueDoesNotExist":
    case "AWS.SimpleQueueService.NonExistentQueue":
      return new AppError("not_found", `AWS has no such resource in ${context.region}: ${context.resource}.`, { ...details, hint: said });
    case "PreconditionFailedException":
      return new AppError("revision_conflict", `Someone changed ${context.resource} meanwhile.`, details);
    case "ResourceConflictException":
      // The same name for two things: what is there already, and what is under way.
      if (/already exists?/i.test(said)) {
        return new AppError("conflict", `It is there already: ${said}`, { ...details, hint: "Choose another name, or change the one that is there." });
      }
      return new AppError("conflict", `AWS is still busy with ${context.resource}: ${said}`, {
        ...details,
        hint: "An update in progress usually ends within a minute; try again then.",
      });
    case "RequestTooLargeException":
    case "RequestEntityTooLargeException":
      return new AppError("payload_too_large", "The event is too large: AWS takes 6 MB, and 1 MB for asynchronous events.", details);
    case "InvalidRequestContentException":
      return new AppError("bad_request", `AWS cannot read the event: ${said}`, details);
    case "InvalidParameterValueException":
    case "InvalidParameterValue":
    case "InvalidParameterCombinationException":
    case "InvalidParameterException":
    case "ValidationException":
    case "ValidationError":
      return new AppError("bad_request", `AWS refused ${context.operation}: ${said}`, details);
    default:
      return undefined;
  }
}

const UNSENT = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]);
const LOST = new Set(["ECONNRESET", "EPIPE"]);

function lostConnection(facts: ErrorFacts, context: AwsCallContext): AppError | undefined {
  const host = context.host ?? facts.networkHost ?? "AWS";
  const code = facts.networkCode ?? "";
  const neverConnected = /did not establish a connection/.test(facts.message);
  const details = { awsErrorName: facts.networkCode ?? facts.name };
  if (neverConnected || UNSENT.has(code) || LOST.has(code) || /^(ERR_TLS|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/.test(code)) {
    const how = neverConnected ? "it does not take the connection" : (HOW[code] ?? `the connection failed (${code})`);
    return new AppError("unreachable", `${host} cannot be reached: ${how}.`, {
      ...details,
      hint: "Check the endpoint, the region's name, and the network or proxy of the machine that runs Warmstart.",
      data: { maybeDelivered: LOST.has(code) },
    });
  }
  // The SDK gives cut connections this name too; their code was looked at above.
  if (facts.name !== "TimeoutError" && code !== "ETIMEDOUT") return undefined;
  return new AppError("timeout", `${host} did not answer ${context.operation} in time.`, {
    ...details,
    hint: "Check the network between Warmstart and AWS, then try again.",
    data: { maybeDelivered: true },
  });
}

const HOW: Record<string, string> = {
  ECONNREFUSED: "nothing listens there",
  ENOTFOUND: "the name does not resolve",
  EAI_AGAIN: "the name does not resolve at the moment",
  ECONNRESET: "the connection was cut",
  EPIPE: "the connection was cut",
};

/** A login page of a proxy, or an emulator that lacks the operation: the SDK then fails at parsing. */
function foreignAnswer(facts: ErrorFacts, context: AwsCallContext): AppError | undefined {
  if (facts.name !== "SyntaxError" && !facts.message.includes("Deserialization error")) return undefined;
  const { host = "The endpoint", operation } = context;
  return new AppError("aws_error", `${host} answered ${operation} with something that is not from AWS.`, {
    hint: "A proxy may stand in between, or the endpoint does not know this operation.",
  });
}

function sentenceOf(facts: ErrorFacts, { secrets }: AwsCallContext): string {
  const text = redact(facts.message, secrets).trim() || facts.name;
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
