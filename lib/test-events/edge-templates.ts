import { ACCOUNT, type EventTemplate, FIRST_RECORD, REGION } from "./event-template";

const header = (key: string, value: string) => ({ [key.toLowerCase()]: [{ key, value }] });
const request = { clientIp: "203.0.113.24", method: "GET", uri: "/products/mug-blue.html", querystring: "size=large", headers: { ...header("Host", "d111111abcdef8.cloudfront.net"), ...header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64)") } };

function cloudFront(eventType: string, parts: object) {
  return { Records: [{ cf: { config: { distributionDomainName: "d111111abcdef8.cloudfront.net", distributionId: "EDFDVBD6EXAMPLE", eventType, requestId: "4TyzHTaYWb1GX1qTfsHhEqV6HUDd_BzoBZnwfnvQc_1oF26ClkoUSEQ==" }, request, ...parts } }] };
}

const CLOUDFRONT = {
  group: "GraphQL and edge",
  marks: [[[...FIRST_RECORD, "cf"]]],
  fields: [
    { label: "Path", path: [...FIRST_RECORD, "cf", "request", "uri"] },
    { label: "Query", path: [...FIRST_RECORD, "cf", "request", "querystring"] },
    { label: "Method", path: [...FIRST_RECORD, "cf", "request", "method"] },
    { label: "Status", path: [...FIRST_RECORD, "cf", "response", "status"] },
  ],
} as const;

const origin = { custom: { customHeaders: {}, domainName: "shop.example.com", keepaliveTimeout: 5, path: "", port: 443, protocol: "https", readTimeout: 30, sslProtocols: ["TLSv1.2"] } };
const response = { status: "200", statusDescription: "OK", headers: { ...header("Content-Type", "text/html"), ...header("Cache-Control", "max-age=60") } };

const resolver = {
  arguments: { id: "o-1001" },
  identity: { claims: { sub: "4f1c09a2-b7d3-4c8e-9f39-0d7a1c2b3e4f", email: "ada@example.com" }, defaultAuthStrategy: "ALLOW", groups: ["customers"], issuer: "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_EXAMPLE01", sourceIp: ["203.0.113.24"], sub: "4f1c09a2-b7d3-4c8e-9f39-0d7a1c2b3e4f", username: "ada" },
  source: null,
  request: { headers: { "content-type": "application/json", host: "a1b2c3d4e5f6g7.appsync-api.us-east-1.amazonaws.com" }, domainName: null },
  prev: null,
  info: { selectionSetList: ["id", "status"], selectionSetGraphQL: "{\n  id\n  status\n}", parentTypeName: "Query", fieldName: "order", variables: {} },
  stash: {},
};

export const EDGE_TEMPLATES: readonly EventTemplate[] = [
  {
    id: "appsync-resolver",
    group: "GraphQL and edge",
    label: "AppSync resolver",
    name: "appsync-resolver",
    payload: resolver,
    marks: [[["info", "fieldName"]], [["arguments"]]],
    fields: [
      { label: "Field", path: ["info", "fieldName"] },
      { label: "Type", path: ["info", "parentTypeName"] },
      { label: "Argument id", path: ["arguments", "id"] },
    ],
  },
  { id: "appsync-batch", group: "GraphQL and edge", label: "AppSync resolver, batch", name: "appsync-batch", payload: [resolver, { ...resolver, arguments: { id: "o-1002" } }], marks: [[[0, "info", "fieldName"]]], fields: [{ label: "Field", path: [0, "info", "fieldName"] }] },
  {
    id: "appsync-authorizer",
    group: "GraphQL and edge",
    label: "AppSync authorizer",
    name: "appsync-authorizer",
    payload: {
      authorizationToken: "allow-me",
      requestContext: { apiId: "a1b2c3d4e5f6g7", accountId: ACCOUNT, requestId: "4f1c09a2-b7d3-4c8e-9f39-0d7a1c2b3e4f", queryString: "query order($id: ID!) { order(id: $id) { status } }", operationName: "order", variables: { id: "o-1001" } },
    },
    marks: [[["authorizationToken"]], [["requestContext", "queryString"]]],
    fields: [
      { label: "Token", path: ["authorizationToken"] },
      { label: "Query", path: ["requestContext", "queryString"] },
    ],
  },
  { ...CLOUDFRONT, id: "cloudfront-viewer-request", label: "CloudFront, viewer request", name: "cloudfront-viewer-request", payload: cloudFront("viewer-request", {}) },
  { ...CLOUDFRONT, id: "cloudfront-origin-request", label: "CloudFront, origin request", name: "cloudfront-origin-request", payload: { Records: [{ cf: { ...cloudFront("origin-request", {}).Records[0]?.cf, request: { ...request, origin } } }] } },
  { ...CLOUDFRONT, id: "cloudfront-origin-response", label: "CloudFront, origin response", name: "cloudfront-origin-response", payload: cloudFront("origin-response", { response }) },
  { ...CLOUDFRONT, id: "cloudfront-viewer-response", label: "CloudFront, viewer response", name: "cloudfront-viewer-response", payload: cloudFront("viewer-response", { response }) },
  {
    id: "rekognition",
    group: "Other",
    label: "Rekognition request",
    name: "rekognition",
    payload: { Image: { S3Object: { Bucket: "shop-product-images", Name: "uploads/blue mug.png" } } },
    marks: [[["Image", "S3Object"]]],
    fields: [
      { label: "Bucket", path: ["Image", "S3Object", "Bucket"] },
      { label: "Key", path: ["Image", "S3Object", "Name"] },
    ],
  },
  {
    id: "sagemaker-pre-labelling",
    group: "Other",
    label: "SageMaker Ground Truth, before labelling",
    name: "sagemaker-before",
    payload: { version: "2018-10-16", labelingJobArn: `arn:aws:sagemaker:${REGION}:${ACCOUNT}:labeling-job/mugs`, dataObject: { "source-ref": "s3://shop-product-images/uploads/blue mug.png" } },
    marks: [[["labelingJobArn"]], [["dataObject"]]],
    fields: [{ label: "Object", path: ["dataObject", "source-ref"] }],
  },
  {
    id: "sagemaker-consolidation",
    group: "Other",
    label: "SageMaker Ground Truth, consolidate annotations",
    name: "sagemaker-consolidate",
    payload: {
      version: "2018-10-16",
      labelingJobArn: `arn:aws:sagemaker:${REGION}:${ACCOUNT}:labeling-job/mugs`,
      labelCategories: ["mug", "plate"],
      labelAttributeName: "kind",
      roleArn: `arn:aws:iam::${ACCOUNT}:role/labelling`,
      payload: { s3Uri: "s3://shop-product-images/annotations/consolidation-request.json" },
    },
    marks: [[["labelingJobArn"]], [["labelAttributeName"]]],
    fields: [{ label: "Annotations", path: ["payload", "s3Uri"] }],
  },
];
