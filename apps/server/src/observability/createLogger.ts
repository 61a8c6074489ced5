import { type DestinationStream, type Logger, pino } from 'pino';
import type { Config } from '../config/Config.ts';
import { describeError } from './describeError.ts';
import { logDestination } from './logDestination.ts';
import { plainText } from './plainText.ts';

export type { Logger } from 'pino';

const secret = /password|token|cookie|authorization|secret|ticket/i;

/**
 * The server's log: one JSON object a line on standard error, so that standard output stays for people. Entries are
 * flat, and what is not a number or a short plain text does not get in: nothing people wrote and no secret is logged.
 */
export function createLogger(
  config: Pick<Config, 'logLevel'>,
  destination: DestinationStream = logDestination(2),
): Logger {
  return pino(
    {
      level: config.logLevel,
      base: { pid: process.pid },
      serializers: { err: (error: unknown) => error },
      formatters: { log: plainEntry },
      hooks: {
        logMethod(args, method) {
          method.apply(this, plainArguments(args));
        },
      },
    },
    destination,
  );
}

function plainArguments<Arguments extends unknown[]>(args: Arguments): Arguments {
  for (const [index, value] of args.entries()) if (typeof value === 'string') args[index] = plainText(value);
  const error = errorOf(args[0]);
  // Without words of ours the library would take those of the error as they are.
  if (error !== null && args.length === 1) args.push(plainText(error.message));
  return args;
}

function errorOf(value: unknown): Error | null {
  if (value instanceof Error) return value;
  const inside = typeof value === 'object' && value !== null && 'err' in value ? value.err : null;
  return inside instanceof Error ? inside : null;
}

function plainEntry(entry: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const plain: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(entry)) {
    if (secret.test(name)) continue;
    if (value instanceof Error) plain[name] = describeError(value);
    else if (typeof value === 'string') plain[name] = plainText(value);
    else if (typeof value === 'number' || typeof value === 'boolean' || value === null) plain[name] = value;
    else if (value !== undefined) plain[name] = name === 'err' ? describeError(value) : typeof value;
  }
  return plain;
}
