import { Button } from "@/components/ui/button";

interface ReviewFooterProps {
  /** What is done, for instance `Save`. */
  label: string;
  /** While it is being done. */
  busyLabel: string;
  busy: boolean;
  /** It cannot be done (now); the page says why. */
  blocked?: boolean;
  onBack: () => void;
  onGo: () => void;
}

/** Below a review: back, or do it. Doing it lasts until AWS has applied it. */
export function ReviewFooter({ label, busyLabel, busy, blocked, onBack, onGo }: ReviewFooterProps) {
  return (
    <>
      <Button onClick={onBack}>Back</Button>
      <Button variant="primary" disabled={busy || blocked} onClick={onGo}>
        {busy ? `${busyLabel}, until AWS has applied it…` : label}
      </Button>
    </>
  );
}
