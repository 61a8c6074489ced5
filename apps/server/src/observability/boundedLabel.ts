const lengthMax = 40;

/**
 * Keeps a label's values few: a name that is no plain word, and every name after the first `valuesMax`, becomes
 * `other`. Whoever counts by a name cannot fill the memory of whoever collects.
 */
export function boundedLabel(valuesMax: number): (value: string) => string {
  const known = new Set<string>();
  return (value) => {
    if (known.has(value)) return value;
    if (known.size >= valuesMax || value.length > lengthMax || !/^[A-Za-z0-9_-]+$/.test(value))
      return 'other';
    known.add(value);
    return value;
  };
}
