import { plainText } from './plainText.ts';

/** An error as it may stand in a log. */
export interface DescribedError {
  readonly type: string;
  readonly message: string;
  readonly code?: string | number;
  readonly stack: readonly string[];
  readonly cause?: DescribedError;
}

const framesMax = 12;
const causesMax = 3;

/**
 * What may be told of an error: its kind, its message without the values it quotes, where it came from. Nothing else
 * that hangs on it, for drivers and libraries hang on whole documents and queries.
 */
export function describeError(error: unknown, depth = 0): DescribedError {
  if (!(error instanceof Error)) return { type: typeof error, message: plainText(String(error)), stack: [] };
  const code = 'code' in error ? error.code : undefined;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: plainText(error.name),
    message: plainText(error.message),
    ...(typeof code === 'string' && { code: plainText(code) }),
    ...(typeof code === 'number' && { code }),
    stack: frames.slice(0, framesMax).map((line) => line.trim()),
    ...(error.cause !== undefined && depth < causesMax && { cause: describeError(error.cause, depth + 1) }),
  };
}
