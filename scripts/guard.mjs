// Loaded before Next (`node --import ./scripts/guard.mjs …`): Next has no Host, Origin or body-size protection of its
// own, so every request passes here before any of Next's code sees it.
import http from "node:http";
import { decide } from "./guard/decide.mjs";
import { securityHeaders } from "./guard/security-headers.mjs";

const development = process.env.WARMSTART_GUARD === "development";
const emit = http.Server.prototype.emit;

http.Server.prototype.emit = function guardedEmit(event, request, response, ...rest) {
  if (event === "request") return guardRequest.call(this, request, response, rest);
  if (event === "upgrade" && !isAllowedUpgrade(request)) {
    response.destroy();
    return true;
  }
  return emit.call(this, event, request, response, ...rest);
};

function guardRequest(request, response, rest) {
  const { nonce, headers } = securityHeaders({ development });
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  const refusal = decide(request);
  if (refusal) {
    response.writeHead(refusal.status, { "content-type": "application/json", connection: "close" });
    response.end(JSON.stringify({ error: { code: refusal.code, message: refusal.message } }));
    return true;
  }
  // Next finds the nonce in the request's own policy header and puts it on its scripts.
  request.headers["content-security-policy"] = headers["content-security-policy"];
  request.headers["x-nonce"] = nonce;
  return emit.call(this, "request", request, response, ...rest);
}

/** Nothing here speaks WebSocket but Next's own hot reload, in development. */
function isAllowedUpgrade(request) {
  return development && !decide({ ...request, headers: request.headers, method: "GET", url: request.url });
}

// `npm start` holds the other end of standard input: when it is gone, so are we. Next's own workers inherit this file but not
// that pipe.
const heldByStart = /[\\/]next[\\/]dist[\\/]bin[\\/]next$/.test(process.argv[1] ?? "");
if (process.env.WARMSTART_GUARD && heldByStart && process.stdin && !process.stdin.isTTY) {
  process.stdin.on("end", () => process.exit(0)).on("error", () => process.exit(0)).resume();
}
