/** Class names of a box to paste code into. */
export const PASTE_AREA = "w-full rounded-sm border border-line-strong bg-surface px-2.5 py-1.5 font-mono text-1 placeholder:text-faint aria-invalid:border-error";
