"use strict";
// The second argument of handlers made with awslambda.streamifyResponse: what is written goes to the caller at once.
const { Writable } = require("node:stream");

const HTTP_INTEGRATION = "application/vnd.awslambda.http-integration-response";
const PRELUDE_END = Buffer.alloc(8);

/** `open(contentType)` begins the answer, at the first piece; its result has `write(piece, done)`. */
exports.createResponseStream = (open, options) => {
  let contentType = "application/octet-stream";
  let prelude;
  let response;

  const begin = () => {
    if (response) return;
    response = open(contentType);
    if (prelude) response.write(prelude, () => {});
  };
  const stream = new Writable({
    ...options,
    write(piece, _encoding, done) {
      begin();
      // A chunk without bytes would end the answer.
      if (piece.length === 0) done();
      else response.write(piece, done);
    },
    final(done) {
      begin();
      done();
    },
  });
  stream.setContentType = (value) => {
    contentType = value;
  };
  stream._setPrelude = (value) => {
    contentType = HTTP_INTEGRATION;
    prelude = Buffer.concat([Buffer.from(JSON.stringify(value)), PRELUDE_END]);
  };
  const finished = new Promise((resolve, reject) => {
    stream.once("finish", resolve);
    stream.once("error", reject);
  });
  // A handler that fails is reported by itself.
  finished.catch(() => {});
  return { stream, finished, response: () => response };
};

exports.withHttpPrelude = (stream, prelude) => {
  stream._setPrelude(prelude);
  return stream;
};
