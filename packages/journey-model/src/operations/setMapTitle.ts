import { z } from 'zod';
import { metaId } from '../schema/mapMeta.ts';
import { openMap } from '../schema/openMap.ts';
import { localeArgument, nameArgument } from './arguments.ts';
import { defineOperation } from './defineOperation.ts';
import { done } from './failure.ts';
import { transact, writeText } from './write.ts';

/** Renames the map in one language. */
export const setMapTitle = defineOperation({
  name: 'setMapTitle',
  action: 'map:editStructure',
  part: 'structure',
  input: z.strictObject({ locale: localeArgument, text: nameArgument }),
  run(docs, { locale, text }, context) {
    const { meta } = openMap(docs);
    return done(
      metaId,
      transact(meta, context, () => writeText(meta, 'title', locale, text)),
    );
  },
});
