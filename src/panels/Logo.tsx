/** A path on the plane. */
export function Logo() {
  return (
    <svg className="logo" viewBox="0 0 24 24" aria-hidden="true">
      <rect
        x="2.5"
        y="2.5"
        width="19"
        height="19"
        rx="4"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
      />
      <path
        d="M6 17.5C9.5 17 17.6 14.6 17.8 8.2C15.4 6.6 12.6 6.6 10.2 7.2"
        fill="none"
        stroke="var(--accent)"
        strokeWidth="2"
        strokeLinecap="round"
      />
      <circle cx="9.8" cy="7.3" r="2" fill="var(--accent)" />
    </svg>
  );
}
