import { MongoBulkWriteError } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { createLogger } from './createLogger.ts';

function logged(write: (log: ReturnType<typeof createLogger>) => void): string {
  let text = '';
  write(
    createLogger(
      { logLevel: 'debug' },
      {
        write(line) {
          text += line;
        },
      },
    ),
  );
  return text;
}

describe('the log', () => {
  it('[OPS2] tells what failed and where, without what hangs on the error', () => {
    const error = Object.assign(new Error('E11000 duplicate key: { email: "ani@secret.example" }'), {
      code: 11_000,
      writeErrors: [{ op: { text: 'canary' } }],
      cause: new SyntaxError('Unexpected token c, "canary {"... is not valid JSON'),
    });
    const text = logged((log) => log.error({ err: error, about: 'saving' }, 'it failed'));
    expect(text).not.toMatch(/canary|secret\.example/);
    const entry: unknown = JSON.parse(text);
    expect(entry).toMatchObject({
      msg: 'it failed',
      about: 'saving',
      err: { type: 'Error', code: 11_000, cause: { type: 'SyntaxError' } },
    });
    expect(text).toContain('createLogger.test.ts');
    expect(text).toContain('duplicate key');
  });

  it("[OPS2] tells nothing of the documents in a driver's error", () => {
    const details = { code: 11_000, index: 0, errmsg: 'dup key: { text: "canary" }', op: { text: 'canary' } };
    const error = new MongoBulkWriteError(
      { message: details.errmsg, code: 11_000, writeErrors: [] },
      Object.assign(Object.create(null), { insertedCount: 0, documents: [{ text: 'canary' }] }),
    );
    expect(logged((log) => log.warn({ err: error, entries: 1 }, 'appending failed'))).not.toContain('canary');
  });

  it('[OPS2] tells nothing of a document that an error quotes, also where it is too long to be seen whole', () => {
    const quoted = (text: string): Error =>
      new Error(`failed: { filter: { a: 1 }, text: ${text} } behind it`);
    const text = logged((log) => {
      log.error({ err: quoted(`canary ${'x'.repeat(5_000)}`) }, 'long');
      log.error({ err: quoted('canary') });
      log.error(quoted('canary'));
    });
    expect(text).not.toContain('canary');
    expect(text).toContain('behind it');
  });

  it('[OPS2] writes one line whatever it is given, and no control character', () => {
    const text = logged((log) => {
      log.warn(
        { about: 'a\n{"level":60,"msg":"forged"}\u001b[31m\u2028\u009b2J', name: 'x'.repeat(10_000) },
        'one\ntwo',
      );
    });
    expect(text.trimEnd().split('\n')).toHaveLength(1);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(text.trimEnd()).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028]|\\u001b|\\n/);
    expect(text.length).toBeLessThan(1_500);
  });

  it('[OPS2] takes no secret by name and nothing that is not flat', () => {
    const text = logged((log) => {
      log.warn({ sessionToken: 'canary', cookie: 'canary', body: { text: 'canary' }, list: ['canary'] }, 'x');
      log.error({ err: { text: 'canary' } }, 'thrown');
      log.error(new Error('by itself'));
    });
    expect(text).not.toContain('canary');
    expect(text).toContain('by itself');
  });
});
