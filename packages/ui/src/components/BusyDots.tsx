/** A still mark of work in progress: three dots, so that nothing loops. The words beside it say what is going on. */
export function BusyDots() {
  return (
    <svg aria-hidden="true" width="18" height="6" viewBox="0 0 18 6" fill="currentColor">
      <circle cx="3" cy="3" r="2" opacity="0.9" />
      <circle cx="9" cy="3" r="2" opacity="0.6" />
      <circle cx="15" cy="3" r="2" opacity="0.35" />
    </svg>
  );
}
