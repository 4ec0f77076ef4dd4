import { Help } from "@/components/ui/help";
import { FLAKY_WINDOW } from "@/lib/suites/schema";

/** The rule behind the mark. */
export function FlakyHelp() {
  return (
    <Help topic="flaky">
      <p>
        The same event at the same function both passed and failed within its last {FLAKY_WINDOW} graded runs of the newest version that answered, whoever started
        them.
      </p>
      <p>Runs from before the event was last saved do not count; of $LATEST, neither do those from before the function last changed.</p>
    </Help>
  );
}
