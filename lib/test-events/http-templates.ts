import { ACCOUNT, type EventField, type EventTemplate, REGION, TIME_MS } from "./event-template";

const BROWSER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36";
const TRACE = "Root=1-6734c1d2-3f8a0b1c2d3e4f5a6b7c8d9e";
const API = "a1b2c3d4e5";
const API_DOMAIN = `${API}.execute-api.${REGION}.amazonaws.com`;
const URL_ID = "k2v7x3q5w8m4n6p9r1t0y5u8i2o4a7sd";
const URL_DOMAIN = `${URL_ID}.lambda-url.${REGION}.on.aws`;
const CLF_TIME = "13/Nov/2026:15:08:50 +0000";
const ORDER = JSON.stringify({ sku: "MUG-BLUE", quantity: 2 });

const queryMap = (value: string) => Object.fromEntries(new URLSearchParams(value));

/** Header names are lower case and absent maps are missing. */
const VERSION_2_FIELDS: readonly EventField[] = [
  { label: "Method", path: ["requestContext", "http", "method"] },
  { label: "Path", path: ["rawPath"], also: [{ path: ["requestContext", "http", "path"], from: (value) => value }] },
  { label: "Query", path: ["rawQueryString"], also: [{ path: ["queryStringParameters"], from: queryMap }] },
  { label: "Body", path: ["body"] },
];

function version2(route: { routeKey: string; stage: string; apiId: string; domain: string; accountId: string }, request: { method: string; path: string; query: string; body?: string }) {
  return {
    version: "2.0",
    routeKey: route.routeKey,
    rawPath: request.path,
    rawQueryString: request.query,
    cookies: ["theme=dark"],
    headers: {
      accept: "application/json",
      "content-type": "application/json",
      "content-length": String(request.body?.length ?? 0),
      host: route.domain,
      "user-agent": BROWSER,
      "x-amzn-trace-id": TRACE,
      "x-forwarded-for": "203.0.113.24",
      "x-forwarded-port": "443",
      "x-forwarded-proto": "https",
    },
    ...(request.query === "" ? {} : { queryStringParameters: queryMap(request.query) }),
    requestContext: {
      accountId: route.accountId,
      apiId: route.apiId,
      domainName: route.domain,
      domainPrefix: route.apiId,
      http: { method: request.method, path: request.path, protocol: "HTTP/1.1", sourceIp: "203.0.113.24", userAgent: BROWSER },
      requestId: "BQ3kLhZWIAMEJ4g=",
      routeKey: route.routeKey,
      stage: route.stage,
      time: CLF_TIME,
      timeEpoch: TIME_MS,
    },
    ...(request.body === undefined ? {} : { body: request.body }),
    isBase64Encoded: false,
  };
}

const httpApi = { stage: "$default", apiId: API, domain: API_DOMAIN, accountId: ACCOUNT };
const functionUrl = { routeKey: "$default", stage: "$default", apiId: URL_ID, domain: URL_DOMAIN, accountId: "anonymous" };

/** Absent maps are null. */
const restApi = {
  resource: "/orders/{orderId}",
  path: "/orders/o-1001",
  httpMethod: "GET",
  headers: { Accept: "application/json", Host: API_DOMAIN, "User-Agent": BROWSER, "X-Amzn-Trace-Id": TRACE, "X-Forwarded-For": "203.0.113.24", "X-Forwarded-Port": "443", "X-Forwarded-Proto": "https" },
  multiValueHeaders: { Accept: ["application/json"], Host: [API_DOMAIN], "User-Agent": [BROWSER], "X-Amzn-Trace-Id": [TRACE], "X-Forwarded-For": ["203.0.113.24"], "X-Forwarded-Port": ["443"], "X-Forwarded-Proto": ["https"] },
  queryStringParameters: { expand: "items" },
  multiValueQueryStringParameters: { expand: ["items"] },
  pathParameters: { orderId: "o-1001" },
  stageVariables: null,
  requestContext: {
    accountId: ACCOUNT,
    resourceId: "x7k2m9",
    stage: "prod",
    domainName: API_DOMAIN,
    domainPrefix: API,
    requestId: "c6af9ac6-7b61-11e6-9a41-93e8deadbeef",
    extendedRequestId: "BQ3kLhZWIAMFXYg=",
    requestTime: CLF_TIME,
    requestTimeEpoch: TIME_MS,
    path: "/prod/orders/o-1001",
    protocol: "HTTP/1.1",
    resourcePath: "/orders/{orderId}",
    httpMethod: "GET",
    apiId: API,
    identity: {
      cognitoIdentityPoolId: null,
      accountId: null,
      cognitoIdentityId: null,
      caller: null,
      apiKey: null,
      apiKeyId: null,
      accessKey: null,
      sourceIp: "203.0.113.24",
      cognitoAuthenticationType: null,
      cognitoAuthenticationProvider: null,
      userArn: null,
      userAgent: BROWSER,
      user: null,
    },
  },
  body: null,
  isBase64Encoded: false,
};

const REST_FIELDS: readonly EventField[] = [
  { label: "Method", path: ["httpMethod"], also: [{ path: ["requestContext", "httpMethod"], from: (value) => value }] },
  { label: "Path", path: ["path"], also: [{ path: ["requestContext", "path"], from: (value) => `/prod${value}` }] },
  { label: "Body", path: ["body"] },
];

function webSocket(routeKey: string, eventType: "CONNECT" | "MESSAGE" | "DISCONNECT") {
  return {
    ...(eventType === "CONNECT" ? { headers: { Host: API_DOMAIN, "Sec-WebSocket-Version": "13", "X-Forwarded-For": "203.0.113.24" }, multiValueHeaders: { Host: [API_DOMAIN], "Sec-WebSocket-Version": ["13"], "X-Forwarded-For": ["203.0.113.24"] } } : {}),
    requestContext: {
      routeKey,
      ...(eventType === "MESSAGE" ? { messageId: "BQ3kLcVxIAMCJ4g=" } : {}),
      eventType,
      extendedRequestId: "BQ3kLhZWIAMFXYg=",
      requestTime: CLF_TIME,
      messageDirection: "IN",
      stage: "prod",
      connectedAt: TIME_MS - 5_000,
      requestTimeEpoch: TIME_MS,
      identity: { userAgent: BROWSER, sourceIp: "203.0.113.24" },
      requestId: "BQ3kLhZWIAMFXYg=",
      domainName: API_DOMAIN,
      connectionId: "BQ3kKeGpoAMCJXw=",
      apiId: API,
      ...(eventType === "DISCONNECT" ? { disconnectStatusCode: 1001, disconnectReason: "Going away" } : {}),
    },
    ...(eventType === "MESSAGE" ? { body: JSON.stringify({ action: "sendMessage", text: "hello" }) } : {}),
    isBase64Encoded: false,
  };
}

const WEB_SOCKET_FIELDS: readonly EventField[] = [
  { label: "Route", path: ["requestContext", "routeKey"] },
  { label: "Connection id", path: ["requestContext", "connectionId"] },
  { label: "Body", path: ["body"] },
];

const loadBalancer = {
  requestContext: { elb: { targetGroupArn: `arn:aws:elasticloadbalancing:${REGION}:${ACCOUNT}:targetgroup/shop/73e2d6bc24d8a067` } },
  httpMethod: "POST",
  path: "/orders",
  queryStringParameters: { expand: "items" },
  headers: { accept: "application/json", "content-type": "application/json", host: `shop-1234567890.${REGION}.elb.amazonaws.com`, "user-agent": BROWSER, "x-amzn-trace-id": TRACE, "x-forwarded-for": "203.0.113.24", "x-forwarded-port": "443", "x-forwarded-proto": "https" },
  body: ORDER,
  isBase64Encoded: false,
};

const { queryStringParameters: _query, headers: _headers, ...loadBalancerCore } = loadBalancer;
const loadBalancerMultiValue = {
  ...loadBalancerCore,
  multiValueQueryStringParameters: { expand: ["items", "customer"] },
  multiValueHeaders: Object.fromEntries(Object.entries(loadBalancer.headers).map(([name, value]) => [name, [value]])),
};

const LOAD_BALANCER_FIELDS: readonly EventField[] = [
  { label: "Method", path: ["httpMethod"] },
  { label: "Path", path: ["path"] },
  { label: "Body", path: ["body"] },
];

const lattice = {
  version: "2.0",
  path: "/orders",
  method: "POST",
  headers: { accept: ["application/json"], "content-type": ["application/json"], host: ["orders-0a1b2c3d4e5f.7d67968.vpc-lattice-svcs.us-east-1.on.aws"], "user-agent": [BROWSER], "x-forwarded-for": ["10.0.12.34"] },
  queryStringParameters: { expand: ["items"] },
  body: ORDER,
  isBase64Encoded: false,
  requestContext: {
    serviceNetworkArn: `arn:aws:vpc-lattice:${REGION}:${ACCOUNT}:servicenetwork/sn-0bf3f2882e9cc805a`,
    serviceArn: `arn:aws:vpc-lattice:${REGION}:${ACCOUNT}:service/svc-0a40eebed65f8d69c`,
    targetGroupArn: `arn:aws:vpc-lattice:${REGION}:${ACCOUNT}:targetgroup/tg-6d0ecf831eec9f09`,
    region: REGION,
    timeEpoch: String(TIME_MS * 1_000),
    identity: { sourceVpcArn: `arn:aws:ec2:${REGION}:${ACCOUNT}:vpc/vpc-0b8276c84697e7339` },
  },
};

export const HTTP_TEMPLATES: readonly EventTemplate[] = [
  { id: "api-gateway-http", group: "HTTP", label: "API Gateway HTTP API, GET", name: "http-get", payload: version2({ ...httpApi, routeKey: "GET /products" }, { method: "GET", path: "/products", query: "category=mugs&limit=5" }), marks: [[["version"], "2.0"], [["requestContext", "http"]]], fields: VERSION_2_FIELDS },
  { id: "api-gateway-http-post", group: "HTTP", label: "API Gateway HTTP API, POST", name: "http-post", payload: version2({ ...httpApi, routeKey: "POST /orders" }, { method: "POST", path: "/orders", query: "", body: ORDER }), marks: [[["version"], "2.0"], [["requestContext", "http"]]], fields: VERSION_2_FIELDS },
  { id: "function-url", group: "HTTP", label: "Function URL", name: "function-url", payload: version2(functionUrl, { method: "POST", path: "/orders", query: "", body: ORDER }), marks: [[["version"], "2.0"], [["requestContext", "http"]]], fields: VERSION_2_FIELDS },
  { id: "api-gateway-rest", group: "HTTP", label: "API Gateway REST API (proxy)", name: "rest-request", payload: restApi, marks: [[["requestContext", "resourcePath"]], [["httpMethod"]]], fields: REST_FIELDS },
  { id: "web-socket-connect", group: "HTTP", label: "API Gateway WebSocket, $connect", name: "websocket-connect", payload: webSocket("$connect", "CONNECT"), marks: [[["requestContext", "connectionId"]]], fields: WEB_SOCKET_FIELDS },
  { id: "web-socket-message", group: "HTTP", label: "API Gateway WebSocket, message", name: "websocket-message", payload: webSocket("$default", "MESSAGE"), marks: [[["requestContext", "connectionId"]]], fields: WEB_SOCKET_FIELDS },
  { id: "web-socket-disconnect", group: "HTTP", label: "API Gateway WebSocket, $disconnect", name: "websocket-disconnect", payload: webSocket("$disconnect", "DISCONNECT"), marks: [[["requestContext", "connectionId"]]], fields: WEB_SOCKET_FIELDS },
  { id: "alb", group: "HTTP", label: "Application Load Balancer", name: "alb-request", payload: loadBalancer, marks: [[["requestContext", "elb"]]], fields: LOAD_BALANCER_FIELDS },
  { id: "alb-multi-value", group: "HTTP", label: "Application Load Balancer, multi-value headers", name: "alb-multi-value", payload: loadBalancerMultiValue, marks: [[["requestContext", "elb"]]], fields: LOAD_BALANCER_FIELDS },
  {
    id: "vpc-lattice",
    group: "HTTP",
    label: "VPC Lattice",
    name: "lattice-request",
    payload: lattice,
    marks: [[["requestContext", "serviceNetworkArn"]]],
    fields: [{ label: "Method", path: ["method"] }, { label: "Path", path: ["path"] }, { label: "Body", path: ["body"] }],
  },
];

export const restApiRequest = restApi;
export const httpApiRequest = version2({ ...httpApi, routeKey: "GET /orders/{orderId}" }, { method: "GET", path: "/orders/o-1001", query: "expand=items" });
