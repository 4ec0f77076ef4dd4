"use strict";
// Finds the handler as Lambda's Node.js runtimes do: docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html
const { existsSync, readFileSync } = require("node:fs");
const path = require("node:path");
const { pathToFileURL } = require("node:url");

class RuntimeError extends Error {
  constructor(errorType, message, cause) {
    super(message);
    this.name = errorType;
    if (cause?.stack) this.stack = `${errorType}: ${message}\n${String(cause.stack).split("\n").slice(1).join("\n")}`;
  }
}
exports.RuntimeError = RuntimeError;

const STREAMING = Symbol.for("aws.lambda.runtime.handler.streaming");
const HIGH_WATER_MARK = Symbol.for("aws.lambda.runtime.handler.streaming.highWaterMark");
const MODULE_MISSING = new Set(["MODULE_NOT_FOUND", "ERR_MODULE_NOT_FOUND"]);

function splitHandler(handler) {
  if (handler.includes("..")) {
    throw new RuntimeError(
      "Runtime.MalformedHandlerName",
      `'${handler}' is not a valid handler name. Use absolute paths when specifying root directories in handler names.`,
    );
  }
  const base = path.basename(handler);
  const dot = base.indexOf(".");
  if (dot < 0) throw new RuntimeError("Runtime.MalformedHandlerName", "Bad handler");
  return { folder: handler.slice(0, handler.length - base.length), moduleName: base.slice(0, dot), exportPath: base.slice(dot + 1) };
}

function nearestPackageIsModule(directory) {
  for (let at = directory; ; at = path.dirname(at)) {
    const file = path.join(at, "package.json");
    if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")).type === "module";
    if (path.dirname(at) === at) return false;
  }
}

async function loadModule(taskRoot, folder, moduleName) {
  const stem = path.resolve(taskRoot, folder, moduleName);
  const load = (file) => import(pathToFileURL(file).href);
  if (existsSync(`${stem}.js`)) {
    // `require` where Node would choose CommonJS anyway: it spares the module loader's start.
    return nearestPackageIsModule(path.dirname(stem)) ? load(`${stem}.js`) : require(`${stem}.js`);
  }
  if (existsSync(`${stem}.mjs`)) return load(`${stem}.mjs`);
  if (existsSync(`${stem}.cjs`)) return require(`${stem}.cjs`);
  return require(require.resolve(moduleName, { paths: [taskRoot, path.dirname(stem)] }));
}

function findExport(loaded, exportPath) {
  const lookUp = (root) => exportPath.split(".").reduce((value, key) => value?.[key], root);
  return lookUp(loaded) ?? lookUp(loaded.default);
}

/** Loads `<folder>/<module>.<export>`. Errors carry AWS's error type as their `name`. */
exports.loadHandler = async (taskRoot, handler, callbacksAllowed) => {
  const { folder, moduleName, exportPath } = splitHandler(handler);
  let loaded;
  try {
    loaded = await loadModule(taskRoot, folder, moduleName);
  } catch (error) {
    if (error instanceof SyntaxError) throw new RuntimeError("Runtime.UserCodeSyntaxError", String(error), error);
    if (MODULE_MISSING.has(error?.code)) throw new RuntimeError("Runtime.ImportModuleError", String(error), error);
    throw error;
  }
  const found = findExport(loaded, exportPath);
  if (found === undefined || found === null) {
    throw new RuntimeError("Runtime.HandlerNotFound", `${handler} is undefined or not exported`);
  }
  if (typeof found !== "function") throw new RuntimeError("Runtime.HandlerNotFound", `${handler} is not a function`);
  if (!callbacksAllowed && found.length >= 3 && !found[STREAMING]) {
    throw new RuntimeError(
      "Runtime.CallbackHandlerDeprecated",
      "AWS Lambda has removed support for callback-based function handlers starting with Node.js 24. " +
        "You need to modify this function to use a supported handler signature to use Node.js 24 or later.",
    );
  }
  const highWaterMark = found[HIGH_WATER_MARK];
  return { run: found, streaming: found[STREAMING] !== undefined, streamOptions: highWaterMark === undefined ? {} : { highWaterMark } };
};
