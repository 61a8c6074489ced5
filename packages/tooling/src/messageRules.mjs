import { withoutComments } from './importsOf.mjs';

/** @typedef {{ path: string, text: string }} Source */

/**
 * Flattens nested messages to `area.key` → text.
 * @param {object} messages
 * @returns {Map<string, string>}
 */
export function flatten(messages, prefix = '') {
  const flat = new Map();
  for (const [key, value] of Object.entries(messages)) {
    if (typeof value === 'string') flat.set(prefix + key, value);
    else for (const [inner, text] of flatten(value, `${prefix}${key}.`)) flat.set(inner, text);
  }
  return flat;
}

/**
 * Where the languages differ, and where code and messages do not fit each other.
 * @param {Record<string, object>} languages messages by language
 * @param {readonly Source[]} sources
 * @returns {string[]}
 */
export function messageProblems(languages, sources) {
  const [[first, firstMessages], ...others] = Object.entries(languages).map(([name, all]) => [
    name,
    flatten(all),
  ]);
  const problems = [];
  for (const [name, messages] of others) {
    for (const key of firstMessages.keys())
      if (!messages.has(key)) problems.push(`${name}: ${key} is missing`);
    for (const [key, text] of messages) {
      const original = firstMessages.get(key);
      if (original === undefined) problems.push(`${first}: ${key} is missing`);
      else if (argumentsOf(original) !== argumentsOf(text)) {
        problems.push(
          `${name}: ${key} has the arguments {${argumentsOf(text)}}, ${first} has {${argumentsOf(original)}}`,
        );
      }
      if (text.trim() === '') problems.push(`${name}: ${key} is empty`);
    }
  }
  const { calls, literals, patterns } = usage(sources);
  for (const { key, place } of calls) {
    const isGroup = [...firstMessages.keys()].some((known) => known.startsWith(`${key}.`));
    if (!firstMessages.has(key) && !isGroup) problems.push(`${place}: ${key} is in no message file`);
  }
  for (const { key, place } of failureKeys(sources)) {
    if (!firstMessages.has(key)) problems.push(`${place}: ${key} is in no message file`);
  }
  for (const key of firstMessages.keys()) {
    if (!isUsed(key, literals, patterns)) problems.push(`${first}: ${key} is used nowhere`);
  }
  return problems;
}

/** The names of ICU arguments and tags, sorted. */
function argumentsOf(text) {
  const names = [...text.matchAll(/\{\s*(\w+)\s*(?=[,}])|<(\w+)>/g)].map(
    (match) => match[1] ?? `<${match[2]}>`,
  );
  return [...new Set(names)].sort().join(', ');
}

/**
 * Keys under which a failure names its words, wherever it arises: `errors.…`, and `operation.…`, which stands below
 * `errors` in the messages.
 * @param {readonly Source[]} sources
 */
function failureKeys(sources) {
  return sources
    .filter(({ path }) => !path.includes('.test.'))
    .flatMap(({ path, text }) => {
      const code = withoutComments(text);
      return [...code.matchAll(/(['"])((?:errors|operation)(?:\.\w+)+)\1/g)].map((match) => ({
        key: match[2].startsWith('errors.') ? match[2] : `errors.${match[2]}`,
        place: `${path}:${code.slice(0, match.index).split('\n').length}`,
      }));
    });
}

/** A key counts as used when the code names it whole, or from one of its dots on. */
function isUsed(key, literals, patterns) {
  const parts = key.split('.');
  const tails = parts.map((_part, index) => parts.slice(index).join('.'));
  return tails.some((tail) => literals.has(tail) || patterns.some((pattern) => pattern.test(tail)));
}

/**
 * Calls with a known namespace must name messages that exist; literals and templates anywhere show what is used.
 * @param {readonly Source[]} sources
 */
function usage(sources) {
  const calls = [];
  const literals = new Set();
  const patterns = [];
  for (const { path, text } of sources) {
    const code = withoutComments(text);
    for (const [, , literal] of code.matchAll(/(['"])((?:\\.|(?!\1)[^\\\n])*)\1/g)) literals.add(literal);
    for (const [, template] of code.matchAll(/`((?:\\.|[^`\\])*)`/g)) {
      const pattern = patternOf(template);
      if (pattern !== null) patterns.push(pattern);
    }
    for (const [name, namespace] of translators(code)) {
      const call = new RegExp(
        `(?<![\\w$.])${name}(?:\\.(?:rich|markup|raw|has))?\\(\\s*(['"])([^'"\\n]+)\\1`,
        'g',
      );
      for (const match of code.matchAll(call)) {
        const line = code.slice(0, match.index).split('\n').length;
        calls.push({
          key: namespace === '' ? match[2] : `${namespace}.${match[2]}`,
          place: `${path}:${line}`,
        });
      }
    }
  }
  return { calls, literals, patterns };
}

/** Variables that hold a translator, each with its namespace; a name used for two namespaces in one file is left out. */
function translators(code) {
  const found = new Map();
  const declaration =
    /(?:const|let)\s+(\w+)\s*=\s*(?:await\s+)?(?:useTranslations|getTranslations)\(\s*(?:(['"])([^'"]*)\2|(\{[^}]*\})|\))/g;
  for (const [, name, , literal, options] of code.matchAll(declaration)) {
    const namespace = literal ?? /namespace:\s*['"]([^'"]*)['"]/.exec(options ?? '')?.[1] ?? '';
    found.set(name, found.has(name) && found.get(name) !== namespace ? null : namespace);
  }
  return [...found].filter(([, namespace]) => namespace !== null);
}

/** `states.${x}.label` matches any one part there; templates without fixed dots say nothing about messages. */
function patternOf(template) {
  if (!template.includes('${') || !/^[\w.]*(\$\{[^}]*\}[\w.]*)+$/.test(template)) return null;
  const fixed = template.replace(/\$\{[^}]*\}/g, '');
  if (!/\w/.test(fixed)) return null;
  const source = template
    .split(/\$\{[^}]*\}/)
    .map((part) => part.replaceAll('.', '\\.'))
    .join('[\\w]+');
  return new RegExp(`^${source}$`);
}
