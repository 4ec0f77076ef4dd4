/**
 * Where a runtime looks for the handler. Node.js and Python: `folder/file.function`; Ruby alike; custom runtimes start
 * `bootstrap`. Compiled ones name a class, which no file name tells.
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-nodejs.html , https://docs.aws.amazon.com/lambda/latest/dg/python-handler.html
 */

const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  nodejs: [".js", ".mjs", ".cjs"],
  python: [".py"],
  ruby: [".rb"],
};

/** Paths that may hold the handler, the likeliest first; undefined where the runtime has no file for it. */
export function handlerPaths(runtime: string | undefined, handler: string | undefined): string[] | undefined {
  if (runtime === undefined || handler === undefined) return undefined;
  if (runtime.startsWith("provided")) return ["bootstrap"];
  const language = /^[a-z]+/.exec(runtime)?.[0] ?? "";
  const endings = ENDINGS[language];
  const base = moduleOf(handler, language);
  if (!endings || !base) return undefined;
  const paths = endings.map((ending) => `${base}${ending}`);
  return language === "python" ? [...paths, `${base}/__init__.py`] : paths;
}

/** The one of `paths` that the package has. */
export function findHandlerFile(expected: readonly string[], paths: Iterable<string>): string | undefined {
  const existing = new Set(paths);
  return expected.find((path) => existing.has(path));
}

/** Python: all but the last part, dots as slashes. Node.js and Ruby: the file name up to its first dot, in its folder. */
function moduleOf(handler: string, language: string): string | undefined {
  const clean = handler.replace(/^\.\//, "");
  if (language === "python") {
    const end = clean.lastIndexOf(".");
    return end > 0 ? clean.slice(0, end).replaceAll(".", "/") : undefined;
  }
  const folder = clean.slice(0, clean.lastIndexOf("/") + 1);
  const [file = "", exported] = clean.slice(folder.length).split(".");
  return file && exported ? `${folder}${file}` : undefined;
}
