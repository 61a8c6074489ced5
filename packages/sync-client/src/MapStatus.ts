/** What can honestly be said about one's own work. */
export type MapStatus =
  /** The first connection is under way: there is nothing to see yet. */
  | { readonly kind: 'connecting' }
  /** Something of ours, or of what was kept here, is not journaled yet. */
  | { readonly kind: 'saving' }
  /** So many bytes written offline, more than a message holds, are on their way; others are seen again after that. */
  | { readonly kind: 'sending'; readonly bytes: number }
  /** Everything of ours is journaled. */
  | { readonly kind: 'saved' }
  /** No connection; edits are kept here. `unsaved`: there may be some. */
  | { readonly kind: 'offline'; readonly unsaved: boolean }
  /** The map has no room for one more window; we come in as soon as it has. Edits are kept here. */
  | { readonly kind: 'waiting' }
  /** The server will not have us; `code` says why (see `CloseCode`). Edits are kept here. */
  | { readonly kind: 'refused'; readonly code: number };

const severity: Readonly<Record<MapStatus['kind'], number>> = {
  saved: 0,
  saving: 1,
  sending: 2,
  connecting: 3,
  offline: 4,
  waiting: 5,
  refused: 6,
};

/** The status of a map is that of its worse half. */
export function worse(a: MapStatus, b: MapStatus): MapStatus {
  if (a.kind === 'offline' && b.kind === 'offline')
    return { kind: 'offline', unsaved: a.unsaved || b.unsaved };
  if (a.kind === 'sending' && b.kind === 'sending') return { kind: 'sending', bytes: a.bytes + b.bytes };
  return severity[a.kind] >= severity[b.kind] ? a : b;
}

/** Whether two statuses say the same. */
export function sameStatus(a: MapStatus, b: MapStatus): boolean {
  if (a.kind === 'offline' && b.kind === 'offline') return a.unsaved === b.unsaved;
  if (a.kind === 'refused' && b.kind === 'refused') return a.code === b.code;
  if (a.kind === 'sending' && b.kind === 'sending') return a.bytes === b.bytes;
  return a.kind === b.kind;
}
