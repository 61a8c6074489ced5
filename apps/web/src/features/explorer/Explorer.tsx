'use client';

import { Button } from '@jejak/ui/Button';
import { ErrorState } from '@jejak/ui/ErrorState';
import { Skeleton } from '@jejak/ui/Skeleton';
import { VisuallyHidden } from '@jejak/ui/VisuallyHidden';
import type { GraphQLSchema } from 'graphql';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';

type Loaded = {
  readonly Workbench: typeof import('./Workbench.tsx').Workbench;
  readonly schema: GraphQLSchema;
};
type State =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed' }
  | ({ readonly kind: 'ready' } & Loaded);

/** Large and rarely used: it comes after the page, and no other page carries any of it. */
async function load(): Promise<Loaded> {
  const [{ Workbench }, schema] = await Promise.all([
    import('./Workbench.tsx'),
    import('./loadSchema.ts').then(({ loadSchema }) => loadSchema()),
  ]);
  return { Workbench, schema };
}

/** The API explorer, once its code and the schema are here. */
export function Explorer() {
  const t = useTranslations('explorer');
  const common = useTranslations('common');
  const [state, setState] = useState<State>({ kind: 'loading' });
  useEffect(() => {
    if (state.kind !== 'loading') return;
    let wanted = true;
    load().then(
      (loaded) => wanted && setState({ kind: 'ready', ...loaded }),
      () => wanted && setState({ kind: 'failed' }),
    );
    return () => {
      wanted = false;
    };
  }, [state]);
  if (state.kind === 'ready') return <state.Workbench schema={state.schema} />;
  if (state.kind === 'failed') {
    return (
      <ErrorState
        title={t('failedTitle')}
        text={t('failedText')}
        action={<Button onClick={() => setState({ kind: 'loading' })}>{common('tryAgain')}</Button>}
      />
    );
  }
  return (
    <div role="status">
      <VisuallyHidden>{t('loading')}</VisuallyHidden>
      <Skeleton className="h-[70dvh] w-full" />
    </div>
  );
}
