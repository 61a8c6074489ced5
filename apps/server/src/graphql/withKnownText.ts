import { createHash } from 'node:crypto';
import pageDocuments from './pageDocuments.json' with { type: 'json' };
import { refusal } from './refusal.ts';

/** The documents of our pages by `sha256:` and their hash, made with the pages. Nobody can add to them. */
const texts = new Map<string, string>(Object.entries(pageDocuments));

/** Whether a value is an object with names, as bodies and variables are. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The hash in `extensions.persistedQuery`, in the form that clients of such queries send; null for none. */
function persistedHash(extensions: unknown): string | null {
  const persisted = isRecord(extensions) ? extensions.persistedQuery : undefined;
  if (persisted === undefined) return null;
  if (!isRecord(persisted) || (persisted.version ?? 1) !== 1 || typeof persisted.sha256Hash !== 'string') {
    throw refusal('BAD_REQUEST', { message: 'This form of a persisted query is not known here.' });
  }
  return `sha256:${persisted.sha256Hash}`;
}

/**
 * The body with the text of the document that it names by its hash; as it came where it names none. A document that is
 * not known is refused, so that the client sends the text: it is run then and not remembered under its hash.
 */
export function withKnownText(body: unknown): unknown {
  if (!isRecord(body)) return body;
  const { documentId, extensions, ...rest } = body;
  const hash = persistedHash(extensions);
  if (hash !== null) {
    const { persistedQuery: _, ...others } = isRecord(extensions) ? extensions : {};
    const kept = Object.keys(others).length === 0 ? {} : { extensions: others };
    return { ...rest, ...kept, query: textOf(hash, rest.query) };
  }
  if (typeof documentId !== 'string' || rest.query !== undefined) return body;
  return { ...rest, ...(extensions === undefined ? {} : { extensions }), query: textOf(documentId) };
}

function textOf(hash: string, given?: unknown): string {
  if (typeof given === 'string') {
    if (`sha256:${createHash('sha256').update(given).digest('hex')}` === hash) return given;
    throw refusal('BAD_REQUEST', { message: 'The hash is not that of the query.' });
  }
  const text = texts.get(hash);
  if (text === undefined) throw refusal('PERSISTED_QUERY_NOT_FOUND');
  return text;
}
