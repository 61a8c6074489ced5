import { Skeleton } from '@jejak/ui/Skeleton';

/** Tiles on their way, in their final shape. */
export function MapTileSkeletons({ count }: { readonly count: number }) {
  return (
    <div aria-hidden="true" className="grid gap-5 sm:grid-cols-2 lg:grid-cols-3">
      {Array.from({ length: count }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
        <div key={index} className="overflow-hidden rounded-panel border border-line bg-raised">
          <Skeleton className="aspect-[320/171] w-full rounded-none" />
          <div className="flex flex-col gap-2 border-t border-line px-4 py-3.5">
            <Skeleton className="h-5 w-3/5" />
            <Skeleton className="h-5 w-2/5" />
          </div>
        </div>
      ))}
    </div>
  );
}
