// No release of better-sqlite3 runs on every Node.js that Warmstart runs on. 12 ends the process at some garbage collection
// from Node.js 24.19 on (its statements are V8 wrappers whose clean-up wants a context that is not there); 13 is built on
// Node-API 10, which came with 22.14 and never with 20. Both have the same API, so this stands in their place for us and for
// Prisma's adapter alike.
const NODE_API = Number(process.versions.napi);

module.exports = NODE_API >= 10 ? require("better-sqlite3-13") : require("better-sqlite3-12");
