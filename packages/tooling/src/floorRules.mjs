/**
 * The oldest version of each package that has no known hole that concerns us, and what the hole was.
 * @type {Readonly<Record<string, { version: string, why: string }>>}
 */
export const floors = {
  next: { version: '16.3.3', why: 'GHSA-2xp9-vwfh-vxw4, CVE-2026-64641, CVE-2026-44578, CVE-2025-66478' },
  react: { version: '19.2.6', why: 'CVE-2025-55182, CVE-2026-23864, CVE-2026-23869, CVE-2026-23870' },
  'react-dom': { version: '19.2.6', why: 'released with react' },
  'react-server-dom-webpack': { version: '19.2.6', why: 'CVE-2025-55182 and its successors' },
  'react-server-dom-turbopack': { version: '19.2.6', why: 'CVE-2025-55182 and its successors' },
  '@apollo/server': { version: '5.5.1', why: 'CVE-2026-23897, CSRF bypass' },
  graphql: { version: '16.8.1', why: 'CVE-2023-26144' },
  ws: { version: '8.23.0', why: 'CVE-2026-48779, CVE-2024-37890' },
  mongoose: { version: '8.24.1', why: 'CVE-2026-73562, GHSA-wpg9-53fq-2r8h, CVE-2025-23061' },
  '@better-auth/core': { version: '1.6.22', why: 'released with better-auth' },
  'better-auth': { version: '1.6.22', why: 'CVE-2025-61928, CVE-2026-45364, GHSA-qq9h-g4jm-xgf3' },
  'y-websocket': { version: '3.1.0', why: 'endless attempts after a refusal' },
};

/** The oldest release without a known hole of each line of Node that has one; newer lines began without them. */
const nodeFloors = { 20: '20.20.2', 22: '22.22.0', 24: '24.13.0' };

/**
 * What is wrong with a version of Node; null for nothing.
 * @param {string} version
 * @returns {string | null}
 */
export function nodeProblem(version) {
  const line = Number(version.split('.')[0]);
  const floor = nodeFloors[line];
  if (floor === undefined)
    return line > 24 ? null : `Node ${version} is of a line that has no releases any more`;
  return isBelow(version, floor)
    ? `this is Node ${version}; it must be ${floor} or newer (releases of January and March 2026)`
    : null;
}

/** Packages that must be there, or the check would pass by looking at nothing. */
const wanted = ['next', 'react', '@apollo/server', 'graphql', 'ws', 'mongoose', 'better-auth', 'y-websocket'];

/**
 * Every copy in the lock file that is older than its floor, and every package that is missing altogether.
 * @param {Record<string, { version?: string }>} packages the `packages` of a lock file
 * @returns {string[]}
 */
export function floorProblems(packages) {
  const problems = [];
  const found = new Set();
  for (const [path, { version }] of Object.entries(packages)) {
    const name = path.split('node_modules/').at(-1) ?? '';
    const floor = path.includes('node_modules/') ? floors[name] : undefined;
    if (floor === undefined || version === undefined) continue;
    found.add(name);
    if (isBelow(version, floor.version))
      problems.push(`${path} is ${version}; it must be ${floor.version} or newer (${floor.why})`);
  }
  for (const name of wanted) if (!found.has(name)) problems.push(`${name} is not in the lock file`);
  return problems;
}

/**
 * Whether a version comes before another; a preliminary version comes before the one it leads to.
 * @param {string} version
 * @param {string} floor
 */
export function isBelow(version, floor) {
  const [core = '', preliminary] = version.split('+')[0].split(/-(.*)/);
  const [have, want] = [core, floor].map((text) => text.split('.').map(Number));
  for (let index = 0; index < 3; index += 1) {
    const difference = (have[index] ?? 0) - (want[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return preliminary !== undefined;
}
