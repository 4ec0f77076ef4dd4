import { ACCOUNT, type EventTemplate, REGION } from "./event-template";
import { httpApiRequest, restApiRequest } from "./http-templates";

const METHOD_ARN = `arn:aws:execute-api:${REGION}:${ACCOUNT}:a1b2c3d4e5/prod/GET/orders/o-1001`;

const { resource, path, httpMethod, headers, queryStringParameters, pathParameters, stageVariables, requestContext } = restApiRequest;
const { body: _body, isBase64Encoded: _encoded, version: _version, ...request2 } = { body: undefined, ...httpApiRequest };

/** Answers with a policy, or `{ isAuthorized }` for the simple form of version 2.0. */
export const AUTHORIZER_TEMPLATES: readonly EventTemplate[] = [
  {
    id: "authorizer-token",
    group: "Authorizers",
    label: "Lambda authorizer, TOKEN (REST API)",
    name: "authorizer-token",
    payload: { type: "TOKEN", authorizationToken: "Bearer allow-me", methodArn: METHOD_ARN },
    marks: [[["type"], "TOKEN"], [["methodArn"]]],
    fields: [
      { label: "Token", path: ["authorizationToken"] },
      { label: "Method ARN", path: ["methodArn"] },
    ],
  },
  {
    id: "authorizer-request",
    group: "Authorizers",
    label: "Lambda authorizer, REQUEST (REST API)",
    name: "authorizer-request",
    payload: { type: "REQUEST", methodArn: METHOD_ARN, resource, path, httpMethod, headers: { ...headers, Authorization: "Bearer allow-me" }, queryStringParameters, pathParameters, stageVariables, requestContext },
    marks: [[["type"], "REQUEST"], [["methodArn"]], [["requestContext"]]],
    fields: [
      { label: "Method ARN", path: ["methodArn"] },
      { label: "Authorization", path: ["headers", "Authorization"] },
      { label: "Path", path: ["path"] },
    ],
  },
  {
    id: "authorizer-v2",
    group: "Authorizers",
    label: "Lambda authorizer, format 2.0 (HTTP API)",
    name: "authorizer-http",
    payload: {
      version: "2.0",
      type: "REQUEST",
      routeArn: `arn:aws:execute-api:${REGION}:${ACCOUNT}:a1b2c3d4e5/$default/GET/orders/o-1001`,
      identitySource: ["Bearer allow-me"],
      ...request2,
      headers: { ...request2.headers, authorization: "Bearer allow-me" },
      pathParameters: { orderId: "o-1001" },
      stageVariables: { environment: "prod" },
    },
    marks: [[["type"], "REQUEST"], [["routeArn"]], [["requestContext"]]],
    fields: [
      { label: "Token", path: ["identitySource", 0], also: [{ path: ["headers", "authorization"], from: (value) => value }] },
      { label: "Route ARN", path: ["routeArn"] },
      { label: "Path", path: ["rawPath"], also: [{ path: ["requestContext", "http", "path"], from: (value) => value }] },
    ],
  },
];
