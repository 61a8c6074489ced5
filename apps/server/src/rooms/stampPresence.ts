import { type Presence, type PresenceState, type PresenceUser, presenceLimits } from '@jejak/protocol';

/**
 * What a client says about itself as others are told it: the known fields, and who it is. A field of another form
 * makes all of it count as nothing. This is `presenceSchema` written out, for every step of every cursor passes here.
 */
export function stampPresence(said: unknown, user: PresenceUser): PresenceState {
  const nothing: PresenceState = { user };
  if (!isRecord(said)) return nothing;
  const state: PresenceState = { user };
  const { locale, cell, editing, typing, selection, drag } = said;
  if (locale !== undefined) {
    if (locale !== 'en' && locale !== 'id') return nothing;
    state.locale = locale;
  }
  if (cell !== undefined) {
    const read = cellOf(cell);
    if (read === undefined) return nothing;
    state.cell = read;
  }
  if (editing !== undefined) {
    const read = editingOf(editing);
    if (read === undefined) return nothing;
    state.editing = read;
  }
  if (typing !== undefined) {
    if (typeof typing !== 'boolean') return nothing;
    state.typing = typing;
  }
  if (selection !== undefined) {
    if (!isSelection(selection)) return nothing;
    state.selection = selection;
  }
  if (drag !== undefined) {
    const read = dragOf(drag);
    if (read === undefined) return nothing;
    state.drag = read;
  }
  return state;
}

function cellOf(said: unknown): Presence['cell'] {
  if (said === null) return null;
  if (!isRecord(said)) return undefined;
  const { laneId, columnId } = said;
  return isId(laneId) && isId(columnId) ? { laneId, columnId } : undefined;
}

function editingOf(said: unknown): Presence['editing'] {
  if (said === null) return null;
  if (!isRecord(said)) return undefined;
  const { recordId, field, anchor, head } = said;
  return isId(recordId) && isText(field, presenceLimits.fieldLength) && isOffset(anchor) && isOffset(head)
    ? { recordId, field, anchor, head }
    : undefined;
}

function dragOf(said: unknown): Presence['drag'] {
  if (said === null) return null;
  if (!isRecord(said)) return undefined;
  const { cardId, laneId, columnId } = said;
  return isId(cardId) && isId(laneId) && isId(columnId) ? { cardId, laneId, columnId } : undefined;
}

function isSelection(said: unknown): said is string[] {
  return Array.isArray(said) && said.length <= presenceLimits.selected && said.every(isId);
}

function isId(said: unknown): said is string {
  return isText(said, presenceLimits.idLength);
}

function isText(said: unknown, lengthMax: number): said is string {
  return typeof said === 'string' && said.length <= lengthMax;
}

function isOffset(said: unknown): said is number {
  return typeof said === 'number' && Number.isInteger(said) && said >= 0 && said <= presenceLimits.offset;
}

function isRecord(said: unknown): said is Readonly<Record<string, unknown>> {
  return typeof said === 'object' && said !== null && !Array.isArray(said);
}
