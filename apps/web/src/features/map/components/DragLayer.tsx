'use client';

import { type RefObject, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';

/** Holds the copy of a lifted card above everything, outside the scrolled grid. */
export function DragLayer({ layer }: { readonly layer: RefObject<HTMLDivElement | null> }) {
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  return ready
    ? createPortal(<div ref={layer} className="map-drag-layer" aria-hidden="true" />, document.body)
    : null;
}
