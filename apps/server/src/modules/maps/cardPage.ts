import { type Connection, pageSize } from '../../graphql/connection.ts';
import { decodeCursor, encodeCursor } from '../../graphql/cursor.ts';
import { refusal } from '../../graphql/refusal.ts';
import type { CardView, MapView } from './MapView.ts';

/** Most cards of one page: a whole ordinary map in one question. */
export const cardsFirstMax = 1000;

/** Cards of one page unless told. */
export const cardsFirstDefault = 100;

class CardEdge {
  readonly node: CardView;
  #cursor: string | null = null;

  constructor(node: CardView) {
    this.node = node;
  }

  /** Made when asked for: most readers take one cursor of a page. */
  get cursor(): string {
    const { columnId, laneId, rank, id } = this.node;
    this.#cursor ??= encodeCursor([columnId, laneId, rank, id]);
    return this.#cursor;
  }
}

const edges = new WeakMap<CardView, CardEdge>();

function edgeOf(card: CardView): CardEdge {
  const known = edges.get(card);
  if (known !== undefined) return known;
  const edge = new CardEdge(card);
  edges.set(card, edge);
  return edge;
}

/** How far into the map's order a place is; cards are sorted by column, lane, rank, id. */
function compareToPlace(
  view: MapView,
  card: CardView,
  place: readonly [number, number, string, string],
): number {
  const byColumn = (view.columnAt.get(card.columnId) ?? 0) - place[0];
  if (byColumn !== 0) return byColumn;
  const byLane = (view.laneAt.get(card.laneId) ?? 0) - place[1];
  if (byLane !== 0) return byLane;
  if (card.rank !== place[2]) return card.rank < place[2] ? -1 : 1;
  if (card.id === place[3]) return 0;
  return card.id < place[3] ? -1 : 1;
}

function startBehind(view: MapView, cards: readonly CardView[], after: string): number {
  const [columnId = '', laneId = '', rank = '', id = ''] = decodeCursor(after, 4);
  const column = view.columnAt.get(columnId);
  const lane = view.laneAt.get(laneId);
  if (column === undefined || lane === undefined) throw refusal('INVALID_CURSOR', { field: 'after' });
  const at = cards.findIndex((card) => compareToPlace(view, card, [column, lane, rank, id]) > 0);
  return at === -1 ? cards.length : at;
}

/** A page of cards that are in the map's order. The cursor is a place, so it outlives moves and deletes of cards. */
export function cardPage(
  view: MapView,
  cards: readonly CardView[],
  args: { readonly first?: number | null | undefined; readonly after?: string | null | undefined },
): Connection<CardView> {
  const size = pageSize(args.first, cardsFirstMax, cardsFirstDefault);
  const start = args.after == null ? 0 : startBehind(view, cards, args.after);
  const nodes = start === 0 && cards.length <= size ? cards : cards.slice(start, start + size);
  const page = nodes.map(edgeOf);
  return {
    edges: page,
    nodes,
    totalCount: cards.length,
    pageInfo: {
      hasNextPage: start + size < cards.length,
      hasPreviousPage: start > 0,
      get startCursor() {
        return page[0]?.cursor ?? null;
      },
      get endCursor() {
        return page.at(-1)?.cursor ?? null;
      },
    },
  };
}
