import { once } from 'node:events';
import type { Server } from 'node:http';

/** The port could not be taken; says what to do. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
}

/** Listens and returns the port, which the system chooses for port 0. */
export async function listen(server: Server, port: number, host: string): Promise<number> {
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE') {
      throw new ListenError(`Port ${port} on ${host} is in use. Choose another: PORT=${port + 1} npm start`, {
        cause: error,
      });
    }
    if (code === 'EACCES') {
      throw new ListenError(
        `Port ${port} needs rights this user does not have. Choose one above 1023, e.g. PORT=3000`,
        {
          cause: error,
        },
      );
    }
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      throw new ListenError(`HOST=${host} is no address of this machine. Example: HOST=0.0.0.0`, {
        cause: error,
      });
    }
    throw error;
  }
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}

/** Stops accepting connections and ends idle ones; resolves when the last is gone. */
export function stopListening(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}
