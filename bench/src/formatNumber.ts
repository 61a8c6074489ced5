/** A figure as the results show it: three significant digits, thousands grouped; a dash for none. */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.max(1e-3, Math.abs(value)))));
  return value.toLocaleString('en-US', { maximumFractionDigits: Math.min(2, digits) });
}
