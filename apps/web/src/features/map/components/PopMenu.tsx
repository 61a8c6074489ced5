'use client';

import {
  createContext,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
  use,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';

const CloseContext = createContext<(refocus: boolean) => void>(() => {});

/** What the button that opens a menu has to carry. */
export interface PopMenuTrigger {
  readonly 'aria-haspopup': 'menu';
  readonly 'aria-expanded': boolean;
  readonly onClick: () => void;
}

interface PopMenuProps {
  readonly label: string;
  readonly trigger: (props: PopMenuTrigger) => ReactElement;
  /** Drawn only while the menu is open: a grid has dozens of menus. */
  readonly children: () => ReactNode;
}

/** A menu in the browser's top layer. Escape and a press elsewhere close it; focus goes back to its button. */
export function PopMenu({ label, trigger, children }: PopMenuProps) {
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLSpanElement>(null);
  const close = (refocus: boolean) => {
    setOpen(false);
    // In the grid, to the head the menu belongs to: from there the arrow keys go on.
    const home =
      anchor.current?.closest<HTMLElement>('[data-target]') ?? anchor.current?.querySelector('button');
    if (refocus) home?.focus({ preventScroll: true });
  };
  return (
    <span ref={anchor} className="map-pop">
      {trigger({ 'aria-haspopup': 'menu', 'aria-expanded': open, onClick: () => setOpen(!open) })}
      {open && (
        <CloseContext value={close}>
          <PopMenuList label={label} anchor={anchor.current} close={close}>
            {children()}
          </PopMenuList>
        </CloseContext>
      )}
    </span>
  );
}

interface PopMenuListProps {
  readonly label: string;
  readonly anchor: HTMLElement | null;
  readonly close: (refocus: boolean) => void;
  readonly children: ReactNode;
}

function PopMenuList({ label, anchor, close, children }: PopMenuListProps) {
  const list = useRef<HTMLDivElement>(null);
  const closing = useRef(close);
  closing.current = close;

  useLayoutEffect(() => {
    const element = list.current;
    if (!element || !anchor) return;
    element.showPopover();
    place(element, anchor.getBoundingClientRect());
    items(element)[0]?.focus();
    const onToggle = (event: Event) => {
      if (event instanceof ToggleEvent && event.newState === 'closed') {
        closing.current(element.contains(document.activeElement) || document.activeElement === document.body);
      }
    };
    element.addEventListener('toggle', onToggle);
    return () => element.removeEventListener('toggle', onToggle);
  }, [anchor]);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    event.stopPropagation();
    const all = items(event.currentTarget);
    const { activeElement } = document;
    const at = activeElement instanceof HTMLElement ? all.indexOf(activeElement) : -1;
    const to = targetOf(event.key, at, all.length);
    if (event.key === 'Tab' || event.key === 'Escape') {
      event.preventDefault();
      close(true);
    } else if (to !== null) {
      event.preventDefault();
      all[to]?.focus();
    }
  };

  return (
    <div
      ref={list}
      popover="auto"
      role="menu"
      tabIndex={-1}
      aria-label={label}
      className="map-menu"
      onKeyDown={onKeyDown}
    >
      {children}
    </div>
  );
}

function items(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('[role^="menuitem"]:not([aria-disabled="true"])')];
}

function targetOf(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case 'ArrowDown':
    case 'ArrowRight':
      return (at + 1) % count;
    case 'ArrowUp':
    case 'ArrowLeft':
      return (at - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

const gap = 6;
const margin = 8;

/** Under its button, turned up where there is no room, never past the edge of the window. */
function place(list: HTMLElement, button: DOMRect): void {
  const width = list.offsetWidth;
  const height = list.offsetHeight;
  const below = button.bottom + gap + height <= window.innerHeight - margin;
  const top = below ? button.bottom + gap : button.top - gap - height;
  const fits = button.left + width <= window.innerWidth - margin;
  list.style.left = `${Math.max(margin, fits ? button.left : button.right - width)}px`;
  list.style.top = `${Math.max(margin, Math.min(top, window.innerHeight - height - margin))}px`;
}

interface PopMenuItemProps {
  readonly children: ReactNode;
  readonly onSelect: () => void;
  readonly icon?: ReactNode;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  /** For one of several choices: whether it is the one. */
  readonly chosen?: boolean;
}

/** One command, or one choice, of a `PopMenu`. */
export function PopMenuItem({ children, onSelect, icon, danger, disabled, chosen }: PopMenuItemProps) {
  const close = use(CloseContext);
  return (
    <button
      type="button"
      {...(chosen === undefined ? { role: 'menuitem' } : { role: 'menuitemradio', 'aria-checked': chosen })}
      aria-disabled={disabled || undefined}
      tabIndex={-1}
      className="map-menu-item"
      data-danger={danger || undefined}
      onClick={() => {
        if (disabled) return;
        // First, so that what the command focuses keeps the focus.
        close(true);
        onSelect();
      }}
    >
      {icon}
      {children}
    </button>
  );
}

/** A line between groups of commands. */
export function PopMenuLine() {
  return <div role="separator" className="map-menu-line" />;
}
