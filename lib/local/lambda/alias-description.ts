import type { AliasRecord } from "./alias-record.ts";
import { functionArn } from "./function-arn.ts";

/** https://docs.aws.amazon.com/lambda/latest/api/API_AliasConfiguration.html */
export function describeAlias({ region, functionName, name, functionVersion, description, additional, revisionId }: AliasRecord) {
  return {
    AliasArn: functionArn(region, functionName, name),
    Name: name,
    FunctionVersion: functionVersion,
    Description: description,
    ...(additional ? { RoutingConfig: { AdditionalVersionWeights: { [additional.version]: additional.weight } } } : {}),
    RevisionId: revisionId,
  };
}
