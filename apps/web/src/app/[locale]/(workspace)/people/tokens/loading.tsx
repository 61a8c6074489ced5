import { TokensSkeleton } from '../../../../../features/tokens/TokensSkeleton.tsx';

/** Tokens on their way. */
export default function Loading() {
  return <TokensSkeleton />;
}
