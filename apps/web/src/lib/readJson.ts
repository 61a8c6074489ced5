/** A field of an object that came as JSON; undefined when there is none. */
export function fieldOf(body: unknown, name: string): unknown {
  return typeof body === 'object' && body !== null
    ? Object.getOwnPropertyDescriptor(body, name)?.value
    : undefined;
}

/** A text field, or an empty text. */
export function textField(body: unknown, name: string): string {
  const value = fieldOf(body, name);
  return typeof value === 'string' ? value : '';
}

/** A field that is exactly true. */
export function flagField(body: unknown, name: string): boolean {
  return fieldOf(body, name) === true;
}
