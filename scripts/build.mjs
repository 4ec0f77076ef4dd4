// `npm run build`: what `npm start` would build, and no more.
import { requireNodeVersion } from "./setup/node-version.mjs";

requireNodeVersion();
const { prepare } = await import("./setup/prepare.mjs");
await prepare();
