// Adds to package-lock.json the optional per-platform packages that the registry it was written from does not serve
// (macOS, Windows, wasm). Without them `npm ci` stops with "Missing: … from lock file". Such an entry has no integrity
// value; a later `npm install` on a machine that can reach the package fills it in. Run it after every change of dependencies.
import { readFileSync, writeFileSync } from "node:fs";

const FILE = "package-lock.json";
const OPERATING_SYSTEMS = ["darwin", "win32", "linux", "freebsd", "android", "openbsd", "netbsd", "sunos", "aix", "openharmony"];
const ARCHITECTURES = ["arm64", "x64", "ia32", "arm", "armv7", "ppc64", "s390x", "riscv64", "loong64", "mips64el", "wasm32"];

const lock = JSON.parse(readFileSync(FILE, "utf8"));

/** Node's own look-up: nested first, then upwards. */
function isLocked(directory, name) {
  for (let at = directory; ; ) {
    if (lock.packages[`${at ? `${at}/` : ""}node_modules/${name}`]) return true;
    if (!at) return false;
    at = at.includes("/node_modules/") ? at.slice(0, at.lastIndexOf("/node_modules/")) : "";
  }
}

let added = 0;
for (const [directory, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isLocked(directory, name)) continue;
    if (!/^\d/.test(version)) {
      console.warn(`skipped ${name}@${version}: not an exact version`);
      continue;
    }
    const words = name.split(/[/-]/);
    const os = OPERATING_SYSTEMS.find((candidate) => words.includes(candidate));
    const cpu = ARCHITECTURES.find((candidate) => words.includes(candidate));
    lock.packages[`node_modules/${name}`] = {
      version,
      optional: true,
      ...(entry.dev ? { dev: true } : {}),
      ...(cpu ? { cpu: [cpu] } : {}),
      ...(os ? { os: [os] } : {}),
    };
    added += 1;
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`added ${added} entries`);
