import { type Logger, pino } from 'pino';
import type { Config } from '../config/Config.ts';

export type { Logger } from 'pino';

/**
 * The server's log: one JSON object a line on standard error, so that standard output stays for people. Nothing
 * people wrote and no token is ever logged; the redaction is a second fence.
 */
export function createLogger(config: Pick<Config, 'logLevel'>): Logger {
  const secrets = ['password', 'token', 'cookie', 'authorization', 'secret', 'ticket'];
  return pino(
    {
      level: config.logLevel,
      base: { pid: process.pid },
      redact: { paths: [...secrets, ...secrets.map((name) => `*.${name}`)], remove: true },
    },
    pino.destination({ dest: 2, sync: true }),
  );
}
