import { Skeleton } from '@jejak/ui/Skeleton';

const rows = ['first', 'second', 'third'];

/** The people of a workspace on their way. */
export default function Loading() {
  return (
    <div aria-hidden="true" className="mx-auto flex max-w-3xl flex-col gap-8">
      <Skeleton className="h-7 w-32" />
      <div className="flex flex-col gap-3">
        <Skeleton className="h-6 w-28" />
        <div className="divide-y divide-line rounded-panel border border-line bg-raised">
          {rows.map((row) => (
            <div key={row} className="flex items-center gap-3 px-4 py-3">
              <Skeleton className="size-9 shrink-0 rounded-full" />
              <div className="flex flex-1 flex-col gap-2">
                <Skeleton className="h-5 w-2/5" />
                <Skeleton className="h-4 w-3/5" />
              </div>
              <Skeleton className="h-10 w-32" />
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}
