'use client';

import { useTranslations } from 'next-intl';
import { importReason } from './importReasons.ts';

/** A line of an imported file that deserves a word. */
export interface ImportLine {
  readonly line: number;
  readonly text: string;
  readonly reason: string;
}

interface ImportLinesProps {
  readonly title: string;
  readonly text?: string;
  readonly lines: readonly ImportLine[];
}

/** Lines of a file, by number, with what became of them. */
export function ImportLines({ title, text, lines }: ImportLinesProps) {
  const t = useTranslations('workspace.importMap');
  return (
    <section aria-label={title} className="overflow-hidden rounded-panel border border-line bg-raised">
      <div className="border-b border-line px-4 py-3">
        <h3 className="font-semibold">{title}</h3>
        {text && <p className="text-meta text-muted">{text}</p>}
      </div>
      <ol className="max-h-96 divide-y divide-line overflow-y-auto">
        {lines.map((line) => (
          <li
            key={`${line.line} ${line.reason}`}
            className="grid gap-x-4 gap-y-0.5 px-4 py-2.5 sm:grid-cols-[6rem_1fr]"
          >
            <span className="text-meta text-muted tabular-nums">{t('line', { number: line.line })}</span>
            <span className="min-w-0">
              <code className="block font-mono text-meta break-words whitespace-pre-wrap">{line.text}</code>
              <span className="text-meta text-muted">{t(`reasons.${importReason(line.reason)}`)}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
