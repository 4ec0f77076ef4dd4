import type { ReactNode, Ref } from "react";

/** A landmark around what opens at the end of the document, outside those of the page. Dialogs need none. */
export function PortalRegion({ label, children, ref, ...rest }: { label: string; children: ReactNode; ref?: Ref<HTMLElement> }) {
  return (
    <section ref={ref} aria-label={label} {...rest}>
      {children}
    </section>
  );
}
