import {
  laneNames,
  type MapDocs,
  type OperationContext,
  type OperationResult,
  operations,
} from '@jejak/journey-model';
import type { MapActs } from './MapActs.ts';

/** The acts of the page, by way of the same operations the server runs, on the documents of the present life. */
export function liveActs(present: () => MapDocs, context: OperationContext): MapActs {
  const idOf = (result: OperationResult<{ readonly id: string }>): string | null =>
    result.ok ? result.value.id : null;
  const inOneStep = (act: () => void) => present().content.transact(act, context.origin);
  const after = (afterId: string | null | undefined) => (afterId === undefined ? {} : { afterId });

  return {
    addCards(place, texts, locale) {
      const ids: string[] = [];
      let { afterId } = place;
      inOneStep(() => {
        for (const text of texts) {
          const { columnId, laneId } = place;
          const card = { columnId, laneId, afterId, team: null, tags: [], channel: null, cause: null };
          const id = idOf(operations.addCard.run(present(), { ...card, text: { [locale]: text } }, context));
          // The neighbour may have been deleted meanwhile: what was written must not be lost with it.
          const added =
            id ??
            idOf(
              operations.addCard.run(
                present(),
                { ...card, afterId: undefined, text: { [locale]: text } },
                context,
              ),
            );
          if (added === null) return;
          ids.push(added);
          afterId = added;
        }
      });
      return ids;
    },
    moveCards(cardIds, place) {
      let { afterId } = place;
      inOneStep(() => {
        for (const cardId of cardIds) {
          const result = operations.moveCard.run(
            present(),
            { cardId, columnId: place.columnId, laneId: place.laneId, afterId },
            context,
          );
          if (result.ok) afterId = cardId;
        }
      });
    },
    deleteCards(cardIds) {
      inOneStep(() => {
        for (const cardId of cardIds) operations.deleteCard.run(present(), { cardId }, context);
      });
    },
    editCard(cardId, change) {
      operations.editCard.run(present(), { cardId, ...change }, context);
    },
    tagCard(cardId, change) {
      operations.tagCard.run(
        present(),
        { cardId, add: [...(change.add ?? [])], remove: [...(change.remove ?? [])] },
        context,
      );
    },
    setEmotion(stepId, personaId, score) {
      operations.setEmotion.run(present(), { stepId, personaId, score }, context);
    },
    setEmotionWord(stepId, personaId, locale, text) {
      operations.setEmotionWord.run(present(), { stepId, personaId, locale, text }, context);
    },
    setMapTitle(locale, text) {
      operations.setMapTitle.run(present(), { locale, text }, context);
    },
    setMapType(type) {
      operations.setMapType.run(present(), { type }, context);
    },
    setCurrentStateMap(currentStateMapId) {
      const result = operations.setCurrentStateMap.run(present(), { currentStateMapId }, context);
      return result.ok ? null : result.error;
    },
    addStage: (name, locale, afterId) =>
      idOf(
        operations.addStage.run(
          present(),
          {
            name: { [locale]: name },
            purpose: {},
            brandGoal: {},
            position: null,
            colour: null,
            ...after(afterId),
          },
          context,
        ),
      ),
    addStep: (stageId, name, locale, afterId) =>
      idOf(
        operations.addStep.run(
          present(),
          {
            stageId,
            name: { [locale]: name },
            advanceAct: {},
            exitAct: {},
            colour: null,
            ...after(afterId),
          },
          context,
        ),
      ),
    addLane: (name, locale, afterId) =>
      idOf(
        operations.addLane.run(
          present(),
          { kind: 'CUSTOM', name: { [locale]: name }, colour: null, ...after(afterId) },
          context,
        ),
      ),
    addLaneOfKind: (kind) =>
      idOf(operations.addLane.run(present(), { kind, name: laneNames[kind], colour: null }, context)),
    addPersona: (name, locale) =>
      idOf(operations.addPersona.run(present(), { name: { [locale]: name }, description: {} }, context)),
    moveStage(stageId, afterId) {
      operations.moveStage.run(present(), { stageId, afterId }, context);
    },
    moveStep(stepId, stageId, afterId) {
      operations.moveStep.run(present(), { stepId, stageId, afterId }, context);
    },
    moveLane(laneId, afterId) {
      operations.moveLane.run(present(), { laneId, afterId }, context);
    },
    recolour({ kind, id }, colour) {
      if (kind === 'stage') operations.recolourStage.run(present(), { stageId: id, colour }, context);
      else if (kind === 'step') operations.recolourStep.run(present(), { stepId: id, colour }, context);
      else operations.recolourLane.run(present(), { laneId: id, colour }, context);
    },
    setStagePosition(stageId, position) {
      operations.setStagePosition.run(present(), { stageId, position }, context);
    },
    restore({ kind, ids }) {
      const docs = present();
      const doc = kind === 'card' ? docs.content : docs.structure;
      doc.transact(() => {
        for (const id of ids) {
          if (kind === 'card') operations.restoreCard.run(present(), { cardId: id }, context);
          else operations.restoreStructure.run(present(), { recordId: id }, context);
        }
      }, context.origin);
    },
    remove({ kind, id }) {
      if (kind === 'stage') operations.deleteStage.run(present(), { stageId: id }, context);
      else if (kind === 'step') operations.deleteStep.run(present(), { stepId: id }, context);
      else if (kind === 'lane') operations.deleteLane.run(present(), { laneId: id }, context);
      else operations.deletePersona.run(present(), { personaId: id }, context);
    },
  };
}
