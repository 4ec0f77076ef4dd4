/** The sun that rises over a cold start. */
export function BrandMark({ size = 20 }: { size?: number }) {
  return (
    <svg viewBox="0 0 20 20" width={size} height={size} aria-hidden>
      <path d="M3 14.5a7 7 0 0 1 14 0" fill="none" stroke="var(--accent-fill)" strokeWidth="2.4" strokeLinecap="round" />
      <path d="M10 3v2.2M3.2 6.2l1.6 1.5M16.8 6.2l-1.6 1.5" stroke="var(--cold-fill)" strokeWidth="2" strokeLinecap="round" />
      <path d="M1.5 17.5h17" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
    </svg>
  );
}
