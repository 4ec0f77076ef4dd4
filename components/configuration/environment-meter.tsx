import { ENVIRONMENT_MAX_BYTES } from "@/lib/configuration/environment-rules";
import { classNames } from "@/components/ui/class-names";

/** How much of AWS's 4 KB names and values take. */
export function EnvironmentMeter({ totalBytes }: { totalBytes: number }) {
  const share = Math.min(1, totalBytes / ENVIRONMENT_MAX_BYTES);
  const over = totalBytes > ENVIRONMENT_MAX_BYTES;
  return (
    <div className="flex items-center gap-2.5 text-2">
      <div
        role="meter"
        aria-label="Size of the environment"
        aria-valuemin={0}
        aria-valuemax={ENVIRONMENT_MAX_BYTES}
        aria-valuenow={Math.min(totalBytes, ENVIRONMENT_MAX_BYTES)}
        aria-valuetext={`${totalBytes} of ${ENVIRONMENT_MAX_BYTES} bytes`}
        className="h-1.5 w-24 overflow-hidden rounded-full bg-sunken"
      >
        <div className={classNames("h-full rounded-full", over ? "bg-error-fill" : share > 0.8 ? "bg-accent-fill" : "bg-[var(--series-1)]")} style={{ width: `${share * 100}%` }} />
      </div>
      <span className={over ? "font-medium text-error" : "text-muted"}>
        {totalBytes.toLocaleString("en")} of {ENVIRONMENT_MAX_BYTES.toLocaleString("en")} bytes{over ? ": too large" : ""}
      </span>
    </div>
  );
}
