"use strict";
// console.* as log events of Lambda: one frame an event, so that text with line breaks stays one event.
// Frame: 4 bytes kind and level, 4 bytes length, 8 bytes microseconds, then the text (big-endian).
const { writeSync } = require("node:fs");
const { format } = require("node:util");

const TEXT_FRAME = 0xa55a0003;
const JSON_FRAME = 0xa55a0002;
const LEVELS = { TRACE: 4, DEBUG: 8, INFO: 12, WARN: 16, ERROR: 20, FATAL: 24 };

function writeAll(fd, data) {
  let offset = 0;
  while (offset < data.length) {
    try {
      offset += writeSync(fd, data, offset);
    } catch (error) {
      if (error.code !== "EAGAIN") throw error;
    }
  }
}

const isError = (value) => value instanceof Error || Object.prototype.toString.call(value) === "[object Error]";

/** How an error looks inside a log line: own members too, the stack as lines. */
exports.describeError = (error) =>
  isError(error)
    ? { errorType: error.name, errorMessage: error.message, ...error, stack: String(error.stack).split("\n") }
    : { errorType: typeof error, errorMessage: String(error), stack: [] };

function jsonLine(timestamp, level, requestId, args) {
  const line = { timestamp, level, requestId };
  const [first] = args;
  if (args.length === 1 && typeof first === "object" && first !== null && !isError(first)) line.message = first;
  else line.message = format(...args);
  const error = args.find(isError);
  if (error) {
    line.errorType = error.name;
    line.errorMessage = error.message;
    line.stackTrace = String(error.stack).split("\n");
    if (args.length === 1) delete line.message;
  }
  try {
    return JSON.stringify(line);
  } catch {
    return JSON.stringify({ ...line, message: format(...args) });
  }
}

/** Redirects `console` to the log descriptor; `requestId()` is asked for each line. Returns `log(level, ...args)`. */
exports.patchConsole = ({ fd, json, minimumLevel, requestId }) => {
  const floor = LEVELS[minimumLevel] ?? 0;

  const log = (level, ...args) => {
    const code = LEVELS[level];
    if (code < floor) return;
    const nowMs = Date.now();
    const timestamp = new Date(nowMs).toISOString();
    const text = json
      ? `${jsonLine(timestamp, level, requestId(), args)}\n`
      : `${timestamp}\t${requestId()}\t${level}\t${format(...args)}\n`;
    const length = Buffer.byteLength(text);
    const frame = Buffer.allocUnsafe(16 + length);
    frame.writeUInt32BE(((json ? JSON_FRAME : TEXT_FRAME) | code) >>> 0, 0);
    frame.writeUInt32BE(length, 4);
    frame.writeBigUInt64BE(BigInt(nowMs) * 1000n, 8);
    frame.write(text, 16);
    writeAll(fd, frame);
  };

  console.log = (...args) => log("INFO", ...args);
  console.info = console.log;
  console.debug = (...args) => log("DEBUG", ...args);
  console.warn = (...args) => log("WARN", ...args);
  console.error = (...args) => log("ERROR", ...args);
  console.fatal = (...args) => log("FATAL", ...args);
  console.trace = (...args) => log("TRACE", ...args);
  return log;
};
