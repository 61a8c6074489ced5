/** The sum over all labels of each figure that /metrics shows; a histogram counts under its `_count`. */
export async function metricsOf(url: string): Promise<ReadonlyMap<string, number>> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const figures = new Map<string, number>();
  for (const [, name = '', value = ''] of text.matchAll(/^([a-z0-9_]+)(?:\{[^}]*\})? (\S+)/gm)) {
    if (!name.endsWith('_bucket')) figures.set(name, (figures.get(name) ?? 0) + Number(value));
  }
  return figures;
}
