import { KeyRound } from "lucide-react";

/** Says that a variable looks like a secret, why, and where it would be better kept. */
export function SecretMark({ hint }: { hint: string | undefined }) {
  if (!hint) return null;
  return (
    <p className="mt-1 flex items-start gap-1 text-1 text-accent">
      <KeyRound size={12} aria-hidden className="mt-0.5 shrink-0" />
      <span title="Everybody who may read the function's configuration can read it. Secrets Manager or Parameter Store keep it apart, with a log of who read it.">Looks like a secret: {hint}.</span>
    </p>
  );
}
