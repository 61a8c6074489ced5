import { connectMap, type MapConnection } from '@jejak/sync-client';
import type { HttpPerson } from '@jejak/testbed';
import { WebSocket } from 'ws';

/** Opens a map as a program does: with a ticket, asked for anew before each attempt. */
export function openMap(wsUrl: string, person: HttpPerson, mapId: string): MapConnection {
  return connectMap({
    url: `${wsUrl}/sync`,
    mapId,
    // The browser's type lacks what Node's has and the other way round.
    WebSocketImpl: WebSocket as unknown as typeof globalThis.WebSocket,
    params: async () => ({ ticket: await ticketOf(person, mapId) }),
  });
}

/** A ticket for one socket. */
export async function ticketOf(person: HttpPerson, mapId: string): Promise<string> {
  const answer = await person.post('/api/tickets', { mapId });
  if (typeof answer !== 'object' || answer === null || !('ticket' in answer)) throw new Error('no ticket');
  return String(answer.ticket);
}
