import { z } from 'zod';
import { charterFields, metaId } from '../schema/mapMeta.ts';
import { openMap } from '../schema/openMap.ts';
import { localeArgument, textArgument } from './arguments.ts';
import { defineOperation } from './defineOperation.ts';
import { done } from './failure.ts';
import { transact, writeText } from './write.ts';

/** Answers one question of the charter (S32) in one language. */
export const setCharter = defineOperation({
  name: 'setCharter',
  action: 'map:editStructure',
  part: 'structure',
  input: z.strictObject({ field: z.enum(charterFields), locale: localeArgument, text: textArgument }),
  run(docs, { field, locale, text }, context) {
    const { meta } = openMap(docs);
    return done(
      metaId,
      transact(meta, context, () => writeText(meta, `charter.${field}`, locale, text)),
    );
  },
});
