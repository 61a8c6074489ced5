import type { PlainClient } from '../protocol/PlainClient.ts';

/** What a peer was told about what it sent: closed with a code, asked for its whole state, or that it is saved. */
export type Told = `closed ${number}` | 'asked' | 'saved';

/** What a peer is told from a frame on. */
export async function toldTo(peer: PlainClient, from: number): Promise<Told> {
  const asked = peer.got('step1', () => true, from).then((): Told => 'asked');
  const saved = peer.got('saved', () => true, from).then((): Told => 'saved');
  return Promise.any([asked, saved, peer.closed.then((code): Told => `closed ${code}`)]);
}
