"use client";

import { MergeView, unifiedMergeView } from "@codemirror/merge";
import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { basicSetup } from "codemirror";
import { useEffect, useRef } from "react";
import { editorLook } from "@/components/ui/editor-look";
import { languageExtension } from "./code-languages";

interface CodeDiffProps {
  path: string;
  left: string;
  right: string;
  leftName: string;
  rightName: string;
}

/** Room that two files need side by side. */
const SIDE_BY_SIDE_PX = 760;
const COLLAPSED = { margin: 3, minSize: 6 };

/** The left side neutral and struck, the right side amber: neither is an error, and green is for passed assertions only. */
const diffColours = EditorView.theme({
  "&": { height: "auto" },
  ".cm-changedLine, &.cm-merge-b .cm-changedLine, .cm-insertedLine": { backgroundColor: "var(--accent-soft)" },
  "&.cm-merge-a .cm-changedLine, .cm-deletedChunk, .cm-deletedLine": { backgroundColor: "var(--sunken)" },
  "&.cm-merge-b .cm-changedText, .cm-changedText": { background: "color-mix(in srgb, var(--accent-fill) 35%, transparent)" },
  "&.cm-merge-a .cm-changedText, .cm-deletedChunk .cm-deletedText": { background: "color-mix(in srgb, var(--line-strong) 60%, transparent)", textDecoration: "line-through" },
  "&.cm-merge-b .cm-changedLineGutter, .cm-changedLineGutter": { background: "var(--accent-fill)" },
  "&.cm-merge-a .cm-changedLineGutter, .cm-deletedLineGutter": { background: "var(--line-strong)" },
  ".cm-collapsedLines": { background: "var(--sunken)", color: "var(--muted)" },
  ".cm-collapsedLines:before, .cm-collapsedLines:after": { content: '"···"' },
});

/** Two texts as a diff: side by side where there is room, else below one another. What is the same is folded. */
export default function CodeDiff({ path, left, right, leftName, rightName }: CodeDiffProps) {
  const host = useRef<HTMLElement>(null);
  useEffect(() => {
    const parent = host.current;
    if (!parent) return;
    const shared = (label: string) => [
      basicSetup,
      languageExtension(path),
      EditorState.readOnly.of(true),
      editorLook,
      diffColours,
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
    ];
    if (parent.clientWidth >= SIDE_BY_SIDE_PX) {
      const view = new MergeView({
        parent,
        a: { doc: left, extensions: shared(`${path} of ${leftName}`) },
        b: { doc: right, extensions: shared(`${path} of ${rightName}`) },
        collapseUnchanged: COLLAPSED,
        gutter: true,
      });
      return () => view.destroy();
    }
    const unified = unifiedMergeView({ original: left, mergeControls: false, collapseUnchanged: COLLAPSED });
    const view = new EditorView({ parent, doc: right, extensions: [shared(`${path}, ${leftName} and ${rightName}`), unified] });
    return () => view.destroy();
  }, [path, left, right, leftName, rightName]);
  return <section ref={host} aria-label={`Differences in ${path}`} className="max-h-[60vh] overflow-auto" />;
}
