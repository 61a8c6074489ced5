import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { parse } from 'yaml';

/**
 * What a compose file is checked against.
 * @typedef {object} ComposeSurroundings
 * @property {(path: string) => boolean} exists
 * @property {(path: string) => string} read
 * @property {readonly string[]} settings the names the server reads
 * @property {string} example the text of .env.example
 */

const schema = JSON.parse(readFileSync(new URL('./compose.schema.json', import.meta.url), 'utf8'));
const secretName = /(PASSWORD|SECRET|TOKEN|KEY)$/;
const composeVariable = /(?<!\$)\$\{([A-Z_]+)(?:(:?[-?])([^}]*))?\}/g;

/**
 * Everything wrong with a compose file, found without a container engine.
 * @param {string} text
 * @param {ComposeSurroundings} around
 * @returns {string[]}
 */
export function composeProblems(text, around) {
  let file;
  try {
    file = parse(text, { merge: true, uniqueKeys: true });
  } catch (error) {
    return [`it is no YAML: ${error.message}`];
  }
  const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);
  if (!validate(file)) {
    return validate.errors.map(({ instancePath, message, params }) => {
      const what = params.additionalProperty ?? params.allowedValues?.join(', ') ?? '';
      return `${instancePath || '/'} ${message} ${what}`.trim();
    });
  }
  const services = Object.entries(file.services);
  return [
    ...variableProblems(text, around.example),
    ...services.flatMap(([name, service]) => serviceProblems(name, service, file, around)),
    ...cycleProblems(file.services),
    ...portProblems(services),
    ...unusedProblems(file, services),
  ];
}

function variableProblems(text, example) {
  const problems = [];
  const documented = new Set([...example.matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1]));
  const used = new Set();
  for (const [, name, operator] of text.replace(/^\s*#.*$/gm, '').matchAll(composeVariable)) {
    used.add(name);
    if (!documented.has(name)) problems.push(`the variable ${name} is not in .env.example`);
    if (operator === undefined) problems.push(`the variable ${name} has neither a default nor an error`);
    else if (secretName.test(name) && !operator.includes('?'))
      problems.push(`the secret ${name} must not have a default`);
  }
  for (const name of documented) if (!used.has(name)) problems.push(`.env.example: ${name} is used nowhere`);
  for (const [, name] of example.matchAll(/^([A-Z_]+)=[^\s].*$/gm)) {
    if (secretName.test(name)) problems.push(`.env.example: the secret ${name} must be left empty`);
  }
  return [...new Set(problems)];
}

function serviceProblems(name, service, file, around) {
  const problems = [];
  const say = (problem) => problems.push(`${name}: ${problem}`);
  if (service.build) {
    const dockerfile = service.build.dockerfile ?? 'Dockerfile';
    if (!around.exists(service.build.context)) say(`the folder ${service.build.context} is not there`);
    if (!around.exists(dockerfile)) say(`${dockerfile} is not there`);
    else
      for (const problem of dockerfileProblems(around.read(dockerfile), around.exists))
        say(`${dockerfile}: ${problem}`);
  }
  for (const volume of service.volumes ?? []) {
    const [source] = volume.split(':');
    if (source.startsWith('./')) {
      if (!around.exists(source)) say(`${source} is not there`);
      else if (source.endsWith('nginx.conf'))
        for (const problem of nginxProblems(around.read(source), file)) say(problem);
    } else if (file.volumes?.[source] === undefined && !(source in (file.volumes ?? {})))
      say(`the volume ${source} is not declared`);
  }
  for (const network of service.networks ?? []) {
    if (!(network in (file.networks ?? {}))) say(`the network ${network} is not declared`);
  }
  for (const [other, { condition }] of Object.entries(service.depends_on ?? {})) {
    const target = file.services[other];
    if (target === undefined) say(`depends on ${other}, which is not there`);
    else if (condition === 'service_healthy' && !target.healthcheck)
      say(`waits for ${other} to be healthy, which has no health check`);
    else if (condition === 'service_completed_successfully' && target.restart !== 'no') {
      say(`waits for ${other} to end, which is always started again`);
    }
  }
  if (!service.healthcheck && service.restart !== 'no') say('has no health check');
  const environment = Object.entries(service.environment ?? {});
  for (const [key, value] of environment) {
    if (secretName.test(key) && value !== null && !/\$\{[A-Z_]+:\?/.test(value))
      say(`${key} must come from the environment`);
    for (const [, host, port] of String(value).matchAll(/:\/\/(?:[^@/\s]*@)?([a-z][a-z0-9-]*):(\d+)/g)) {
      const target = file.services[host];
      if (target === undefined && host !== 'localhost') say(`${key} points to ${host}, which is not there`);
      const listens = target?.environment?.PORT;
      if (listens !== undefined && listens !== port)
        say(`${key} points to port ${port} of ${host}, which listens on ${listens}`);
    }
  }
  if (service.build?.dockerfile === 'apps/server/Dockerfile') {
    for (const [key] of environment)
      if (!around.settings.includes(key)) say(`${key} is no setting of the server`);
  }
  return problems;
}

/** COPY takes only what is there, and the last stage does not run as root. */
function dockerfileProblems(text, exists) {
  const problems = [];
  const stages = new Set([...text.matchAll(/^FROM\s+\S+\s+AS\s+(\S+)/gim)].map((match) => match[1]));
  for (const [, options, words] of text.matchAll(/^COPY\s+((?:--\S+\s+)*)(.+)$/gim)) {
    const from = /--from=(\S+)/.exec(options)?.[1];
    if (from !== undefined) {
      if (!stages.has(from)) problems.push(`there is no stage ${from}`);
      continue;
    }
    for (const source of words.trim().split(/\s+/).slice(0, -1))
      if (!exists(source)) problems.push(`${source} is not there`);
  }
  const lastStage = text.slice(text.toUpperCase().lastIndexOf('\nFROM '));
  if (!/^USER\s+(?!root\b|0\b)\S+/im.test(lastStage)) problems.push('it runs as root');
  return problems;
}

function nginxProblems(text, file) {
  const problems = [];
  for (const [, host, port] of text.matchAll(/^\s*server\s+([a-z][a-z0-9-]*):(\d+)/gm)) {
    const target = file.services[host];
    if (target === undefined) problems.push(`nginx.conf points to ${host}, which is not there`);
    else if (target.environment?.PORT !== port) problems.push(`nginx.conf points to port ${port} of ${host}`);
  }
  return problems;
}

function portProblems(services) {
  const publishing = services.filter(([, { ports }]) => (ports ?? []).length > 0).map(([name]) => name);
  return publishing.length === 1
    ? []
    : [`one service publishes a port, not ${publishing.join(', ') || 'none'}`];
}

function cycleProblems(services) {
  const reaches = (from, goal, seen) =>
    Object.keys(services[from]?.depends_on ?? {}).some((next) => {
      if (next === goal) return true;
      if (seen.has(next)) return false;
      seen.add(next);
      return reaches(next, goal, seen);
    });
  return Object.keys(services)
    .filter((name) => reaches(name, name, new Set()))
    .map((name) => `${name}: depends on itself`);
}

function unusedProblems(file, services) {
  const mentions = (name) =>
    services.some(([, service]) => (service.volumes ?? []).some((volume) => volume.startsWith(`${name}:`)));
  return Object.keys(file.volumes ?? {})
    .filter((name) => !mentions(name))
    .map((name) => `the volume ${name} is used nowhere`);
}
