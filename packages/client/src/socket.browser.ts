/** The WebSocket of a browser sends no headers. */
export const canSendHeaders = false;

/** The WebSocket class of this platform, for sockets that need no header. */
export function platformSocket(): typeof WebSocket {
  return WebSocket;
}
