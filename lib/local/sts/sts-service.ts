import { CALLER_IDENTITY } from "../caller-identity.ts";
import { jsonErrorResponse, jsonResponse, targetOperation } from "../protocols/aws-json.ts";
import { queryErrorResponse } from "../protocols/query-error.ts";
import type { AwsRequest, AwsResponse, ServiceHandler } from "../protocols/service.ts";
import { ServiceError } from "../protocols/service-error.ts";

const NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";
const TARGET = "AWSSecurityTokenServiceV20110615";

/** AWS STS: GetCallerIdentity over Query/XML and AWS-JSON 1.1. https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html */
export function createStsService(): ServiceHandler {
  return async (request) => (request.headers["x-amz-target"] === undefined ? answerQuery(request) : answerJson(request));
}

function answerQuery(request: AwsRequest): AwsResponse {
  const parameters = request.method === "GET" ? request.query : new URLSearchParams(request.body.toString("utf8"));
  const action = parameters.get("Action") ?? "";
  if (action !== "GetCallerIdentity") return queryErrorResponse(request.requestId, unknownAction(action));
  const { UserId, Account, Arn } = CALLER_IDENTITY;
  const result = `<Arn>${Arn}</Arn><UserId>${UserId}</UserId><Account>${Account}</Account>`;
  const metadata = `<ResponseMetadata><RequestId>${request.requestId}</RequestId></ResponseMetadata>`;
  return {
    status: 200,
    headers: { "content-type": "text/xml" },
    body: `<GetCallerIdentityResponse xmlns="${NAMESPACE}"><GetCallerIdentityResult>${result}</GetCallerIdentityResult>${metadata}</GetCallerIdentityResponse>`,
  };
}

function answerJson(request: AwsRequest): AwsResponse {
  const action = targetOperation(request, TARGET) ?? "";
  if (action !== "GetCallerIdentity") return jsonErrorResponse(request, unknownAction(action), "1.1");
  return jsonResponse(request, CALLER_IDENTITY, "1.1");
}

function unknownAction(action: string): ServiceError {
  return new ServiceError("InvalidAction", 400, `The local region does not know the STS action ${action || "(none)"}.`);
}
