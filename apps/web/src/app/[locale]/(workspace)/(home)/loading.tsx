import { Skeleton } from '@jejak/ui/Skeleton';
import { MapTileSkeletons } from '../../../../features/workspace/MapTileSkeleton.tsx';

/** The maps on their way. */
export default function Loading() {
  return (
    <div className="flex flex-col gap-6">
      <Skeleton className="h-9 w-32" />
      <Skeleton className="h-10 w-full max-w-md" />
      <MapTileSkeletons count={6} />
    </div>
  );
}
