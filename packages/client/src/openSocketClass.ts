import type { Endpoint } from './Endpoint.ts';
import { localFailure } from './Failure.ts';
import { JejakError } from './Result.ts';

/** The class of sockets that say who asks by their headers, or say nothing; its code comes with the first socket. */
export async function openSocketClass(
  endpoint: Endpoint,
  headers: Readonly<Record<string, string>>,
): Promise<typeof WebSocket> {
  const hasHeaders = Object.keys(headers).length > 0;
  if (endpoint.WebSocket !== undefined)
    return hasHeaders ? withHeaders(endpoint.WebSocket, headers) : endpoint.WebSocket;
  const { canSendHeaders, platformSocket } = await import('#socket');
  if (endpoint.signsItself && hasHeaders && !canSendHeaders) {
    const words = 'A browser sends no token with a socket: follow with the session of a page.';
    throw new JejakError(localFailure('NO_HEADERS', 'errors.internal', null, words));
  }
  return platformSocket(headers);
}

/** A class whose sockets hand headers to the constructor beneath, in the place where `ws` looks for them. */
function withHeaders(Base: typeof WebSocket, headers: Readonly<Record<string, string>>): typeof WebSocket {
  return new Proxy(Base, {
    construct: (target, [address, protocols], newTarget) =>
      Reflect.construct(target, [address, protocols, { headers }], newTarget),
  });
}
