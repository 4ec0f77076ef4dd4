/** Members of PutFunctionEventInvokeConfig and UpdateFunctionEventInvokeConfig. */
import { Constraints, structure } from "../constraints.ts";
import { functionArn } from "../function-arn.ts";
import { invalidParameter } from "../lambda-errors.ts";
import type { EventInvokeConfig } from "./event-invoke-config.ts";

const ARN =
  "$|kafka://([^.]([a-zA-Z0-9\\-_.]{0,248}))|arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\\-])+:((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1})?:(\\d{12})?:(.*)";
const SUCCESS_SERVICES = ["sqs", "sns", "lambda", "events"];
const FAILURE_SERVICES = [...SUCCESS_SERVICES, "s3"];

/** What a request says. A destination is `undefined` when the request does not name it, `""` when it clears it. */
export type EventInvokeInput = Partial<Pick<EventInvokeConfig, "maxRetryAttempts" | "maxEventAgeSeconds" | "onSuccess" | "onFailure">>;

/** Throws AWS's refusals, but for destinations that do not exist. */
export function readEventInvokeInput(body: Readonly<Record<string, unknown>>): EventInvokeInput {
  const constraints = new Constraints();
  const destinations = structure(body["DestinationConfig"], "destinationConfig");
  const destination = (name: "OnSuccess" | "OnFailure", path: string) => {
    const members = structure(destinations?.[name], path);
    return members && (constraints.text(members["Destination"], `${path}.destination`, { pattern: ARN, maxLength: 350 }) ?? "");
  };
  const input = {
    maxRetryAttempts: constraints.integer(body["MaximumRetryAttempts"], "maximumRetryAttempts", { min: 0, max: 2 }),
    maxEventAgeSeconds: constraints.integer(body["MaximumEventAgeInSeconds"], "maximumEventAgeInSeconds", { min: 60, max: 21_600 }),
    onSuccess: destination("OnSuccess", "destinationConfig.onSuccess"),
    onFailure: destination("OnFailure", "destinationConfig.onFailure"),
  };
  constraints.assert();
  if (!destinations && input.maxRetryAttempts === undefined && input.maxEventAgeSeconds === undefined) {
    throw invalidParameter("You must specify at least one of error handling or destination setting.");
  }
  return input;
}

/** Refuses destinations that cannot be: other services, the function itself, functions that are not there. */
export function assertDestinations(
  { onSuccess, onFailure }: EventInvokeInput,
  source: { region: string; functionName: string },
  functionExists: (arn: string) => boolean,
): void {
  const isService = (arn: string | undefined, services: readonly string[]) => !arn || services.includes(arn.split(":")[2] ?? "");
  if (!isService(onSuccess, SUCCESS_SERVICES) || !isService(onFailure, FAILURE_SERVICES)) {
    const shown = (kind: string, arn: string | undefined) => (arn ? `${kind}(destination=${arn})` : "null");
    throw invalidParameter(
      `The provided destination config DestinationConfig(onSuccess=${shown("OnSuccess", onSuccess)}, onFailure=${shown("OnFailure", onFailure)}) is invalid.`,
    );
  }
  const own = functionArn(source.region, source.functionName);
  for (const arn of [onSuccess, onFailure]) {
    if (arn === undefined || arn.split(":")[2] !== "lambda") continue;
    if (arn === own || arn.startsWith(`${own}:`)) throw invalidParameter("You can't specify the function as a destination for itself.");
    if (!functionExists(arn)) throw invalidParameter(`The destination ARN ${arn} is invalid.`);
  }
}
