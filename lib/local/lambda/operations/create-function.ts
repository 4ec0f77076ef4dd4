import { randomUUID } from "node:crypto";
import { restJsonBody, restJsonResponse } from "../../protocols/rest-json.ts";
import { findLayers, prepareLayers } from "../attached-layers.ts";
import { assertAttachmentsAllowed, withoutCleared } from "../attachment-input.ts";
import {
  assertConfigurationAllowed,
  CONFIGURATION_MEMBERS,
  readArchitectures,
  readConfiguration,
  type ConfigurationInput,
} from "../configuration-input.ts";
import { Constraints, structure } from "../constraints.ts";
import { describeCreated } from "../function-description.ts";
import { parseFunctionReference, WRITE_NAME } from "../function-reference.ts";
import type { FunctionConfiguration } from "../function-version.ts";
import { conflict, invalidParameter, notSupportedHere } from "../lambda-errors.ts";
import { mergeLogging } from "../logging-configuration.ts";
import type { Operation } from "../operation.ts";
import { readPublish } from "../publish-member.ts";
import { refuseUnsupported } from "../supported-members.ts";
import { assertTagCount, readTags } from "../tags.ts";
import { readZipFile, refuseS3 } from "../zip-file.ts";

const SUPPORTED = new Set<string>([
  ...CONFIGURATION_MEMBERS,
  "FunctionName",
  "Code",
  "PackageType",
  "Architectures",
  "Tags",
  "Publish",
]);
const SUPPORTED_CODE = new Set(["ZipFile", "S3ObjectStorageMode"]);
const MAX_NAME_LENGTH = 64;

/** https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html */
export const createFunction: Operation = async (context, { request }) => {
  const body = restJsonBody(request.body);
  const constraints = new Constraints();
  const input = readConfiguration(body, constraints);
  const architectures = readArchitectures(body["Architectures"], constraints) ?? ["x86_64"];
  const tags = readTags(body["Tags"], constraints);
  const publish = readPublish(body["Publish"]);
  const packageType = constraints.oneOf(body["PackageType"], "packageType", ["Zip", "Image"]);
  const nameText = constraints.requiredText(body["FunctionName"], "functionName");
  const code = structure(body["Code"], "code");
  if (!code) constraints.failNull("code");
  if (input.Role === undefined && body["Role"] == null) constraints.failNull("role");
  constraints.assert();

  const functionName = newFunctionName(request.region, nameText);
  if (packageType === "Image") throw notSupportedHere("PackageType Image");
  refuseUnsupported(body, SUPPORTED);
  refuseS3(code ?? {});
  refuseUnsupported(code ?? {}, SUPPORTED_CODE);
  assertConfigurationAllowed(input, "create", context.clock.now());
  assertTagCount(tags);
  const layers = findLayers(context, request.region, input.Layers ?? []);
  const configuration = withDefaults(functionName, input, architectures, layers);
  assertAttachmentsAllowed(configuration);
  const zip = readZipFile(code ?? {});
  assertFree();
  const saved = await context.code.save(zip);
  await prepareLayers(context, saved, layers);
  assertFree();

  const deployment = { configuration, code: saved, generation: randomUUID() };
  const record = context.lifecycle.create(request.region, functionName, deployment, tags);
  // AWS shows the new version with the function's own ARN.
  const created = publish ? context.lifecycle.publish(record, undefined) : record;
  return restJsonResponse(201, describeCreated(created));

  function assertFree(): void {
    if (context.store.find(request.region, functionName)) throw conflict(`Function already exist: ${functionName}`);
  }
};

function newFunctionName(region: string, text: string): string {
  const { functionName } = parseFunctionReference(region, text, WRITE_NAME);
  if (functionName.length > MAX_NAME_LENGTH) {
    throw invalidParameter(
      `1 validation error detected: Value '${functionName}' at 'functionName' failed to satisfy constraint: Member must have length less than or equal to ${MAX_NAME_LENGTH}`,
    );
  }
  return functionName;
}

function withDefaults(
  functionName: string,
  input: ConfigurationInput,
  architectures: FunctionConfiguration["Architectures"],
  layers: NonNullable<FunctionConfiguration["Layers"]>,
): FunctionConfiguration {
  const { Runtime, Handler, Role = "" } = input;
  if (Runtime === undefined || Handler === undefined) {
    throw invalidParameter(
      "Runtime and Handler are mandatory parameters for functions created with deployment packages.",
    );
  }
  return withoutCleared({
    Runtime,
    Handler,
    Role,
    Description: input.Description ?? "",
    Timeout: input.Timeout ?? 3,
    MemorySize: input.MemorySize ?? 128,
    EphemeralStorageSize: input.EphemeralStorageSize ?? 512,
    ...(input.Environment ? { Environment: input.Environment } : {}),
    Architectures: architectures,
    TracingMode: input.TracingMode ?? "PassThrough",
    ...(input.VpcConfig ? { VpcConfig: input.VpcConfig } : {}),
    ...(input.SnapStartApplyOn ? { SnapStartApplyOn: input.SnapStartApplyOn } : {}),
    FileSystemConfigs: input.FileSystemConfigs,
    KMSKeyArn: input.KMSKeyArn,
    DeadLetterTargetArn: input.DeadLetterTargetArn,
    Layers: layers,
    LoggingConfig: mergeLogging(
      { LogFormat: "Text", LogGroup: `/aws/lambda/${functionName}` },
      input.LoggingConfig,
    ),
  });
}
