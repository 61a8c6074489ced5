import { builder } from '../../graphql/builder.ts';

/** How somebody acts. */
export const actorKindEnum = builder.enumType('ActorKind', {
  description: 'How somebody acts.',
  values: {
    USER: { description: 'A person in the interface.' },
    GUEST: { description: 'A guest by a link.' },
    API: { description: 'A program.' },
  },
});
