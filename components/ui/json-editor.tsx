"use client";

import { json } from "@codemirror/lang-json";
import { type Diagnostic, lintGutter, linter } from "@codemirror/lint";
import { Annotation, EditorState, Prec } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import { basicSetup } from "codemirror";
import { type RefObject, useEffect, useImperativeHandle, useRef } from "react";
import { editorLook } from "./editor-look";

export interface JsonEditorHandle {
  /** Puts the caret at the first problem, in sight and with the focus. */
  goToProblem: () => void;
}

interface JsonEditorProps {
  /** Text to show; setting another one replaces the document (and its undo history keeps it). */
  value: string;
  label: string;
  onChange?: (value: string) => void;
  /** ⌘/Ctrl+Enter. */
  onSubmit?: () => void;
  readOnly?: boolean;
  /** The first problem of a text: marked in its line, worded in the margin. */
  findProblem?: (text: string) => { offset: number; message: string } | undefined;
  /** Id of the element that says what is wrong with the text. */
  describedBy?: string;
  handle?: RefObject<JsonEditorHandle | null>;
}

/** On changes that come from the page, not from the person: they are not reported back. */
const fromPage = Annotation.define<true>();

/** CodeMirror for JSON: errors at their line, ⌘/Ctrl+Enter to submit. Load it lazily: it is 130 KB. */
export default function JsonEditor({ value, label, onChange, onSubmit, readOnly = false, findProblem, describedBy, handle }: JsonEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const callbacks = useRef({ onChange, onSubmit, findProblem });
  useEffect(() => {
    callbacks.current = { onChange, onSubmit, findProblem };
  });

  useEffect(() => {
    if (!host.current) return;
    const submit = () => {
      callbacks.current.onSubmit?.();
      return true;
    };
    const created = new EditorView({
      parent: host.current,
      doc: value,
      extensions: [
        Prec.highest(keymap.of([{ key: "Mod-Enter", run: submit }])),
        basicSetup,
        json(),
        readOnly ? EditorState.readOnly.of(true) : [linter((editor) => diagnose(editor, callbacks.current.findProblem)), lintGutter()],
        editorLook,
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0", ...(describedBy ? { "aria-describedby": describedBy } : {}) }),
        EditorView.updateListener.of((update) => {
          const typed = update.docChanged && !update.transactions.some((transaction) => transaction.annotation(fromPage));
          if (typed) callbacks.current.onChange?.(update.state.doc.toString());
        }),
      ],
    });
    view.current = created;
    return () => created.destroy();
    // The editor lives as long as its place on the page; `value` is kept in step below.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [label, readOnly, describedBy]);

  useImperativeHandle(handle, () => ({
    goToProblem() {
      const current = view.current;
      const problem = current && callbacks.current.findProblem?.(current.state.doc.toString());
      if (!problem) return;
      const anchor = Math.min(problem.offset, current.state.doc.length);
      current.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: "center" }) });
      current.focus();
    },
  }));

  useEffect(() => {
    const current = view.current;
    // The editor's own line ends are \n: a text with others is the same text.
    if (!current || current.state.doc.eq(current.state.toText(value))) return;
    current.dispatch({ changes: { from: 0, to: current.state.doc.length, insert: value }, annotations: fromPage.of(true) });
  }, [value]);

  return <div ref={host} className="h-full min-h-0 overflow-hidden" />;
}

function diagnose({ state }: EditorView, findProblem: JsonEditorProps["findProblem"]): Diagnostic[] {
  const problem = findProblem?.(state.doc.toString());
  if (!problem) return [];
  const from = Math.min(problem.offset, state.doc.length);
  const to = state.wordAt(from)?.to ?? Math.min(from + 1, state.doc.lineAt(from).to);
  return [{ from, to: Math.max(from, to), severity: "error", message: problem.message }];
}
