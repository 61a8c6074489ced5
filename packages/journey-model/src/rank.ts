/**
 * Fractional ranks: strings that sort by code unit, with always room between two of them. The head letter
 * says how many digits the whole part has, so that appending for ever keeps ranks short.
 */
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const base = digits.length;
const first = 'a0';
const jitterDigits = 3;

const digitAt = (text: string, index: number): number => digits.indexOf(text.charAt(index));
const digit = (value: number): string => digits.charAt(value);

function wholeLength(head: string): number {
  if (head >= 'a' && head <= 'z') return head.charCodeAt(0) - 97 + 2;
  if (head >= 'A' && head <= 'Z') return 90 - head.charCodeAt(0) + 2;
  return 0;
}

/** Whether a stored value is a rank this module could have made. */
export function isRank(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > 1_000 || !/^[A-Za-z][0-9A-Za-z]+$/.test(value))
    return false;
  return value.length >= wholeLength(value.charAt(0));
}

/** Orders by rank, then id: the same on every device even where two people made the same rank. */
export function compareRanked(
  a: { readonly rank: string; readonly id: string },
  b: { readonly rank: string; readonly id: string },
): number {
  if (a.rank !== b.rank) return a.rank < b.rank ? -1 : 1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

function nextWhole(whole: string): string | null {
  const values = [...whole.slice(1)].map((_, index) => digitAt(whole, index + 1));
  for (let i = values.length - 1; i >= 0; i -= 1) {
    const value = values[i] ?? 0;
    if (value < base - 1) {
      values[i] = value + 1;
      return whole.charAt(0) + values.map(digit).join('');
    }
    values[i] = 0;
  }
  const head = whole.charAt(0);
  if (head === 'Z') return first;
  if (head === 'z') return null;
  const larger = String.fromCharCode(head.charCodeAt(0) + 1);
  return larger + digit(0).repeat(wholeLength(larger) - 1);
}

function previousWhole(whole: string): string | null {
  const values = [...whole.slice(1)].map((_, index) => digitAt(whole, index + 1));
  for (let i = values.length - 1; i >= 0; i -= 1) {
    const value = values[i] ?? 0;
    if (value > 0) {
      values[i] = value - 1;
      return whole.charAt(0) + values.map(digit).join('');
    }
    values[i] = base - 1;
  }
  const head = whole.charAt(0);
  if (head === 'a') return `Z${digit(base - 1)}`;
  if (head === 'A') return null;
  const smaller = String.fromCharCode(head.charCodeAt(0) - 1);
  return smaller + digit(base - 1).repeat(wholeLength(smaller) - 1);
}

/** Digits strictly between two fractions (`b` null = 1); never ends in the lowest digit, so room is left below. */
function midpoint(a: string, b: string | null): string {
  let index = 0;
  let prefix = '';
  for (;;) {
    const low = index < a.length ? digitAt(a, index) : 0;
    const high = b === null || index > b.length ? base : index < b.length ? digitAt(b, index) : 0;
    if (low === high) {
      prefix += digit(low);
      index += 1;
      continue;
    }
    if (high - low > 1) return prefix + digit(low + Math.floor((high - low) / 2));
    // Neighbouring digits: keep the lower one; from there on only `a` bounds.
    return prefix + digit(low) + midpoint(a.slice(index + 1), null);
  }
}

function jitter(random: () => number): string {
  let text = '';
  for (let i = 0; i < jitterDigits; i += 1) text += digit(Math.min(base - 1, Math.floor(random() * base)));
  return text + digit(1 + Math.min(base - 2, Math.floor(random() * (base - 1))));
}

/**
 * A new rank between two neighbours; null is the open end. A few random digits make it unlikely that two
 * people who insert at one place at one moment get the same rank. A neighbour that is no rank of ours (a
 * foreign program's) is still respected as far as plain string order allows.
 */
export function rankBetween(before: string | null, after: string | null, random: () => number): string {
  const upper = isRank(after) ? after : null;
  if (before === '') return rankBetween(null, after, random);
  if (before !== null && !isRank(before)) return before + digit(base >> 1) + jitter(random);
  if (before !== null && upper !== null && before >= upper) return rankBetween(before, null, random);
  const noise = jitter(random);
  if (before === null && upper === null) return first + noise;
  if (before === null) {
    const whole = (upper ?? first).slice(0, wholeLength((upper ?? first).charAt(0)));
    const smaller = previousWhole(whole);
    return smaller === null
      ? whole + midpoint('', (upper ?? first).slice(whole.length)) + noise
      : smaller + noise;
  }
  const whole = before.slice(0, wholeLength(before.charAt(0)));
  const larger = nextWhole(whole);
  if (upper === null) {
    return larger === null ? whole + midpoint(before.slice(whole.length), null) + noise : larger + noise;
  }
  const upperWhole = upper.slice(0, wholeLength(upper.charAt(0)));
  if (whole === upperWhole) {
    return whole + midpoint(before.slice(whole.length), upper.slice(whole.length)) + noise;
  }
  const candidate = larger === null ? null : larger + noise;
  return candidate !== null && candidate < upper
    ? candidate
    : whole + midpoint(before.slice(whole.length), null) + noise;
}
