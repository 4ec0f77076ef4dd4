"use client";

import { Annotation, EditorState, Prec } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import { basicSetup } from "codemirror";
import { useEffect, useRef } from "react";
import { editorLook } from "@/components/ui/editor-look";
import { languageExtension } from "./code-languages";

interface SourceEditorProps {
  path: string;
  /** Setting another one replaces the document. */
  text: string;
  readOnly: boolean;
  onChange: (text: string) => void;
  /** ⌘/Ctrl+S. */
  onSave: () => void;
}

/** On changes that come from the page, not from the person: they are not reported back. */
const fromPage = Annotation.define<true>();

/** CodeMirror for one file of a package. Tab leaves it, so that nobody is trapped by keyboard. Load it lazily. */
export default function SourceEditor({ path, text, readOnly, onChange, onSave }: SourceEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const callbacks = useRef({ onChange, onSave });
  useEffect(() => {
    callbacks.current = { onChange, onSave };
  });
  useEffect(() => {
    if (!host.current) return;
    const save = () => {
      callbacks.current.onSave();
      return true;
    };
    const created = new EditorView({
      parent: host.current,
      doc: text,
      extensions: [
        Prec.highest(keymap.of([{ key: "Mod-s", run: save, preventDefault: true }])),
        basicSetup,
        languageExtension(path),
        EditorState.readOnly.of(readOnly),
        editorLook,
        EditorView.contentAttributes.of({ "aria-label": `Source of ${path}`, tabindex: "0" }),
        EditorView.updateListener.of((update) => {
          const typed = update.docChanged && !update.transactions.some((transaction) => transaction.annotation(fromPage));
          if (typed) callbacks.current.onChange(update.state.doc.toString());
        }),
      ],
    });
    view.current = created;
    return () => created.destroy();
    // The editor lives as long as its place on the page; `text` is kept in step below.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [path, readOnly]);
  useEffect(() => {
    const current = view.current;
    // The editor's own line ends are \n: a text with others is the same text.
    if (!current || current.state.doc.eq(current.state.toText(text))) return;
    current.dispatch({ changes: { from: 0, to: current.state.doc.length, insert: text }, annotations: fromPage.of(true) });
  }, [text]);
  return <div ref={host} className="h-full min-h-0 overflow-hidden" />;
}
