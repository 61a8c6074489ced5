import { TokensSkeleton } from '../../../../../features/tokens/TokensSkeleton.tsx';

/** Webhooks on their way: a list like that of tokens. */
export default function Loading() {
  return <TokensSkeleton />;
}
