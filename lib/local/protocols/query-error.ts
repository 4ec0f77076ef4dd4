import type { AwsResponse } from "./service.ts";
import type { ServiceError } from "./service-error.ts";

/** The error document of the Query protocol. https://smithy.io/2.0/aws/protocols/aws-query-protocol.html */
export function queryErrorResponse(requestId: string, error: ServiceError): AwsResponse {
  const type = error.status >= 500 ? "Receiver" : "Sender";
  const detail = `<Type>${type}</Type><Code>${escapeXml(error.errorType)}</Code><Message>${escapeXml(error.message)}</Message>`;
  return {
    status: error.status,
    headers: { "content-type": "text/xml", ...error.headers },
    body: `<ErrorResponse><Error>${detail}</Error><RequestId>${requestId}</RequestId></ErrorResponse>`,
  };
}

export function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&apos;");
}
