'use client';

import { localFailure, readResult } from '@jejak/client';
import { requestBytesMax } from '@jejak/protocol';
import { Button, buttonClasses } from '@jejak/ui/Button';
import { joinClasses } from '@jejak/ui/joinClasses';
import { Select } from '@jejak/ui/Select';
import { TextArea } from '@jejak/ui/TextArea';
import { useFormatter, useTranslations } from 'next-intl';
import { type ChangeEvent, useRef, useState } from 'react';
import { useClient } from 'urql';
import { FormError } from '../../components/FormError.tsx';
import { ImportMermaidDocument } from '../../generated/graphql.ts';
import { runMutation } from '../../lib/runQuery.ts';
import { useSubmission } from '../../lib/useSubmission.ts';
import { ImportResult, type ImportSummary } from './ImportResult.tsx';
import { LanguageChoice } from './LanguageChoice.tsx';
import { mapTypes, parseMapType } from './mapTypes.ts';
import { parseContentLocale } from './parseContentLocale.ts';

const bytesPerKilobyte = 1024;
/** Above this the server refuses the request, of which everything but the text is less than 4 KiB. */
const textBytesMax = requestBytesMax - 4 * bytesPerKilobyte;

/** Mermaid text, pasted or from a file, becomes a map. */
export function ImportForm({ workspaceId }: { readonly workspaceId: string }) {
  const t = useTranslations('workspace');
  const format = useFormatter();
  const client = useClient();
  const [text, setText] = useState('');
  const [fileName, setFileName] = useState<string | null>(null);
  const [fileError, setFileError] = useState<string | null>(null);
  const [done, setDone] = useState<ImportSummary | null>(null);
  const fileInput = useRef<HTMLInputElement>(null);
  const submission = useSubmission({
    required: { text: t('importMap.sourceMissing') },
    aliases: { 'input.text': 'text' },
    send: async ({ text: source = '', type, locale }) => {
      if (!/^\s*journey\b/m.test(source)) {
        return { ok: false, failure: localFailure('INVALID', 'errors.journeyMissing', 'text') };
      }
      if (new Blob([JSON.stringify(source)]).size > textBytesMax) {
        return { ok: false, failure: localFailure('TOO_LARGE', 'errors.tooLarge', 'text') };
      }
      const answer = await runMutation(client, ImportMermaidDocument, {
        input: { workspaceId, text: source, type: parseMapType(type), locale: parseContentLocale(locale) },
      });
      return readResult(
        answer.ok ? { ok: true, value: answer.value.importMermaid } : answer,
        (member) => member.__typename === 'ImportMermaidPayload',
      );
    },
    onDone: ({ map, skippedLines, adjustedLines }) =>
      setDone({
        mapId: map.id,
        stages: map.stages.length,
        steps: map.stages.reduce((sum, stage) => sum + stage.steps.length, 0),
        personas: map.personas.length,
        skipped: skippedLines,
        adjusted: adjustedLines,
      }),
  });

  const readFile = async (event: ChangeEvent<HTMLInputElement>) => {
    const input = event.currentTarget;
    const [file] = Array.from(input.files ?? []);
    if (file === undefined) return;
    setFileError(null);
    if (file.size > textBytesMax) {
      const most = format.number(textBytesMax / bytesPerKilobyte, { style: 'unit', unit: 'kilobyte' });
      setFileError(t('importMap.fileTooLarge', { most }));
    } else {
      try {
        setText(await file.text());
        setFileName(file.name);
      } catch {
        setFileError(t('importMap.fileUnreadable'));
      }
    }
    // Choosing the same file again shall be heard again.
    input.value = '';
  };

  if (done !== null) {
    return (
      <ImportResult
        summary={done}
        onAnother={() => {
          setDone(null);
          setText('');
          setFileName(null);
        }}
      />
    );
  }
  return (
    <form method="post" noValidate onSubmit={submission.onSubmit} className="flex max-w-3xl flex-col gap-6">
      <FormError submission={submission} />
      <div className="flex flex-col gap-2">
        <TextArea
          name="text"
          label={t('importMap.source')}
          hint={t('importMap.sourceHint')}
          error={submission.fieldError('text') ?? fileError ?? undefined}
          rows={12}
          value={text}
          onChange={(event) => setText(event.target.value)}
          placeholder={'journey\n  title …\n  section …\n    …: 5: …'}
          spellCheck={false}
          autoComplete="off"
          aria-required
          className="font-mono"
        />
        <div className="flex flex-wrap items-center gap-3">
          <label
            className={joinClasses(
              buttonClasses('secondary'),
              'cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus',
            )}
          >
            {t('importMap.choose')}
            <input
              ref={fileInput}
              type="file"
              accept=".mmd,.mermaid,.md,.txt,text/plain,text/markdown"
              onChange={(event) => void readFile(event)}
              className="sr-only"
            />
          </label>
          <span role="status" className="text-meta text-muted">
            {fileName === null ? '' : t('importMap.chosen', { file: fileName })}
          </span>
        </div>
      </div>
      <div className="grid gap-5 sm:grid-cols-2">
        <Select
          name="type"
          label={t('importMap.type')}
          defaultValue="CURRENT_STATE"
          options={mapTypes.map((type) => ({ value: type, label: t(`types.${type}`) }))}
        />
        <LanguageChoice label={t('importMap.language')} />
      </div>
      <div>
        <Button type="submit" tone="primary" busy={submission.busy}>
          {t('importMap.submit')}
        </Button>
      </div>
    </form>
  );
}
