import { type InputHTMLAttributes, type ReactNode, type Ref, type SelectHTMLAttributes, useId } from "react";
import { classNames } from "./class-names";

const CONTROL =
  "w-full rounded-sm border border-line-strong bg-surface px-2.5 h-8 text-2 text-text placeholder:text-faint disabled:opacity-60 aria-invalid:border-error";

export function Input({ className, ref, ...rest }: InputHTMLAttributes<HTMLInputElement> & { ref?: Ref<HTMLInputElement> }) {
  return <input ref={ref} className={classNames(CONTROL, className)} {...rest} />;
}

export function Select({ className, children, ...rest }: SelectHTMLAttributes<HTMLSelectElement>) {
  return (
    <select className={classNames(CONTROL, "pr-7", className)} {...rest}>
      {children}
    </select>
  );
}

interface FieldProps {
  label: string;
  /** Limit, default or effect; under the control. */
  hint?: ReactNode;
  error?: string;
  /** Behind the label: a help button, a unit. */
  aside?: ReactNode;
  /** Gets the ids and aria attributes to put on the control. */
  children: (control: { id: string; "aria-describedby"?: string; "aria-invalid"?: true }) => ReactNode;
}

/** Label, control, hint and error, wired for screen readers. */
export function Field({ label, hint, error, aside, children }: FieldProps) {
  const id = useId();
  const noteId = `${id}-note`;
  const note = error ?? hint;
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-center gap-1.5">
        <label htmlFor={id} className="text-2 font-medium">
          {label}
        </label>
        {aside}
      </div>
      {children({ id, ...(note ? { "aria-describedby": noteId } : {}), ...(error ? { "aria-invalid": true as const } : {}) })}
      {note ? (
        <p id={noteId} role={error ? "alert" : undefined} className={classNames("text-1", error ? "text-error" : "text-muted")}>
          {note}
        </p>
      ) : null}
    </div>
  );
}
