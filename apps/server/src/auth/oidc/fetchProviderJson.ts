const waitMsMax = 10_000;
const bytesMax = 256 * 1024;

/** Asks a provider for JSON: no redirects, ten seconds, a quarter of a megabyte. Throws for anything else. */
export async function fetchProviderJson(
  address: string,
  request: Pick<RequestInit, 'method' | 'headers' | 'body'> = {},
): Promise<unknown> {
  const response = await fetch(address, {
    ...request,
    redirect: 'error',
    signal: AbortSignal.timeout(waitMsMax),
  });
  if (!response.ok) {
    await response.body?.cancel();
    throw new Error(`The provider answered ${response.status}.`);
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > bytesMax) throw new Error('The provider answered too much.');
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}
