import { Input } from "@/components/ui/field";
import { classNames } from "@/components/ui/class-names";
import { READ_ONLY_LOOK } from "./read-only-look";

interface KeyInputProps {
  label: string;
  value: string;
  problem?: string;
  readOnly?: boolean;
  autoFocus?: boolean;
  onChange: (key: string) => void;
}

/** The name of a variable, with what is wrong with it. */
export function KeyInput({ label, value, problem, readOnly, autoFocus, onChange }: KeyInputProps) {
  return (
    <div className="col-span-2 min-w-0 sm:col-span-1">
      <Input
        aria-label={label}
        aria-invalid={problem ? true : undefined}
        placeholder="NAME"
        title={value}
        autoFocus={autoFocus}
        autoComplete="off"
        spellCheck={false}
        readOnly={readOnly}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={classNames("font-mono", readOnly && READ_ONLY_LOOK)}
      />
      {problem ? (
        <p role="alert" className="mt-1 text-1 text-error">
          {problem}
        </p>
      ) : null}
    </div>
  );
}
