'use client';

import { readResult } from '@jejak/client';
import { useToast } from '@jejak/ui/Toast';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useClient } from 'urql';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { DeleteMapDocument } from '../../generated/graphql.ts';
import { useErrorText } from '../../lib/errorText.ts';
import { localText } from '../../lib/localText.ts';
import { runMutation } from '../../lib/runQuery.ts';
import type { MapSummary } from './MapSummary.ts';

interface DeleteMapDialogProps {
  readonly map: MapSummary;
  readonly onDeleted: () => void;
  readonly onClose: () => void;
}

/** Asks before a map is deleted, naming it and those who are in it, and tells what became of it. */
export function DeleteMapDialog({ map, onDeleted, onClose }: DeleteMapDialogProps) {
  const t = useTranslations('workspace.maps');
  const format = useFormatter();
  const client = useClient();
  const toast = useToast();
  const errorText = useErrorText();
  const [busy, setBusy] = useState(false);
  const title = localText(map.title, useLocale()).text.trim() || t('untitled');

  const deleteMap = async () => {
    setBusy(true);
    const answer = await runMutation(client, DeleteMapDocument, { input: { mapId: map.id } });
    const result = readResult(
      answer.ok ? { ok: true, value: answer.value.deleteMap } : answer,
      (member) => member.__typename === 'DeleteMapPayload',
    );
    onClose();
    // One that somebody else deleted first is gone all the same.
    if (result.ok || result.failure.code === 'NOT_FOUND') {
      onDeleted();
      toast({ text: t('deleted', { title }) });
    } else toast({ text: errorText(result.failure), tone: 'danger' });
  };

  return (
    <ConfirmDialog
      title={t('deleteTitle', { title })}
      text={t('deleteText')}
      act={t('delete')}
      busy={busy}
      onConfirm={() => void deleteMap()}
      onClose={onClose}
    >
      {map.present.length > 0 && (
        <p className="text-body">
          {t('present', { people: format.list(map.present.map((person) => person.name)) })}
        </p>
      )}
    </ConfirmDialog>
  );
}
