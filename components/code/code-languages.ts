import { javascript } from "@codemirror/lang-javascript";
import { json } from "@codemirror/lang-json";
import { python } from "@codemirror/lang-python";
import type { Extension } from "@codemirror/state";
import { languageOf } from "@/lib/code/source-text";

/** CodeMirror's language for a file; none for what has no colours here. */
export function languageExtension(path: string): Extension {
  switch (languageOf(path)) {
    case "javascript":
      return javascript({ jsx: true });
    case "typescript":
      return javascript({ jsx: true, typescript: true });
    case "python":
      return python();
    case "json":
      return json();
    case "text":
      return [];
  }
}
