'use client';

import { type ReactNode, useState } from 'react';
import { Provider } from 'urql';
import { createBrowserClient } from './browserClient.ts';

/** The GraphQL client of the browser for the components below. */
export function GraphqlProvider({ children }: { readonly children: ReactNode }) {
  const [client] = useState(createBrowserClient);
  return <Provider value={client}>{children}</Provider>;
}
