import { restJsonBody, restJsonResponse } from "../../protocols/rest-json.ts";
import { findLayers, prepareLayers } from "../attached-layers.ts";
import { assertAttachmentsAllowed, withoutCleared } from "../attachment-input.ts";
import {
  assertConfigurationAllowed,
  CONFIGURATION_MEMBERS,
  readConfiguration,
  type ConfigurationInput,
} from "../configuration-input.ts";
import { Constraints } from "../constraints.ts";
import { describeRead } from "../function-description.ts";
import { findFunction } from "../function-lookup.ts";
import { WRITE_NAME } from "../function-reference.ts";
import { revisionMismatch } from "../lambda-errors.ts";
import { mergeLogging } from "../logging-configuration.ts";
import type { LambdaCall, LambdaContext, Operation } from "../operation.ts";
import { refuseUnsupported } from "../supported-members.ts";

const SUPPORTED = new Set<string>([...CONFIGURATION_MEMBERS, "FunctionName", "RevisionId"]);

/** https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionConfiguration.html */
export const updateFunctionConfiguration: Operation = async (context, call) => {
  const body = restJsonBody(call.request.body);
  const constraints = new Constraints();
  const input = readConfiguration(body, constraints);
  const revisionId = constraints.text(body["RevisionId"], "revisionId");
  constraints.assert();
  refuseUnsupported(body, SUPPORTED);

  const before = nextState(context, call, input, revisionId);
  await prepareLayers(context, before.next.code, before.next.configuration.Layers);
  // Merging layers takes a while: somebody else may have come first.
  const { record, next } = nextState(context, call, input, revisionId);
  return restJsonResponse(200, describeRead(context.lifecycle.update(record, next)));
};

function nextState(context: LambdaContext, call: LambdaCall, input: ConfigurationInput, revisionId: string | undefined) {
  const record = findFunction(context, call, WRITE_NAME);
  if (revisionId !== undefined && revisionId !== record.revisionId) throw revisionMismatch();
  context.lifecycle.assertSettled(record);
  assertConfigurationAllowed(input, "update", context.clock.now());

  const { configuration, code } = record.current;
  const { LoggingConfig, Layers, ...changes } = input;
  const next = withoutCleared({
    ...configuration,
    ...changes,
    ...(Layers ? { Layers: findLayers(context, record.region, Layers, configuration.Layers) } : {}),
    LoggingConfig: mergeLogging(configuration.LoggingConfig, LoggingConfig),
  });
  assertAttachmentsAllowed(next);
  return { record, next: { configuration: next, code } };
}
