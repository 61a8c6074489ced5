interface LogoMarkProps {
  readonly size?: number;
  /** The product's name where no text beside it says so. */
  readonly label?: string;
}

/** Jejak's mark: a trace of three steps, each a little further and higher than the one before. */
export function LogoMark({ size = 28, label }: LogoMarkProps) {
  const drawing = (
    <>
      <rect width="32" height="32" rx="9" fill="var(--accent)" />
      <g fill="var(--on-accent)">
        <ellipse cx="8.9" cy="22.3" rx="2.7" ry="3.7" transform="rotate(32 8.9 22.3)" opacity="0.6" />
        <ellipse cx="15.4" cy="14.2" rx="2.9" ry="3.9" transform="rotate(32 15.4 14.2)" opacity="0.8" />
        <ellipse cx="23.4" cy="9.4" rx="3.1" ry="4.1" transform="rotate(32 23.4 9.4)" />
      </g>
    </>
  );
  if (label === undefined) {
    return (
      <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" className="shrink-0">
        {drawing}
      </svg>
    );
  }
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" role="img" aria-label={label} className="shrink-0">
      <title>{label}</title>
      {drawing}
    </svg>
  );
}
