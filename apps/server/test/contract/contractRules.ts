import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  isUnionType,
} from 'graphql';

/** Texts in two languages are named by the languages: `id` is Indonesian (decision 63). */
const languageFields = new Set(['LocalizedText.id', 'LocalizedTextInput.id']);

/** Words for lists that are plural without an `s`, figures that draw one thing, and what to do with tags. */
const pluralWords = new Set([
  'present',
  'lost',
  'viewerCan',
  'emotionLine',
  'questionsByStage',
  'add',
  'remove',
]);

/** Yes or no as an adjective or as a name of what is there or allowed; all else begins with `is` or `has`. */
const yesOrNo = new Set(['changed', 'resolved']);
const yesOrNoTypes = new Set(['MapPermissions', 'MapCompleteness']);

/**
 * Plain lists of objects: the model, the caller's rights or the request bounds them. Whatever can grow is a
 * connection instead.
 */
const boundedLists = new Set([
  'Query.mapTemplates',
  'Query.nodes',
  'Query.workspaces',
  'Viewer.workspaces',
  'JourneyMap.emotions',
  'JourneyMap.lanes',
  'JourneyMap.personas',
  'JourneyMap.present',
  'JourneyMap.questionsByStage',
  'JourneyMap.stages',
  'JourneyMap.warnings',
  'MapTemplate.stages',
  'MapThumbnail.lanes',
  'MapThumbnail.stages',
  'MermaidExport.lost',
  'AuditEntry.facts',
  'ApplyOperationsPayload.errors',
  'ApplyOperationsPayload.results',
  'ImportMermaidPayload.adjustedLines',
  'ImportMermaidPayload.skippedLines',
  'Stage.steps',
  'UnplacedRecords.steps',
  'WebhookDelivery.attempts',
  'Workspace.webhooks',
]);

/** Mutations that answer a secret, which is told once, and those of tokens, which no program may call. */
const notRepeatable = new Set([
  'createInvitation',
  'createPersonalToken',
  'createWorkspaceToken',
  'createWebhook',
  'renameToken',
  'revokeToken',
  'rotateWebhookSecret',
]);

/** Which mutations take no `clientMutationId`, or do not answer it [WRITE10]. */
export function repeatProblems(schema: GraphQLSchema): readonly string[] {
  return Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap(({ name, args, type }) => {
    if (notRepeatable.has(name)) return [];
    const input = getNamedType(args[0]?.type);
    const takes = isInputObjectType(input) && input.getFields().clientMutationId !== undefined;
    const result = getNamedType(type);
    const payload = isUnionType(result)
      ? result.getTypes().find((one) => /Payload$/.test(one.name))
      : undefined;
    return takes && payload?.getFields().clientMutationId !== undefined ? [] : [name];
  });
}

/** The types a client meets, without those of introspection. */
export function publicTypes(schema: GraphQLSchema): readonly GraphQLNamedType[] {
  return Object.values(schema.getTypeMap()).filter(
    (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type),
  );
}

/** What of a schema is not named as everything else is [SDL3]. */
export function namingProblems(schema: GraphQLSchema): readonly string[] {
  const problems: string[] = [];
  const expect = (holds: boolean, where: string, rule: string) => {
    if (!holds) problems.push(`${where}: ${rule}`);
  };
  const member = (where: string, name: string, type: GraphQLField<unknown, unknown>['type']) => {
    const { name: named } = getNamedType(type);
    const isList = isListType(getNullableType(type));
    expect(/^[a-z][A-Za-z0-9]*$/.test(name), where, 'is camelCase');
    if (named === 'ID' && !isList) expect(/^id$|Id$/.test(name), where, 'an id is named id or …Id');
    if (named === 'ID' && isList)
      expect(/^ids$|Ids$/.test(name), where, 'a list of ids is named ids or …Ids');
    // What Relay calls an id, and is a text of the caller's own.
    const isCallers = name === 'clientMutationId';
    const isIdName = /^ids?$|Ids?$/.test(name) && !languageFields.has(where) && !isCallers;
    if (isIdName) expect(named === 'ID', where, 'what is named an id is of type ID');
    if (named === 'DateTime') expect(/At$/.test(name), where, 'a moment is named …At');
    if (/At$/.test(name)) expect(named === 'DateTime', where, 'what is named …At is a moment');
    if (isList) expect(/s$/.test(name) || pluralWords.has(name), where, 'a list is plural');
  };
  for (const type of publicTypes(schema)) {
    expect(/^[A-Z][A-Za-z0-9]*$/.test(type.name), type.name, 'a type is PascalCase');
    const isError = isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'UserError');
    expect(
      isInputObjectType(type) === /Input$/.test(type.name),
      type.name,
      'inputs, and only they, end in Input',
    );
    if (isError) expect(/Error$/.test(type.name), type.name, 'a UserError ends in Error');
    if (isUnionType(type))
      expect(/Result$/.test(type.name), type.name, 'a union is the Result of a mutation');
    if (isScalarType(type)) expect(!!type.specifiedByURL, type.name, 'a scalar says where it is specified');
    if (isEnumType(type)) {
      for (const { name } of type.getValues()) {
        expect(
          /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(name),
          `${type.name}.${name}`,
          'a value is SCREAMING_CASE',
        );
      }
    }
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const where = `${type.name}.${field.name}`;
      member(where, field.name, field.type);
      if (!('args' in field)) continue;
      for (const argument of field.args) {
        member(`${where}(${argument.name})`, argument.name, argument.type);
      }
      if (/^Boolean!?$/.test(String(field.type))) {
        const named = /^(is|has)[A-Z]/.test(field.name) || yesOrNo.has(field.name);
        expect(
          named || yesOrNoTypes.has(type.name),
          where,
          'yes or no is named is…, has… or by an adjective',
        );
      }
    }
  }
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const pascal = `${field.name.charAt(0).toUpperCase()}${field.name.slice(1)}`;
    const where = `Mutation.${field.name}`;
    const [input, ...others] = field.args;
    expect(input?.name === 'input' && others.length === 0, where, 'a mutation takes `input` alone');
    expect(String(input?.type) === `${pascal}Input!`, where, `its input is ${pascal}Input!`);
    expect(String(field.type) === `${pascal}Result!`, where, `it answers ${pascal}Result!`);
    const result: GraphQLNamedType = getNamedType(field.type);
    const succeeds = isUnionType(result) && result.getTypes().some(({ name }) => name === `${pascal}Payload`);
    expect(succeeds, where, `it succeeds with ${pascal}Payload`);
  }
  return problems;
}

/** Which lists are neither a connection nor known to stay short, and which connections lack something [SDL2]. */
export function listProblems(schema: GraphQLSchema): readonly string[] {
  const problems: string[] = [];
  for (const type of publicTypes(schema)) {
    if (!isObjectType(type)) continue;
    const fields = type.getFields();
    const isConnection = /Connection$/.test(type.name);
    if (isConnection) {
      for (const name of ['edges', 'nodes', 'pageInfo', 'totalCount']) {
        if (fields[name] === undefined) problems.push(`${type.name} lacks ${name}`);
      }
    }
    for (const field of Object.values(fields)) {
      const where = `${type.name}.${field.name}`;
      const named = getNamedType(field.type);
      const isLong =
        isListType(getNullableType(field.type)) && (isObjectType(named) || isInterfaceType(named));
      if (isLong && !isConnection && !boundedLists.has(where))
        problems.push(`${where} can grow: make it a page`);
      if (/Connection$/.test(named.name)) {
        const names = new Set(field.args.map(({ name }) => name));
        if (!names.has('first') || !names.has('after')) problems.push(`${where} takes no first and after`);
      }
    }
  }
  return problems;
}

/** What says that it will go, but not by what to replace it or until when it stays [SDL4]. */
export function deprecationProblems(schema: GraphQLSchema): readonly string[] {
  const problems: string[] = [];
  const check = (where: string, reason: string | null | undefined) => {
    if (reason == null || /^Use `[^`]+`.*\. Stays until \d{4}-\d{2}-\d{2}\.$/.test(reason)) return;
    problems.push(`${where}: "${reason}"`);
  };
  for (const type of publicTypes(schema)) {
    if (isEnumType(type)) {
      for (const value of type.getValues()) check(`${type.name}.${value.name}`, value.deprecationReason);
    }
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      check(`${type.name}.${field.name}`, field.deprecationReason);
      for (const argument of 'args' in field ? field.args : []) {
        check(`${type.name}.${field.name}(${argument.name})`, argument.deprecationReason);
      }
    }
  }
  return problems;
}
