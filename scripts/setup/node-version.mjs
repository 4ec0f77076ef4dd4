// The first thing every script does; it must parse on old Node.js versions too.
const MINIMUM = [20, 19];

/** Ends the process with one line when Node.js is too old. */
export function requireNodeVersion(version = process.versions.node) {
  const parts = version.split(".").map(Number);
  if (parts[0] > MINIMUM[0] || (parts[0] === MINIMUM[0] && parts[1] >= MINIMUM[1])) return;
  console.error(`Warmstart needs Node.js ${MINIMUM.join(".")} or newer (22 or 24 are best); this is ${version}.`);
  process.exit(1);
}
