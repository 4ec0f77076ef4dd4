"use strict";
// A Runtime API client on one raw socket: node:http alone would add several milliseconds to every cold start.
const { connect } = require("node:net");

const BASE = "/2018-06-01/runtime";
const END_OF_HEAD = Buffer.from("\r\n\r\n");
const NOTHING = Buffer.alloc(0);

function parseHead(text) {
  const [statusLine, ...lines] = text.split("\r\n");
  const headers = {};
  for (const line of lines) {
    const colon = line.indexOf(":");
    headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim();
  }
  return { status: Number(statusLine.split(" ")[1]), headers };
}

/**
 * `address` is the `host:port` of AWS_LAMBDA_RUNTIME_API. Answers come in the order of the requests,
 * so a response and the following `next` travel in one write.
 */
exports.createRuntimeClient = (address) => {
  const colon = address.lastIndexOf(":");
  const socket = connect({ host: address.slice(0, colon), port: Number(address.slice(colon + 1)), noDelay: true });
  const waiting = [];
  let rest = NOTHING;
  let answer;
  let bodyBytes = 0;

  /** Takes what it can from `data`, answers what is left; `answer` is whole when its body has all its bytes. */
  const take = (data) => {
    if (!answer) {
      const end = data.indexOf(END_OF_HEAD);
      if (end < 0) return data;
      answer = parseHead(data.toString("latin1", 0, end));
      answer.body = Buffer.allocUnsafeSlow(Number(answer.headers["content-length"] ?? 0));
      bodyBytes = 0;
      data = data.subarray(end + END_OF_HEAD.length);
    }
    // Copied as it comes: a large event arrives in many pieces.
    const taken = data.copy(answer.body, bodyBytes);
    bodyBytes += taken;
    return data.subarray(taken);
  };

  socket.on("data", (chunk) => {
    rest = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    for (;;) {
      const before = rest.length;
      rest = take(rest);
      if (answer && bodyBytes === answer.body.length) {
        waiting.shift()?.(answer);
        answer = undefined;
      } else if (rest.length === before || rest.length === 0) return;
    }
  });
  // Without its Runtime API an environment has nothing left to do.
  socket.on("error", () => process.exit(1));
  socket.on("close", () => process.exit(1));

  const send = (method, path, body, headers = "") => {
    const length = body === undefined ? "" : `Content-Length: ${body.length}\r\nContent-Type: application/json\r\n`;
    socket.write(`${method} ${BASE}${path} HTTP/1.1\r\nHost: ${address}\r\n${length}${headers}\r\n`, "latin1");
    if (body !== undefined) socket.write(body);
    return new Promise((resolve) => waiting.push(resolve));
  };
  const errorHeader = (errorType) => `Lambda-Runtime-Function-Error-Type: ${errorType}\r\n`;
  const errorTrailers = (errorType, body) => `${errorHeader(errorType)}Lambda-Runtime-Function-Error-Body: ${body.toString("base64")}\r\n`;

  return {
    /** While code of the function runs, the connection alone must not keep the process alive. */
    hold: () => socket.ref(),
    release: () => socket.unref(),
    next: () => send("GET", "/invocation/next"),
    postInitError: (errorType, body) => send("POST", "/init/error", body, errorHeader(errorType)),
    postError: (id, errorType, body) => send("POST", `/invocation/${id}/error`, body, errorHeader(errorType)),
    /** Begins a streamed answer; nothing else may be sent until one of its ends. */
    openResponse(id, contentType) {
      const mode = "Transfer-Encoding: chunked\r\nLambda-Runtime-Function-Response-Mode: streaming\r\n";
      const trailer = "Trailer: Lambda-Runtime-Function-Error-Type, Lambda-Runtime-Function-Error-Body\r\n";
      const head = `POST ${BASE}/invocation/${id}/response HTTP/1.1\r\nHost: ${address}\r\nContent-Type: ${contentType}\r\n`;
      socket.write(`${head}${mode}${trailer}\r\n`, "latin1");
      const answered = new Promise((resolve) => waiting.push(resolve));
      const close = (trailers) => socket.write(`0\r\n${trailers}\r\n`, "latin1");
      const closeAndNext = (trailers) => {
        socket.cork();
        close(trailers);
        const next = send("GET", "/invocation/next");
        socket.uncork();
        return next;
      };
      return {
        write(piece, done) {
          socket.cork();
          socket.write(`${piece.length.toString(16)}\r\n`, "latin1");
          socket.write(piece);
          socket.write("\r\n", "latin1", done);
          socket.uncork();
        },
        endAndNext: () => closeAndNext(""),
        failAndNext: (errorType, body) => closeAndNext(errorTrailers(errorType, body)),
        fail(errorType, body) {
          close(errorTrailers(errorType, body));
          return answered;
        },
      };
    },
    respondAndNext(id, body) {
      socket.cork();
      send("POST", `/invocation/${id}/response`, body);
      const next = send("GET", "/invocation/next");
      socket.uncork();
      return next;
    },
    failAndNext(id, errorType, body) {
      socket.cork();
      send("POST", `/invocation/${id}/error`, body, errorHeader(errorType));
      const next = send("GET", "/invocation/next");
      socket.uncork();
      return next;
    },
  };
};
