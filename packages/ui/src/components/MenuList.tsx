'use client';

import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from 'react';

interface MenuListProps {
  readonly label: string;
  /** What it opens beside. */
  readonly anchor: HTMLElement | null;
  readonly onClose: (refocus: boolean) => void;
  readonly children: ReactNode;
}

/** The open list of a `Menu`: in place in the document, on top of everything on the screen. */
export function MenuList({ label, anchor, onClose, children }: MenuListProps) {
  const list = useRef<HTMLDivElement>(null);
  const closing = useRef(onClose);
  closing.current = onClose;

  useLayoutEffect(() => {
    const element = list.current;
    if (!element || !anchor) return;
    const settle = () => place(element, anchor.getBoundingClientRect());
    element.showPopover();
    settle();
    itemsOf(element)[0]?.focus({ preventScroll: true });
    const onToggle = (event: Event) => {
      if (!(event instanceof ToggleEvent) || event.newState !== 'closed') return;
      const { activeElement } = document;
      closing.current(activeElement === document.body || element.contains(activeElement));
    };
    const onScroll = (event: Event) => {
      if (event.target !== element) settle();
    };
    element.addEventListener('toggle', onToggle);
    window.addEventListener('resize', settle);
    window.addEventListener('scroll', onScroll, { capture: true, passive: true });
    return () => {
      element.removeEventListener('toggle', onToggle);
      window.removeEventListener('resize', settle);
      window.removeEventListener('scroll', onScroll, { capture: true });
      element.hidePopover();
    };
  }, [anchor]);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const items = itemsOf(event.currentTarget);
    const { activeElement } = document;
    const at = activeElement instanceof HTMLElement ? items.indexOf(activeElement) : -1;
    const to = targetOf(event.key, at, items);
    if (event.key === 'Tab' || event.key === 'Escape') {
      event.preventDefault();
      onClose(true);
    } else if (to !== undefined) {
      event.preventDefault();
      to.focus();
    }
  };

  return (
    <div
      ref={list}
      popover="auto"
      role="menu"
      tabIndex={-1}
      aria-label={label}
      onKeyDown={onKeyDown}
      className="fixed inset-auto max-h-[calc(100dvh-1rem)] min-w-52 max-w-[min(20rem,calc(100vw-1rem))] overflow-y-auto rounded-panel border border-line bg-raised p-1.5 text-ink shadow-lifted outline-none"
    >
      {children}
    </div>
  );
}

function itemsOf(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('[role^="menuitem"]:not([aria-disabled="true"])')];
}

/** Where a key leads: round by arrows, to the ends, or to the next entry that begins with the letter. */
function targetOf(key: string, at: number, items: readonly HTMLElement[]): HTMLElement | undefined {
  switch (key) {
    case 'ArrowDown':
      return items.at((at + 1) % items.length);
    case 'ArrowUp':
      return items.at(Math.max(at, 0) - 1);
    case 'Home':
      return items.at(0);
    case 'End':
      return items.at(-1);
    default: {
      if (key.length !== 1 || key === ' ') return undefined;
      const later = [...items.slice(at + 1), ...items.slice(0, at + 1)];
      return later.find((item) => item.textContent.trim().toLowerCase().startsWith(key.toLowerCase()));
    }
  }
}

const gap = 6;
const margin = 8;

/** Under its button and flush with its end, turned up where there is no room, never past the edge of the window. */
function place(list: HTMLElement, button: DOMRect): void {
  const { offsetWidth: width, offsetHeight: height } = list;
  const below = button.bottom + gap + height <= window.innerHeight - margin;
  const top = below ? button.bottom + gap : button.top - gap - height;
  list.style.left = `${Math.max(margin, Math.min(button.right - width, window.innerWidth - width - margin))}px`;
  list.style.top = `${Math.max(margin, Math.min(top, window.innerHeight - height - margin))}px`;
}
