import { Skeleton } from '@jejak/ui/Skeleton';

const rows = ['first', 'second', 'third'];

/** The page of a webhook on its way. */
export function WebhookSkeleton() {
  return (
    <div aria-hidden="true" className="mx-auto flex max-w-3xl flex-col gap-6">
      <Skeleton className="h-7 w-60" />
      <div className="flex gap-2">
        <Skeleton className="h-9 w-32" />
        <Skeleton className="h-9 w-24" />
        <Skeleton className="h-9 w-24" />
      </div>
      <Skeleton className="h-36 w-full" />
      <div className="divide-y divide-line rounded-panel border border-line bg-raised">
        {rows.map((row) => (
          <div key={row} className="flex flex-col gap-2 px-4 py-3">
            <Skeleton className="h-5 w-2/5" />
            <Skeleton className="h-4 w-3/5" />
          </div>
        ))}
      </div>
    </div>
  );
}
