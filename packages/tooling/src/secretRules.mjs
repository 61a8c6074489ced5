import { withoutComments } from './importsOf.mjs';

/** Names of what only its owner knows, or of what proves that somebody does. */
const secretName =
  /^(token|mac|otp|\w*(secret|password|passphrase|ticket|signature|nonce|bearer|credentials?|cookie|hmac|apikey|tokenhash|secrethash|setupcode))$/i;
/** Functions whose results are. */
const secretMaker = /^(hashSecret|hashToken|newSecretToken|bearerOf|mac)$/;

const chain = String.raw`[\w$]+(?:\??\.[\w$]+|!|\([^()]*\)|\[[^\]]*\])*`;
const comparison = new RegExp(String.raw`(${chain})\s*(?:===|!==|==|!=)\s*(${chain}|['"\x60])`, 'g');
const method = new RegExp(
  String.raw`(${chain})\??\.(?:equals|localeCompare|startsWith|endsWith|includes|indexOf)\(\s*(${chain}|['"\x60])`,
  'g',
);

/** What tells nothing about a secret: whether there is one, its type, its length, a word of the code itself. */
const harmless = /^(null|undefined|true|false|-?\d[\d_]*|['"`]|[A-Z][A-Z_\d]*)$/;

/** A text in quotes without its letters, so that what it says is not taken for code. */
function emptied(_whole, quote, inside) {
  return `${quote}${' '.repeat(inside.length)}${quote}`;
}

/** @param {string} operand */
function isSecret(operand) {
  const called = /([\w$]+)\([^()]*\)$/.exec(operand)?.[1];
  if (called !== undefined) return secretMaker.test(called);
  return secretName.test(/([\w$]+)!?$/.exec(operand)?.[1] ?? '');
}

/**
 * Every place where a secret is compared in a time that tells how much of it was right. `secretsMatch` compares hashes of
 * one length in constant time, and a look-up by a hash tells nothing either.
 * @param {readonly { path: string, text: string }[]} files paths relative to the top folder
 * @returns {string[]}
 */
export function secretProblems(files) {
  return files.flatMap(({ path, text }) => {
    if (/\.test\.[a-z]+$|\/test\/|\/fixtures\//.test(path)) return [];
    const code = withoutComments(text).replaceAll(/(['"])((?:\\.|(?!\1)[^\\\n])*)\1/g, emptied);
    return [comparison, method].flatMap((pattern) =>
      [...code.matchAll(pattern)]
        .filter(
          ({ 1: left = '', 2: right = '', index }) =>
            !/\btypeof\s*$/.test(code.slice(0, index)) &&
            !harmless.test(left) &&
            !harmless.test(right) &&
            (isSecret(left) || isSecret(right)),
        )
        .map(({ 0: whole, index }) => {
          const line = code.slice(0, index).split('\n').length;
          return `${path}:${line}: \`${whole.replaceAll(/\s+/g, ' ')}\`: compare secrets with secretsMatch`;
        }),
    );
  });
}
