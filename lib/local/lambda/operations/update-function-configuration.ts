import { restJsonBody, restJsonResponse } from "../../protocols/rest-json.ts";
import {
  assertConfigurationAllowed,
  CONFIGURATION_MEMBERS,
  readConfiguration,
} from "../configuration-input.ts";
import { Constraints } from "../constraints.ts";
import { describeRead } from "../function-description.ts";
import { findFunction } from "../function-lookup.ts";
import { WRITE_NAME } from "../function-reference.ts";
import { revisionMismatch } from "../lambda-errors.ts";
import { mergeLogging } from "../logging-configuration.ts";
import type { Operation } from "../operation.ts";
import { refuseUnsupported } from "../supported-members.ts";

const SUPPORTED = new Set<string>([...CONFIGURATION_MEMBERS, "FunctionName", "RevisionId"]);

/** https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionConfiguration.html */
export const updateFunctionConfiguration: Operation = (context, call) => {
  const body = restJsonBody(call.request.body);
  const constraints = new Constraints();
  const input = readConfiguration(body, constraints);
  const revisionId = constraints.text(body["RevisionId"], "revisionId");
  constraints.assert();
  refuseUnsupported(body, SUPPORTED);

  const record = findFunction(context, call, WRITE_NAME);
  if (revisionId !== undefined && revisionId !== record.revisionId) throw revisionMismatch();
  context.lifecycle.assertSettled(record);
  assertConfigurationAllowed(input, "update", context.clock.now());

  const { configuration, code } = record.current;
  const { LoggingConfig, ...changes } = input;
  const next = {
    ...configuration,
    ...changes,
    LoggingConfig: mergeLogging(configuration.LoggingConfig, LoggingConfig),
  };
  const updated = context.lifecycle.update(record, { configuration: next, code });
  return restJsonResponse(200, describeRead(updated));
};
