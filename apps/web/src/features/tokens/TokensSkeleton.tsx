import { Skeleton } from '@jejak/ui/Skeleton';

const rows = ['first', 'second'];

/** A list of tokens on its way. */
export function TokensSkeleton() {
  return (
    <div aria-hidden="true" className="mx-auto flex max-w-3xl flex-col gap-6">
      <Skeleton className="h-7 w-40" />
      <Skeleton className="h-5 w-full max-w-prose" />
      <div className="divide-y divide-line rounded-panel border border-line bg-raised">
        {rows.map((row) => (
          <div key={row} className="flex flex-col gap-2 px-4 py-3">
            <Skeleton className="h-5 w-2/5" />
            <Skeleton className="h-5 w-3/5" />
            <Skeleton className="h-4 w-4/5" />
          </div>
        ))}
      </div>
    </div>
  );
}
