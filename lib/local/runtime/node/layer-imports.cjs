"use strict";
// Lets `import` find packages of layers, as Lambda's Node.js runtimes do; `require` finds them by NODE_PATH itself.
const nodeModule = require("node:module");
const path = require("node:path");
const { pathToFileURL } = require("node:url");

/** `nodePath`: the folders of packages, as NODE_PATH lists them. */
exports.importFromLayers = (nodePath) => {
  const parents = nodePath.split(path.delimiter).map((folder) => pathToFileURL(path.join(folder, "..", "import.mjs")).href);
  if (nodeModule.registerHooks) {
    nodeModule.registerHooks({ resolve: (specifier, context, next) => resolve(specifier, context, next, parents) });
  } else if (nodeModule.register) {
    nodeModule.register("./layer-resolver.mjs", pathToFileURL(__filename), { data: parents });
  }
};

function resolve(specifier, context, next, parents) {
  try {
    return next(specifier, context);
  } catch (error) {
    if (error?.code !== "ERR_MODULE_NOT_FOUND" || /^[./]/.test(specifier)) throw error;
    for (const parentURL of parents) {
      try {
        return next(specifier, { ...context, parentURL });
      } catch {
        // The next folder may have it.
      }
    }
    throw error;
  }
}
