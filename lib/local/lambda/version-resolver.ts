import { LOCAL_ACCOUNT_ID } from "../../local-contract.ts";
import type { CodeStore } from "./code-store.ts";
import { functionArn } from "./function-arn.ts";
import type { FunctionRecord } from "./function-record.ts";
import type { FunctionVersion } from "./function-version.ts";

/** What the engine is to run for a record; one object for a record, as invocations are frequent. */
export function createVersionResolver(code: CodeStore): (record: FunctionRecord) => FunctionVersion {
  const resolved = new WeakMap<FunctionRecord, FunctionVersion>();
  return (record) => {
    let version = resolved.get(record);
    if (!version) {
      version = toVersion(record, code);
      resolved.set(record, version);
    }
    return version;
  };
}

function toVersion(record: FunctionRecord, code: CodeStore): FunctionVersion {
  const deployment = record.serving ?? record.current;
  const { region, functionName, reservedConcurrency } = record;
  return {
    region,
    accountId: LOCAL_ACCOUNT_ID,
    functionName,
    version: "$LATEST",
    functionArn: functionArn(region, functionName),
    configuration: deployment.configuration,
    codeDirectory: code.directoryOf(deployment.code.id),
    generation: deployment.generation,
    ...(reservedConcurrency === undefined ? {} : { reservedConcurrency }),
  };
}
