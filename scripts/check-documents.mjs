// Fails when a document names a file or an npm script that does not exist.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { inProject } from "./setup/run.mjs";

const DOCUMENTS = ["README.md", "ARCHITECTURE.md", "lib/local/README.md"];
/** Written at run time, so a fresh clone has none of them. */
const MADE_LATER = /^(\.warmstart|\.next|build|node_modules|warmstart\.config\.json|\.env$)/;
const scripts = JSON.parse(readFileSync(inProject("package.json"), "utf8")).scripts;
const problems = [];

for (const document of DOCUMENTS) {
  const text = readFileSync(inProject(document), "utf8");
  for (const [, name] of text.matchAll(/`([^`\s]+)`/g)) checkPath(document, name);
  for (const [, name] of text.matchAll(/\]\((?!https?:|#)([^)\s#]+)/g)) checkPath(document, name, true);
  for (const [, name] of text.matchAll(/npm run ([\w:-]+)/g)) {
    if (!scripts[name]) problems.push(`${document}: there is no script "${name}"`);
  }
}

function checkPath(document, name, isLink = false) {
  const looksLikeOurs = /^(\.\/)?(app|components|lib|prisma|public|e2e|scripts|bench|\.ci)\//.test(name);
  if (!(isLink || looksLikeOurs) || /[*<>{}…]/.test(name) || MADE_LATER.test(name)) return;
  const fromDocument = path.join(path.dirname(document), name);
  if (!existsSync(inProject(name)) && !existsSync(inProject(fromDocument))) problems.push(`${document}: "${name}" does not exist`);
}

for (const problem of problems) console.error(problem);
process.exit(problems.length > 0 ? 1 : 0);
