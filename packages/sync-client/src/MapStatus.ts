/** What can honestly be said about one's own work. */
export type MapStatus =
  /** The first connection is under way: there is nothing to see yet. */
  | { readonly kind: 'connecting' }
  /** Something of ours, or of what was kept here, is not journaled yet. */
  | { readonly kind: 'saving' }
  /** Everything of ours is journaled. */
  | { readonly kind: 'saved' }
  /** No connection; edits are kept here. `unsaved`: there may be some. */
  | { readonly kind: 'offline'; readonly unsaved: boolean }
  /** The server will not have us; `code` says why (see `CloseCode`). Edits are kept here. */
  | { readonly kind: 'refused'; readonly code: number };

const severity: Readonly<Record<MapStatus['kind'], number>> = {
  saved: 0,
  saving: 1,
  connecting: 2,
  offline: 3,
  refused: 4,
};

/** The status of a map is that of its worse half. */
export function worse(a: MapStatus, b: MapStatus): MapStatus {
  if (a.kind === 'offline' && b.kind === 'offline')
    return { kind: 'offline', unsaved: a.unsaved || b.unsaved };
  return severity[a.kind] >= severity[b.kind] ? a : b;
}

/** Whether two statuses say the same. */
export function sameStatus(a: MapStatus, b: MapStatus): boolean {
  if (a.kind === 'offline' && b.kind === 'offline') return a.unsaved === b.unsaved;
  if (a.kind === 'refused' && b.kind === 'refused') return a.code === b.code;
  return a.kind === b.kind;
}
