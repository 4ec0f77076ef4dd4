"use strict";
// awslambda.streamifyResponse: the whole stream is collected, as Invoke (not InvokeWithResponseStream) answers it.
const { Writable } = require("node:stream");

const PRELUDE_END = Buffer.alloc(8);

exports.collectingStream = () => {
  const chunks = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  stream.setContentType = () => {};
  const finished = new Promise((resolve, reject) => {
    stream.once("finish", () => resolve(Buffer.concat(chunks)));
    stream.once("error", reject);
  });
  return { stream, finished };
};

exports.withHttpPrelude = (stream, prelude) => {
  stream.write(JSON.stringify(prelude));
  stream.write(PRELUDE_END);
  return stream;
};
