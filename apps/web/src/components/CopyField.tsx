'use client';

import { Button } from '@jejak/ui/Button';
import { TextField } from '@jejak/ui/TextField';
import { useToast } from '@jejak/ui/Toast';
import { Copy } from 'lucide-react';
import { useEffect, useRef } from 'react';

interface CopyFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly className?: string;
  readonly texts: { readonly copy: string; readonly copied: string; readonly copyFailed: string };
}

/** Text to take along, focused and selected when it appears, with a button that copies it. */
export function CopyField({ label, hint, value, className, texts }: CopyFieldProps) {
  const toast = useToast();
  const field = useRef<HTMLInputElement>(null);
  const shown = useRef('');
  const select = () => {
    field.current?.focus();
    field.current?.select();
  };
  useEffect(() => {
    if (shown.current === value) return;
    shown.current = value;
    field.current?.focus();
    field.current?.select();
  }, [value]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      toast({ text: texts.copied });
    } catch {
      // Without a secure address there is no clipboard: the selected text can still be copied by hand.
      select();
      toast({ text: texts.copyFailed, tone: 'danger' });
    }
  };
  return (
    <div className="flex flex-wrap items-end gap-3">
      <div className="min-w-60 flex-1">
        <TextField
          ref={field}
          label={label}
          hint={hint}
          value={value}
          readOnly
          spellCheck={false}
          autoComplete="off"
          className={className}
          onFocus={(event) => event.currentTarget.select()}
        />
      </div>
      <Button
        className="min-h-10"
        icon={<Copy aria-hidden="true" className="size-4" />}
        onClick={() => void copy()}
      >
        {texts.copy}
      </Button>
    </div>
  );
}
