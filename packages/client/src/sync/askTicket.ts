import { CloseCode } from '@jejak/protocol';
import type { Endpoint } from '../Endpoint.ts';

/** A ticket for one connection, or the close code that a final refusal has the meaning of. */
export type TicketAnswer =
  | { readonly kind: 'ticket'; readonly ticket: string }
  | { readonly kind: 'refused'; readonly code: number };

const msMax = 15_000;
const finalOf: Readonly<Record<number, number>> = {
  400: CloseCode.BadMessage,
  401: CloseCode.SignIn,
  403: CloseCode.Forbidden,
  404: CloseCode.NotFound,
};

/** Asks for a ticket that opens one connection to a map. Throws where asking later may help. */
export async function askTicket(endpoint: Endpoint, mapId: string): Promise<TicketAnswer> {
  const { headers, ...init } = endpoint.requestInit;
  const response = await endpoint.fetch(`${endpoint.url}/api/tickets`, {
    ...init,
    method: 'POST',
    headers: { ...endpoint.headers, 'content-type': 'application/json' },
    body: JSON.stringify({ mapId }),
    signal: AbortSignal.timeout(msMax),
  });
  const code = finalOf[response.status];
  if (code !== undefined) return { kind: 'refused', code };
  const body: unknown = response.ok ? await response.json() : null;
  if (typeof body !== 'object' || body === null || !('ticket' in body) || typeof body.ticket !== 'string')
    throw new Error(`No ticket: ${response.status}`);
  return { kind: 'ticket', ticket: body.ticket };
}
