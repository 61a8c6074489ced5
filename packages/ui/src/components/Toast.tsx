'use client';

import { X } from 'lucide-react';
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { IconButton } from './IconButton.tsx';
import { joinClasses } from './joinClasses.ts';

/** A message that appears for a while and is announced. */
export interface ToastMessage {
  readonly text: string;
  readonly tone?: 'plain' | 'danger';
  /** An act offered with it, such as undoing. */
  readonly action?: { readonly label: string; readonly run: () => void };
}

type Show = (message: ToastMessage) => void;
const ToastContext = createContext<Show | null>(null);
const shownMsMin = 6000;
/** Slow enough to read aloud: a long message stays longer. */
const msPerSign = 75;

interface ToastProviderProps {
  readonly children: ReactNode;
  readonly closeLabel: string;
  /** Names the region the messages appear in. */
  readonly regionLabel: string;
}

/** Holds the one live region of the page; the newest message replaces the one before. */
export function ToastProvider({ children, closeLabel, regionLabel }: ToastProviderProps) {
  const [current, setCurrent] = useState<{ readonly id: number; readonly message: ToastMessage } | null>(
    null,
  );
  const [held, setHeld] = useState(false);
  const nextId = useRef(0);
  const show = useCallback<Show>((message) => {
    nextId.current += 1;
    setCurrent({ id: nextId.current, message });
  }, []);
  const close = useCallback(() => {
    setCurrent(null);
    setHeld(false);
  }, []);

  useEffect(() => {
    if (current === null || held) return;
    const timer = setTimeout(close, Math.max(shownMsMin, current.message.text.length * msPerSign));
    return () => clearTimeout(timer);
  }, [current, held, close]);

  const value = useMemo(() => show, [show]);
  return (
    <ToastContext value={value}>
      {children}
      <section
        aria-label={regionLabel}
        className="pointer-events-none fixed inset-x-0 bottom-0 z-50 flex justify-center p-4"
      >
        <div aria-live="polite" aria-atomic="true">
          {current && (
            // biome-ignore lint/a11y/noStaticElementInteractions: hovering only keeps the message from leaving while it is read
            <div
              key={current.id}
              onPointerEnter={() => setHeld(true)}
              onPointerLeave={() => setHeld(false)}
              onFocus={() => setHeld(true)}
              onBlur={() => setHeld(false)}
              className={joinClasses(
                'pointer-events-auto flex max-w-lg items-center gap-3 rounded-panel border bg-raised py-1.5 pr-1.5 pl-4 text-body text-ink shadow-lifted',
                current.message.tone === 'danger' ? 'border-danger' : 'border-line',
              )}
            >
              <span className="py-1">{current.message.text}</span>
              {current.message.action && (
                <button
                  type="button"
                  className="min-h-9 rounded-card px-2 font-medium text-accent hover:bg-hover"
                  onClick={() => {
                    current.message.action?.run();
                    close();
                  }}
                >
                  {current.message.action.label}
                </button>
              )}
              <IconButton label={closeLabel} icon={<X className="size-4" />} onClick={close} />
            </div>
          )}
        </div>
      </section>
    </ToastContext>
  );
}

/** Shows a message in the page's live region. */
export function useToast(): Show {
  const show = useContext(ToastContext);
  if (show === null) throw new Error('useToast needs a ToastProvider above it');
  return show;
}
