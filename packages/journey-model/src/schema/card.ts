import * as Y from 'yjs';
import { forbiddenKeys } from '../limits.ts';
import type { Card, Place } from '../snapshot.ts';
import {
  type CardKind,
  type ChannelKey,
  cardKinds,
  channelKeys,
  type LaneKind,
  type PainCause,
  painCauses,
  type Team,
  teams,
} from '../vocabulary.ts';
import { type LocalizedInput, readTexts, writeTexts } from './localizedText.ts';
import { memberOf, ownProperty, stringOr } from './values.ts';

/** Texts a card has. */
export const cardTextFields = ['text'] as const;

/** Each tag is a key of its own in the record, so that concurrent tags add up. */
export const tagPrefix = 'tag:';

/** What a new card is made of. */
export interface CardInput {
  readonly kind: CardKind;
  readonly place: Place;
  readonly text: LocalizedInput;
  readonly team?: Team | null;
  readonly tags?: readonly string[];
  readonly channel?: ChannelKey | null;
  readonly cause?: PainCause | null;
  readonly resolved?: boolean;
}

/** A filled card record, not yet in a document; what is unset takes no room. */
export function cardRecord(input: CardInput): Y.Map<unknown> {
  const record = new Y.Map<unknown>();
  record.set('kind', input.kind);
  record.set('place', input.place);
  writeTexts(record, 'text', input.text);
  if (input.team) record.set('team', input.team);
  if (input.channel) record.set('channel', input.channel);
  if (input.cause) record.set('cause', input.cause);
  if (input.resolved) record.set('resolved', true);
  for (const tag of input.tags ?? []) record.set(tagPrefix + tag, true);
  return record;
}

/** Where a card stands, from whatever is stored. */
export function parsePlace(value: unknown): Place {
  return {
    columnId: stringOr(ownProperty(value, 'columnId')),
    laneId: stringOr(ownProperty(value, 'laneId')),
    rank: stringOr(ownProperty(value, 'rank')),
  };
}

/** The tags of a card record, sorted. */
export function parseTags(record: Y.Map<unknown>): string[] {
  const tags: string[] = [];
  record.forEach((value, key) => {
    const tag = key.startsWith(tagPrefix) ? key.slice(tagPrefix.length) : '';
    if (tag !== '' && value === true && !forbiddenKeys.includes(tag)) tags.push(tag);
  });
  return tags.sort();
}

/** A card from whatever its record holds. */
export function parseCard(id: string, record: Y.Map<unknown>): Card {
  return {
    id,
    kind: memberOf(cardKinds, record.get('kind')) ?? 'NOTE',
    place: parsePlace(record.get('place')),
    text: readTexts(record, 'text'),
    team: memberOf(teams, record.get('team')),
    tags: parseTags(record),
    channel: memberOf(channelKeys, record.get('channel')),
    cause: memberOf(painCauses, record.get('cause')),
    resolved: record.get('resolved') === true,
  };
}

/** The kind a card takes from its lane when nothing else is said. */
export function cardKindFor(lane: LaneKind): CardKind {
  return memberOf(cardKinds, lane) ?? 'NOTE';
}
