"use strict";
// The same as reaper.sh, for systems without a POSIX shell.
const { spawnSync } = require("node:child_process");
const { createInterface } = require("node:readline");

const running = new Set();
const lines = createInterface({ input: process.stdin });
lines.on("line", (line) => {
  const [change, pid] = line.split(" ");
  if (change === "+") running.add(pid);
  else running.delete(pid);
});
lines.on("close", () => {
  for (const pid of running) spawnSync("taskkill", ["/pid", pid, "/t", "/f"]);
});
