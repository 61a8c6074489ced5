import { type ActorRef, decide } from '@jejak/access';
import { mermaidToMap, type ParsedJourney, parseMermaidJourney } from '@jejak/interchange';
import {
  instantiateSampleMap,
  instantiateTemplate,
  type Locale,
  type MapDocs,
  type MapType,
  mapLimits,
  type OperationContext,
  type TemplateKey,
} from '@jejak/journey-model';
import type { Actor } from '../../auth/Actor.ts';
import { actorRefOf } from '../../auth/actorRefOf.ts';
import { DomainError, deniedError } from '../../errors/DomainError.ts';
import type { Repeat } from '../../graphql/Repeat.ts';
import type { OncePorts } from '../mutations/runOnce.ts';
import type { MapHandle, MapPorts } from './MapHandle.ts';
import { viewOf } from './MapView.ts';
import { makeMapOnce } from './makeMapOnce.ts';
import { thumbnailOf } from './thumbnailOf.ts';

/** What making a map needs besides the map ports. */
export interface CreatePorts extends MapPorts {
  readonly newId: () => string;
  readonly random: () => number;
  readonly now: () => Date;
}

/** A map that takes longer to make is given up: long after that its documents are swept away. */
export const makingMsMax = 10 * 60_000;

type Fill = (docs: MapDocs, context: OperationContext) => void;

interface Place {
  readonly id: string;
  readonly workspaceId: string;
  readonly by: ActorRef | null;
  /** Throws when somebody else may make it by now. */
  readonly assertOwned: () => void;
}

/** A new map as its maker asks for it. */
export interface NewMap {
  readonly workspaceId: string;
  readonly title: string;
  readonly template: TemplateKey;
  readonly type: MapType;
  /** The language of the title. */
  readonly locale: Locale;
}

/** A Mermaid journey to become a map. */
export interface MermaidFile {
  readonly workspaceId: string;
  readonly text: string;
  /** The title where the file has none. */
  readonly title: string;
  readonly type: MapType;
  /** The language the file is written in. */
  readonly locale: Locale;
}

/** Makes a map from a template. */
export async function createMap(
  ports: CreatePorts & OncePorts,
  actor: Actor,
  input: NewMap,
  repeat: Repeat,
): Promise<MapHandle> {
  permitCreate(actor, input.workspaceId);
  const title = input.title.trim();
  if (title === '') throw new DomainError('INVALID', { field: 'title', messageKey: 'errors.titleMissing' });
  permitTitle(title);
  const call = { name: 'createMap', workspaceId: input.workspaceId, repeat, input };
  const fill: Fill = (docs, context) => instantiateTemplate(docs, { ...input, title }, context);
  return makeMapOnce(ports, actor, call, (id, assertOwned) =>
    store(ports, { id, workspaceId: input.workspaceId, by: actorRefOf(actor), assertOwned }, fill),
  );
}

/** Makes a map from Mermaid's `journey` syntax; what it could not take is listed. */
export async function importMermaid(
  ports: CreatePorts & OncePorts,
  actor: Actor,
  input: MermaidFile,
  repeat: Repeat,
): Promise<{ readonly map: MapHandle; readonly parsed: ParsedJourney }> {
  permitCreate(actor, input.workspaceId);
  const { locale, type, text } = input;
  const title = input.title.trim();
  permitTitle(title);
  const parsed = parseMermaidJourney(text);
  if (parsed.refused !== null) throw new DomainError('INVALID', { field: 'text' });
  const call = { name: 'importMermaid', workspaceId: input.workspaceId, repeat, input };
  const fill: Fill = (docs, context) => mermaidToMap(parsed, docs, { locale, type, title }, context);
  const map = await makeMapOnce(ports, actor, call, (id, assertOwned) =>
    store(ports, { id, workspaceId: input.workspaceId, by: actorRefOf(actor), assertOwned }, fill),
  );
  return { map, parsed };
}

/** Makes the finished sample map that a new workspace begins with. Rights are the caller's affair. */
export async function createSampleMap(ports: CreatePorts, workspaceId: string): Promise<MapHandle> {
  const id = `map_${ports.newId()}`;
  return store(ports, { id, workspaceId, by: null, assertOwned: () => {} }, instantiateSampleMap);
}

function permitTitle(title: string): void {
  if (title.length > mapLimits.nameLengthMax) throw new DomainError('INVALID', { field: 'title' });
}

function permitCreate(actor: Actor, workspaceId: string): void {
  const decision = decide(actor, 'map:create', { workspaceId });
  if (!decision.allowed) throw deniedError(decision);
}

/**
 * The documents come first: a process that dies in between leaves documents nobody can find, never a map in
 * the list that cannot be opened.
 */
async function store(
  ports: CreatePorts,
  { id, workspaceId, by, assertOwned }: Place,
  fill: Fill,
): Promise<MapHandle> {
  const startedAt = ports.now().getTime();
  const context = { newId: ports.newId, random: ports.random, origin: 'server' };
  await ports.liveMaps.create(id, (docs) => fill(docs, context), by);
  const { snapshot, version } = await ports.liveMaps.read(id);
  const now = ports.now();
  // This process stood still, and what it wrote may be gone.
  if (now.getTime() - startedAt > makingMsMax) throw new DomainError('UNAVAILABLE');
  const record = {
    id,
    workspaceId,
    type: snapshot.type,
    title: snapshot.title,
    thumbnail: thumbnailOf(snapshot),
    version,
    createdAt: now,
    lastEditedAt: now,
  };
  assertOwned();
  await ports.maps.insert(record);
  return { id, record, view: viewOf(id, snapshot, version) };
}
