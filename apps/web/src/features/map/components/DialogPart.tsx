'use client';

import { useToast } from '@jejak/ui/Toast';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { useMapPage } from '../document/MapPage.ts';
import type { LazyPart } from '../lazy/lazyPart.ts';
import { usePart } from '../lazy/usePart.ts';

/** A dialog whose code comes when it is first opened; when it does not come, says so and lets go. */
export function DialogPart({ part }: { readonly part: LazyPart }) {
  const t = useTranslations('map');
  const { ui } = useMapPage();
  const toast = useToast();
  const state = usePart(part);
  const failed = useRef(() => {});
  failed.current = () => {
    ui.update((before) => ({ ...before, dialog: null }));
    toast({ text: t('part.failed'), tone: 'danger' });
  };
  useEffect(() => {
    // What failed an earlier time is on its way again by now.
    if (state.kind === 'failed' && part.state.get() === state) failed.current();
  }, [part, state]);
  return state.kind === 'ready' ? <state.Part /> : null;
}
