'use client';

import { readFailure } from '@jejak/client';
import { useToast } from '@jejak/ui/Toast';
import { KeyRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { OwnList } from '../../components/OwnList.tsx';
import { RevokeTokenDocument } from '../../generated/graphql.ts';
import { useErrorText } from '../../lib/errorText.ts';
import type { MapTitles } from '../../lib/MapTitles.ts';
import { runMutation } from '../../lib/runQuery.ts';
import type { ListedToken } from './ListedToken.ts';
import { TokenForm } from './TokenForm.tsx';
import type { TokenHome } from './TokenHome.ts';
import { TokenRow } from './TokenRow.tsx';
import { TokenSecret } from './TokenSecret.tsx';
import type { MadeToken } from './useCreateToken.ts';

interface TokensProps {
  readonly home: TokenHome;
  readonly initial: readonly ListedToken[];
  readonly initialTitles: MapTitles;
  /** When the list was read, ISO 8601. */
  readonly now: string;
}

/** Tokens: those there are, making one, seeing its secret once, and ending one. */
export function Tokens({ home, initial, initialTitles, now }: TokensProps) {
  const t = useTranslations('tokens.list');
  const client = useClient();
  const toast = useToast();
  const errorText = useErrorText();
  const [tokens, setTokens] = useState(initial);
  const [titles, setTitles] = useState(initialTitles);
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<MadeToken | null>(null);
  const [ending, setEnding] = useState<ListedToken | null>(null);
  const [busy, setBusy] = useState(false);
  const newButton = useRef<HTMLButtonElement>(null);
  const returnsFocus = useRef(false);
  // What had the focus is gone with what was closed.
  useEffect(() => {
    if (!returnsFocus.current) return;
    returnsFocus.current = false;
    newButton.current?.focus();
  });

  const revoke = async (token: ListedToken) => {
    setBusy(true);
    const answer = await runMutation(client, RevokeTokenDocument, { input: { tokenId: token.id } });
    setBusy(false);
    setEnding(null);
    const result = answer.ok ? answer.value.revokeToken : null;
    // Somebody else may have been faster.
    const isGone = result?.__typename === 'RevokeTokenPayload' || result?.__typename === 'NotFoundError';
    if (!isGone) {
      return toast({ text: errorText(answer.ok ? readFailure(result) : answer.failure), tone: 'danger' });
    }
    returnsFocus.current = true;
    setTokens((all) => all.filter(({ id }) => id !== token.id));
    if (made?.token.id === token.id) setMade(null);
    toast({ text: t('revoked', { name: token.name }) });
  };
  const begin = () => {
    setMade(null);
    setMaking(true);
  };
  const isEnded = ({ expiresAt }: ListedToken) => Date.parse(expiresAt) <= Date.parse(now);

  return (
    <div className="flex flex-col gap-6">
      {made !== null && (
        <TokenSecret
          key={made.token.id}
          name={made.token.name}
          secret={made.secret}
          onDone={() => {
            returnsFocus.current = true;
            setMade(null);
          }}
        />
      )}
      {making && (
        <TokenForm
          home={home}
          onCancel={() => {
            returnsFocus.current = true;
            setMaking(false);
          }}
          onMade={(done, more) => {
            setMaking(false);
            setMade(done);
            setTitles((known) => ({ ...known, ...more }));
            setTokens((all) => [done.token, ...all]);
          }}
        />
      )}
      <OwnList
        title={t('title')}
        empty={{
          title: t('emptyTitle'),
          text: home.kind === 'personal' ? t('emptyText') : t('emptyTextWorkspace'),
          icon: KeyRound,
        }}
        add={{ label: t('new'), ref: newButton, onClick: begin, isShown: !making, isNext: made === null }}
      >
        {tokens.map((token) => (
          <TokenRow
            key={token.id}
            token={token}
            home={home}
            titles={titles}
            ended={isEnded(token)}
            onRevoke={() => setEnding(token)}
          />
        ))}
      </OwnList>
      {ending !== null && (
        <ConfirmDialog
          title={t('revokeTitle', { name: ending.name })}
          text={isEnded(ending) ? t('removeText') : t('revokeText')}
          act={isEnded(ending) ? t('remove') : t('revoke')}
          busy={busy}
          onConfirm={() => void revoke(ending)}
          onClose={() => setEnding(null)}
        />
      )}
    </div>
  );
}
