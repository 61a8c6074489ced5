'use client';

import { Check } from 'lucide-react';
import {
  createContext,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
  use,
  useRef,
  useState,
} from 'react';
import { joinClasses } from './joinClasses.ts';
import { MenuList } from './MenuList.tsx';

const itemClasses =
  'flex min-h-8 pointer-coarse:min-h-11 w-full cursor-pointer items-center gap-2.5 rounded-small px-2.5 py-1 text-left text-body ' +
  'outline-none hover:bg-hover focus:bg-hover aria-disabled:opacity-50 aria-disabled:cursor-not-allowed';

const CloseContext = createContext<() => void>(() => {});

/** What the button that opens a menu has to carry. */
export interface MenuTrigger {
  readonly 'aria-haspopup': 'menu';
  readonly 'aria-expanded': boolean;
  readonly onClick: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

interface MenuProps {
  /** The button that opens it. */
  readonly trigger: (props: MenuTrigger) => ReactElement;
  /** Drawn only while it is open. */
  readonly children: ReactNode;
  readonly label: string;
}

/** A menu of commands in the browser's top layer. Escape, Tab and a press elsewhere close it; focus goes back to its button. */
export function Menu({ trigger, children, label }: MenuProps) {
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLSpanElement>(null);
  const close = (refocus: boolean) => {
    setOpen(false);
    if (refocus) anchor.current?.querySelector('button')?.focus({ preventScroll: true });
  };
  return (
    <span ref={anchor} className="inline-flex shrink-0">
      {trigger({
        'aria-haspopup': 'menu',
        'aria-expanded': open,
        onClick: () => setOpen(!open),
        onKeyDown(event) {
          if (event.key !== 'ArrowDown' || open) return;
          event.preventDefault();
          setOpen(true);
        },
      })}
      {open && (
        <CloseContext value={() => close(true)}>
          <MenuList label={label} anchor={anchor.current} onClose={close}>
            {children}
          </MenuList>
        </CloseContext>
      )}
    </span>
  );
}

interface MenuItemProps {
  readonly children: ReactNode;
  readonly icon?: ReactNode;
  readonly onSelect: () => void;
  readonly danger?: boolean;
  readonly disabled?: boolean;
}

/** One command. */
export function MenuItem({ children, icon, onSelect, danger = false, disabled = false }: MenuItemProps) {
  const close = use(CloseContext);
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      aria-disabled={disabled || undefined}
      onClick={() => {
        if (disabled) return;
        // First, so that what the command focuses keeps the focus.
        close();
        onSelect();
      }}
      className={joinClasses(itemClasses, danger ? 'text-danger' : 'text-ink')}
    >
      {icon}
      {children}
    </button>
  );
}

interface MenuChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string; readonly lang?: string }[];
  readonly onChange: (value: Value) => void;
}

/** A group of which one entry holds. */
export function MenuChoice<Value extends string>({
  label,
  value,
  options,
  onChange,
}: MenuChoiceProps<Value>) {
  const close = use(CloseContext);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is no child of a menu
    <div role="group" aria-label={label}>
      <div aria-hidden="true" className="px-2.5 pt-1.5 pb-0.5 text-meta text-muted">
        {label}
      </div>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          role="menuitemradio"
          aria-checked={option.value === value}
          tabIndex={-1}
          lang={option.lang}
          onClick={() => {
            close();
            onChange(option.value);
          }}
          className={joinClasses(itemClasses, 'justify-between text-ink')}
        >
          <span className="min-w-0 break-words">{option.label}</span>
          {option.value === value && <Check aria-hidden="true" className="size-4 shrink-0 text-accent" />}
        </button>
      ))}
    </div>
  );
}

/** A line between groups. */
export function MenuSeparator() {
  // biome-ignore lint/a11y/useSemanticElements: an hr is no child of a menu
  return <div role="separator" className="-mx-1.5 my-1.5 h-px bg-line" />;
}

/** Words in a menu that cannot be chosen. */
export function MenuText({ children }: { readonly children: ReactNode }) {
  return <div className="px-2.5 py-1.5 text-meta text-muted">{children}</div>;
}
