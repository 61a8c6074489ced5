const gzip = /^(?:x-)?gzip$/i;

/** Whether an `Accept-Encoding` names gzip and does not refuse it. What it says of `*` is not used. */
export function acceptsGzip(header: string | null): boolean {
  if (header === null) return false;
  return header.split(',').some((each) => {
    const [name = '', ...parameters] = each.split(';').map((part) => part.trim());
    return gzip.test(name) && !parameters.some((parameter) => /^q=0(\.0*)?$/i.test(parameter));
  });
}
