import { joinClasses } from './joinClasses.ts';

/** A still block in the shape of what will stand there; the page shows it after 200 ms (see `.skeleton` in globals). */
export function Skeleton({ className }: { readonly className?: string }) {
  return (
    <span aria-hidden="true" className={joinClasses('skeleton block rounded-card bg-hover', className)} />
  );
}
