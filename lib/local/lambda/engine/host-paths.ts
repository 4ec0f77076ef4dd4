/** What a function sees of this machine's folders in its errors: AWS's own paths in their place. */
import { realpathSync } from "node:fs";
import { pathToFileURL } from "node:url";

/** A folder of this machine and the folder that stands for it on AWS; both without a separator at the end. */
export interface PathPair {
  host: string;
  aws: string;
}

export interface HostPaths {
  /** A log event: changed only where it reports an error, for what a function prints by itself is its own matter. */
  inLogEvent(message: string): string;
  /** A text of the system's. */
  inText(text: string): string;
  /** An error document as a runtime posted it. */
  inErrorDocument(document: Buffer): Buffer;
}

/** Stack frames of Node.js and Python, the position that Node.js puts above an uncaught error, and the runtimes' own error lines. */
const REPORTS_ERROR = /(?:^|\s)at \S.*:\d+|\bFile ".+", line \d+|"errorType":|^\[ERROR\] |^(?:file:\/\/)?\/.+:\d+$/m;

export function createHostPaths(pairs: readonly PathPair[]): HostPaths {
  let known: PathPair[] | undefined;
  // Asked of the system at the first event only: a cold start need not wait for it.
  const spellings = (): PathPair[] => (known ??= longestFirst(pairs.flatMap(spellingsOf)));
  const replaced = (text: string): string => spellings().reduce((done, { host, aws }) => done.replaceAll(host, aws), text);
  const isTold = (text: string): boolean => spellings().some(({ host }) => text.includes(host));
  return {
    inLogEvent: (message) => (isTold(message) && REPORTS_ERROR.test(message) ? replaced(message) : message),
    inText: replaced,
    inErrorDocument(document) {
      const text = document.toString();
      return isTold(text) ? Buffer.from(replaced(text)) : document;
    },
  };
}

/** A folder may lie within another one's path. */
const longestFirst = (pairs: PathPair[]): PathPair[] => pairs.sort((a, b) => b.host.length - a.host.length);

/** The folder as it is named, as the system resolves it, as a URL, and as JSON escapes it. */
function spellingsOf({ host, aws }: PathPair): PathPair[] {
  const folders = new Set([host, resolved(host)]);
  const hosts = [...folders].flatMap((folder) => [folder, JSON.stringify(folder).slice(1, -1), pathToFileURL(folder).pathname]);
  return [...new Set(hosts)].map((spelling) => ({ host: spelling, aws }));
}

function resolved(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}
