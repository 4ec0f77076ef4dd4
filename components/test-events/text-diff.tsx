"use client";

import { unifiedMergeView } from "@codemirror/merge";
import { EditorState } from "@codemirror/state";
import { EditorView, lineNumbers } from "@codemirror/view";
import { useEffect, useRef } from "react";

const theme = EditorView.theme({
  "&": { fontSize: "12px", backgroundColor: "transparent", color: "var(--text)" },
  "&.cm-focused": { outline: "2px solid var(--accent-fill)", outlineOffset: "-2px" },
  ".cm-scroller": { fontFamily: "var(--font-geist-mono), monospace", lineHeight: "1.6" },
  ".cm-content": { padding: "8px 0" },
  ".cm-gutters": { backgroundColor: "transparent", color: "var(--faint)", border: "none" },
  ".cm-changedLine, .cm-inlineChangedLine": { backgroundColor: "var(--accent-soft) !important" },
  ".cm-changedText": { background: "color-mix(in srgb, var(--accent-fill) 30%, transparent) !important" },
  ".cm-deletedChunk": { backgroundColor: "var(--sunken) !important", color: "var(--muted)" },
  ".cm-deletedText": { background: "color-mix(in srgb, var(--faint) 25%, transparent) !important" },
  ".cm-deletedLine::before": { content: '"− "' },
  ".cm-changedLine::before": { content: '"+ "' },
  "& .cm-collapsedLines::before, & .cm-collapsedLines::after": { content: '"⋯"' },
  ".cm-collapsedLines": { background: "var(--sunken)", color: "var(--muted)" },
});

/** Two texts as one: what went above what came, equal parts folded. Load it lazily. */
export default function TextDiff({ before, after, label }: { before: string; after: string; label: string }) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!host.current) return;
    const view = new EditorView({
      parent: host.current,
      doc: after,
      extensions: [
        lineNumbers(),
        EditorState.readOnly.of(true),
        EditorView.editable.of(false),
        EditorView.lineWrapping,
        unifiedMergeView({ original: before, mergeControls: false, gutter: false, syntaxHighlightDeletions: false, collapseUnchanged: { margin: 2, minSize: 6 } }),
        theme,
        EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
      ],
    });
    return () => view.destroy();
  }, [before, after, label]);
  return <div ref={host} />;
}
