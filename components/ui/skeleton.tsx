import { classNames } from "./class-names";

/** A block in the shape of what is coming. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={classNames("skeleton", className)} />;
}
