/** Where the server says what a `MapVersion` is. */
export const mapVersionPath = '/graphql/scalars/map-version';

/** What a `MapVersion` is, for whoever implements a client; `@specifiedBy` leads here. */
export const mapVersionPage = `# MapVersion

How far the two live documents of a map are journaled.

- Form: \`<structure>.<content>\`, two whole numbers without sign or leading zeros of at most 15 digits, joined by a dot,
  as a JSON string: \`"12.345"\`. The first counts the entries in the log of the structure (title, charter, stages,
  steps, lanes, personas), the second those in the log of the content (cards, emotions).
- Both numbers only grow. Version a holds all of version b when neither of its numbers is smaller. Two versions may be
  such that neither holds the other: \`12.340\` and \`11.345\`. It is not a decimal number.
- A mutation answers the version that holds its change. Given back as \`minVersion\` it makes a query wait until that
  state can be read; where it does not come in time the answer is \`VERSION_TIMEOUT\`.
- Versions of different maps cannot be compared.
`;
