import { WebhookSkeleton } from '../../../../../../features/webhooks/WebhookSkeleton.tsx';

/** A webhook on its way. */
export default function Loading() {
  return <WebhookSkeleton />;
}
