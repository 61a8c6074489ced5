import type { Config } from './config/Config.ts';
import { createWebProxy } from './http/createWebProxy.ts';
import { startNextProcess } from './http/NextProcess.ts';
import { pageSecurityHeaders } from './http/securityHeaders.ts';
import type { WebPages } from './http/WebPages.ts';
import type { Logger } from './observability/createLogger.ts';

const webWaitMs = 5_000;

/** The pages of `WEB_URL`, or of a child process started here; `started` resolves when they first answer. */
export function openPages(config: Config, log: Logger): { pages: WebPages; started: Promise<void> } {
  const development = config.mode === 'development';
  const addedHeaders = pageSecurityHeaders(config);
  if (config.webUrl !== null) {
    const { hostname, port } = new URL(config.webUrl);
    const address = { host: hostname, port: port === '' ? 80 : Number(port) };
    const pages = createWebProxy({ find: async () => address, addedHeaders, development });
    return { pages, started: Promise.resolve() };
  }
  const internalUrl = `http://${config.host === '0.0.0.0' || config.host === '::' ? '127.0.0.1' : config.host}:${config.port}`;
  const next = startNextProcess({ internalUrl, development, log });
  const proxy = createWebProxy({ find: () => next.find(webWaitMs), addedHeaders, development });
  const close = async () => {
    await proxy.close();
    await next.stop();
  };
  return { pages: { ...proxy, close }, started: next.started };
}
