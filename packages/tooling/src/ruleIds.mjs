const id = /\[([A-Z]{2,}\d+)\]/g;

/**
 * Rules without a test and tests without a rule.
 * @param {readonly string[]} specs
 * @param {readonly string[]} tests
 * @returns {string[]}
 */
export function ruleProblems(specs, tests) {
  const defined = specs.flatMap((text) =>
    [...text.matchAll(/^\s*[-*]?\s*\**\[([A-Z]{2,}\d+)\]/gm)].map((match) => match[1]),
  );
  const proven = new Set(tests.flatMap((text) => [...text.matchAll(id)].map((match) => match[1])));
  const known = new Set(defined);
  const twice = defined.filter((rule, index) => defined.indexOf(rule) !== index);
  return [
    ...twice.map((rule) => `[${rule}] is defined twice`),
    ...[...known].filter((rule) => !proven.has(rule)).map((rule) => `[${rule}] has no test`),
    ...[...proven]
      .filter((rule) => !known.has(rule))
      .map((rule) => `[${rule}] is in a test but in no SPEC.md`),
  ];
}
