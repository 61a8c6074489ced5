/** The host of an address, which is what people call a webhook by; the whole text where it is no address. */
export function hostOf(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return url;
  }
}
