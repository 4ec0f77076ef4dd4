/** Small programs to begin with: each logs, reads its event and answers. */

export interface FunctionTemplate {
  id: "node-hello" | "node-http" | "python-hello" | "python-http";
  label: string;
  language: "nodejs" | "python";
  handler: string;
  description: string;
  files: Readonly<Record<string, string>>;
  /** JSON of an event that it answers. */
  event: string;
}

const NODE_HELLO = `export const handler = async (event, context) => {
  console.log("request", context.awsRequestId, "has the keys", Object.keys(event ?? {}));
  const name = event?.name ?? "world";
  return { message: \`Hello, \${name}!\` };
};
`;

const NODE_HTTP = `// Answers requests of an API Gateway HTTP API or of a function URL (payload format 2.0).
export const handler = async (event) => {
  const method = event.requestContext?.http?.method ?? "GET";
  const path = event.rawPath ?? "/";
  console.log(method, path);
  if (method !== "GET") return answer(405, { error: \`\${method} is not served here\` });
  return answer(200, { path, query: event.queryStringParameters ?? {} });
};

function answer(statusCode, body) {
  return { statusCode, headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}
`;

const PYTHON_HELLO = `def handler(event, context):
    print("request", context.aws_request_id, "has the keys", list(event or {}))
    name = (event or {}).get("name", "world")
    return {"message": f"Hello, {name}!"}
`;

const PYTHON_HTTP = `import json


# Answers requests of an API Gateway HTTP API or of a function URL (payload format 2.0).
def handler(event, context):
    method = event.get("requestContext", {}).get("http", {}).get("method", "GET")
    path = event.get("rawPath", "/")
    print(method, path)
    if method != "GET":
        return answer(405, {"error": f"{method} is not served here"})
    return answer(200, {"path": path, "query": event.get("queryStringParameters") or {}})


def answer(status, body):
    return {"statusCode": status, "headers": {"content-type": "application/json"}, "body": json.dumps(body)}
`;

const HELLO_EVENT = '{ "name": "Ada" }';
const HTTP_EVENT = '{ "version": "2.0", "rawPath": "/orders", "queryStringParameters": { "limit": "10" }, "requestContext": { "http": { "method": "GET", "path": "/orders" } } }';

export const TEMPLATES: readonly FunctionTemplate[] = [
  { id: "node-hello", label: "Hello, Node.js", language: "nodejs", handler: "index.handler", description: "Greets the name in its event", files: { "index.mjs": NODE_HELLO }, event: HELLO_EVENT },
  { id: "node-http", label: "HTTP answer, Node.js", language: "nodejs", handler: "index.handler", description: "Answers HTTP requests", files: { "index.mjs": NODE_HTTP }, event: HTTP_EVENT },
  { id: "python-hello", label: "Hello, Python", language: "python", handler: "app.handler", description: "Greets the name in its event", files: { "app.py": PYTHON_HELLO }, event: HELLO_EVENT },
  { id: "python-http", label: "HTTP answer, Python", language: "python", handler: "app.handler", description: "Answers HTTP requests", files: { "app.py": PYTHON_HTTP }, event: HTTP_EVENT },
];

/**
 * Runtimes that AWS lets new functions have, newest of each language first; those of which the end of support is not reached
 * yet. https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html (autumn 2026)
 */
export const CREATABLE_RUNTIMES = [
  "nodejs24.x",
  "nodejs22.x",
  "python3.14",
  "python3.13",
  "python3.12",
  "python3.11",
  "java25",
  "java21",
  "java17",
  "java11",
  "dotnet10",
  "ruby4.0",
  "ruby3.4",
  "ruby3.3",
  "provided.al2023",
] as const;
