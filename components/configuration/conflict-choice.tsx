/** Whose change stays, by field or variable; nothing is chosen for a person beforehand. */
export type Choices = ReadonlyMap<string, Choice>;
type Choice = (typeof CHOICES)[number];

const CHOICES = ["mine", "theirs"] as const;

interface ConflictChoiceProps {
  /** Names the group of radio buttons. */
  id: string;
  label: string;
  choice: Choice | undefined;
  onChoose: (choice: Choice) => void;
}

/** Mine or theirs, for what both changed. */
export function ConflictChoice({ id, label, choice, onChoose }: ConflictChoiceProps) {
  return (
    <fieldset className="flex gap-3">
      <legend className="sr-only">Which {label} to keep</legend>
      {CHOICES.map((option) => (
        <label key={option} className="flex items-center gap-1">
          <input type="radio" name={`choice-${id}`} checked={choice === option} onChange={() => onChoose(option)} /> {option}
        </label>
      ))}
    </fieldset>
  );
}
