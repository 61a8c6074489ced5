import {
  buildSchema,
  type ConstDirectiveNode,
  type DefinitionNode,
  findBreakingChanges,
  findDangerousChanges,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  Kind,
  type NameNode,
  parse,
  print,
} from 'graphql';

/** What changed for whoever wrote a program against the released schema. */
export interface SchemaChanges {
  /** Documents that worked fail now, or answers have another shape. */
  readonly breaking: readonly string[];
  /** Documents still work, but a program may meet what it does not expect: a new value of an enum, a new member. */
  readonly dangerous: readonly string[];
}

/** Compares a schema with the released one. What the release had deprecated may be gone. */
export function schemaChanges(released: string, present: GraphQLSchema): SchemaChanges {
  const promised = buildSchema(withoutRemoved(released, present));
  const told = (changes: readonly { readonly type: string; readonly description: string }[]) =>
    changes.map(({ type, description }) => `${type}: ${description}`).sort();
  return {
    breaking: told(findBreakingChanges(promised, present)),
    dangerous: told(findDangerousChanges(promised, present)),
  };
}

type Named = { readonly name: NameNode; readonly directives?: readonly ConstDirectiveNode[] | undefined };

/** The released schema without what it had deprecated and the present one no longer has. */
function withoutRemoved(released: string, present: GraphQLSchema): string {
  const stays = (has: boolean, { directives = [] }: Named) =>
    has || !directives.some(({ name }) => name.value === 'deprecated');
  const definitions = parse(released).definitions.map((node): DefinitionNode => {
    switch (node.kind) {
      case Kind.ENUM_TYPE_DEFINITION: {
        const type = present.getType(node.name.value);
        const has = ({ name }: Named) => isEnumType(type) && type.getValue(name.value) != null;
        return { ...node, values: node.values?.filter((value) => stays(has(value), value)) ?? [] };
      }
      case Kind.INPUT_OBJECT_TYPE_DEFINITION: {
        const type = present.getType(node.name.value);
        const has = ({ name }: Named) => isInputObjectType(type) && name.value in type.getFields();
        return { ...node, fields: node.fields?.filter((field) => stays(has(field), field)) ?? [] };
      }
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_DEFINITION: {
        const type = present.getType(node.name.value);
        const now = isObjectType(type) || isInterfaceType(type) ? type.getFields() : {};
        const fields = node.fields
          ?.filter((field) => stays(field.name.value in now, field))
          .map((field) => {
            const args = new Set(now[field.name.value]?.args.map(({ name }) => name));
            const kept = field.arguments?.filter((argument) =>
              stays(args.has(argument.name.value), argument),
            );
            return { ...field, arguments: kept ?? [] };
          });
        return { ...node, fields: fields ?? [] };
      }
      default:
        return node;
    }
  });
  return print({ kind: Kind.DOCUMENT, definitions });
}
