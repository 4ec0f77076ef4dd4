import "server-only";
import { type FunctionUrlConfig as UrlConfig, ListFunctionUrlConfigsCommand } from "@aws-sdk/client-lambda";
import { allPages, readLambda } from "./lambda-request";
import type { AwsTarget } from "./target";

export interface FunctionUrl {
  url: string;
  /** With the alias that it invokes, or without one for `$LATEST`. */
  functionArn: string;
  authType: "NONE" | "AWS_IAM";
  invokeMode: "BUFFERED" | "RESPONSE_STREAM";
}

/** URLs of the function and of its aliases. https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctionUrlConfigs.html */
export function listFunctionUrls(target: AwsTarget, name: string): Promise<FunctionUrl[]> {
  const request = { target, operation: "ListFunctionUrlConfigs", resource: `the URLs of ${name}` };
  return allPages(async (marker) => {
    const command = new ListFunctionUrlConfigsCommand({ FunctionName: name, MaxItems: 50, Marker: marker });
    const answer = await readLambda(request, (client, options) => client.send(command, options));
    return { items: (answer.FunctionUrlConfigs ?? []).map(toUrl), next: answer.NextMarker };
  });
}

function toUrl({ FunctionUrl, FunctionArn, AuthType, InvokeMode }: UrlConfig): FunctionUrl {
  return { url: FunctionUrl ?? "", functionArn: FunctionArn ?? "", authType: AuthType ?? "AWS_IAM", invokeMode: InvokeMode ?? "BUFFERED" };
}
