'use client';

import { Button } from '@jejak/ui/Button';
import { useRouter } from 'next/navigation';
import { type ReactNode, useTransition } from 'react';

/** Asks the server for the page once more. */
export function ReloadButton({ children }: { readonly children: ReactNode }) {
  const router = useRouter();
  const [busy, startTransition] = useTransition();
  return (
    <Button tone="primary" busy={busy} onClick={() => startTransition(() => router.refresh())}>
      {children}
    </Button>
  );
}
