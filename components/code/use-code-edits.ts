"use client";

import { useState } from "react";
import type { Package } from "@/lib/code/schema";
import { applyEdits, type CodeEdits, NO_CODE_EDITS, withFile, withoutFile } from "./code-edits";

/** Edits of a package that are not deployed. From the first on they belong to the code that the person saw. */
export function useCodeEdits(present: Package) {
  const [edits, setEdits] = useState<CodeEdits>(NO_CODE_EDITS);
  const [started, setStarted] = useState<Pick<Package, "codeSha256" | "revisionId">>();
  const dirty = edits.texts.size > 0 || edits.removed.size > 0;
  const base = dirty && started ? started : present;
  const paths = applyEdits(present.contents?.files.map(({ path }) => path) ?? [], edits);
  const change = (next: CodeEdits) => {
    setStarted({ codeSha256: base.codeSha256, revisionId: base.revisionId });
    setEdits(next);
  };
  return {
    edits,
    dirty,
    base,
    paths,
    /** Somebody deployed other code since the first edit. */
    outdated: dirty && base.codeSha256 !== present.codeSha256,
    edit: (path: string, text: string, original: string | undefined) => change(withFile(edits, path, text, original)),
    remove: (path: string) => change(withoutFile(edits, path, (present.contents?.files ?? []).some((file) => file.path === path))),
    reset: () => setEdits(NO_CODE_EDITS),
  };
}

export type CodeEditsState = ReturnType<typeof useCodeEdits>;
