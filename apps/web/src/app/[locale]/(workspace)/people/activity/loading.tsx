import { TokensSkeleton } from '../../../../../features/tokens/TokensSkeleton.tsx';

/** The activity on its way: a list like that of tokens. */
export default function Loading() {
  return <TokensSkeleton />;
}
