import * as Y from 'yjs';
import { z } from 'zod';
import { emotionKey, emotionWordKey } from '../schema/emotion.ts';
import { applyTextDiff } from '../schema/localizedText.ts';
import { openMap, recordOf } from '../schema/openMap.ts';
import { idArgument, localeArgument, nameArgument } from './arguments.ts';
import { defineOperation } from './defineOperation.ts';
import { done, refuse } from './failure.ts';
import { transact } from './write.ts';

/** Names what a persona feels at a step, in one language (S16). */
export const setEmotionWord = defineOperation({
  name: 'setEmotionWord',
  action: 'map:editContent',
  part: 'content',
  input: z.strictObject({
    stepId: idArgument,
    personaId: idArgument,
    locale: localeArgument,
    text: nameArgument,
  }),
  run(docs, { stepId, personaId, locale, text }, context) {
    const { steps, personas, emotionWords } = openMap(docs);
    if (recordOf(steps, stepId) === null) return refuse('NOT_FOUND', 'stepId', 'operation.stepNotFound');
    if (recordOf(personas, personaId) === null) {
      return refuse('NOT_FOUND', 'personaId', 'operation.personaNotFound');
    }
    const key = emotionWordKey(stepId, personaId, locale);
    const present = emotionWords.get(key);
    const changed = transact(emotionWords, context, () => {
      if (present instanceof Y.Text) return applyTextDiff(present, text);
      if (text === '') return false;
      emotionWords.set(key, new Y.Text(text));
      return true;
    });
    return done(emotionKey(stepId, personaId), changed);
  },
});
