import { graphqlLimits } from '../../src/graphql/graphqlLimits.ts';
import { rateLimits } from '../../src/graphql/rate/rateLimits.ts';

type Tree = { readonly [name: string]: number | Tree };

/** Every limit by its name, as the document shows them: one table for each constant that holds some. */
export async function limitsTable(): Promise<string> {
  const protocol: Record<string, unknown> = await import('../../../../packages/protocol/src/limits.ts');
  const { offlineWorkBytesMax, requestBytesMax } = await import(
    '../../../../packages/protocol/src/sizeLimits.ts'
  );
  const groups = Object.entries<unknown>({
    ...protocol,
    offlineWorkBytesMax,
    requestBytesMax,
    graphqlLimits,
    rateLimits,
  });
  groups.sort(([one], [other]) => one.localeCompare(other));
  const single = groups.flatMap(([name, value]) =>
    typeof value === 'number' ? [[name, value] as const] : [],
  );
  const tables = groups.flatMap(([name, value]) => (isTree(value) ? [table(name, leaves(value))] : []));
  return [table('each on its own', single), ...tables].join('\n');
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null;
}

function table(title: string, rows: readonly (readonly [string, number])[]): string {
  const lines = rows.map(([name, value]) => `| \`${name}\` | ${shown(name, value)} |`);
  return [`| ${title} | |`, '|---|--:|', ...lines, ''].join('\n');
}

function leaves(limits: Tree, path = ''): (readonly [string, number])[] {
  return Object.entries(limits).flatMap(([name, value]) =>
    typeof value === 'number' ? [[`${path}${name}`, value] as const] : leaves(value, `${path}${name}.`),
  );
}

/** A figure as people read it; its unit is in its name. */
function shown(name: string, value: number): string {
  if (/bytes/i.test(name)) {
    for (const [unit, size] of [
      ['MiB', 2 ** 20],
      ['KiB', 2 ** 10],
    ] as const)
      if (value >= size && value % size === 0) return `${value / size} ${unit}`;
    return `${value.toLocaleString('en')} bytes`;
  }
  if (/Ms(Max)?$|^ms/i.test(name) || /EveryMs$/.test(name)) {
    if (value >= 60_000 && value % 60_000 === 0) return `${value / 60_000} min`;
    return value % 1_000 === 0 ? `${value / 1_000} s` : `${value} ms`;
  }
  return `${value.toLocaleString('en')}${/MiB$/.test(name) ? ' MiB' : ''}`;
}
