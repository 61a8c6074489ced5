import * as Y from 'yjs';
import { mapPosition, type TextChange, type TextDelta, textChange } from './textChange.ts';

/** The part of a textarea the binding touches; a plain object serves in tests. */
export interface TextField {
  value: string;
  readonly selectionStart: number;
  readonly selectionEnd: number;
  setSelectionRange(start: number, end: number): void;
}

/** Binds a text field to a live text: what is typed goes out as the smallest change, what others type comes in. */
export interface TextBinding {
  /** The field's value changed by the person in front of it. */
  input(): void;
  compositionStart(): void;
  compositionEnd(): void;
  /** Goes on with the same text in the next life of the document; null where it is not there any more. */
  moveTo(text: Y.Text | null): void;
  destroy(): void;
}

/**
 * While an input method composes a character the field is not written to (that would abort the composition); what
 * others did meanwhile is merged when it ends.
 */
export function bindText(first: Y.Text, field: TextField, origin: unknown): TextBinding {
  let text = first;
  /** What the field and the live text last agreed on. */
  let base = text.toString();
  let composing = false;
  /** Where the letters of `base` stand while others edit during a composition. */
  let anchors: Anchors | null = null;
  let own = false;

  field.value = base;

  const write = (change: TextChange) => {
    const { doc } = text;
    if (!doc) return;
    own = true;
    try {
      doc.transact(() => {
        if (change.remove > 0) text.delete(change.index, change.remove);
        if (change.insert) text.insert(change.index, change.insert);
      }, origin);
    } finally {
      own = false;
    }
  };

  /** What others did is shown, and the caret stays with its letters. */
  const show = (delta: readonly TextDelta[]) => {
    const start = mapPosition(delta, field.selectionStart);
    const end = mapPosition(delta, field.selectionEnd);
    base = text.toString();
    field.value = base;
    field.setSelectionRange(start, end);
  };
  const observe = (event: Y.YTextEvent) => {
    if (!own && !composing) show(event.delta);
  };
  text.observe(observe);

  const send = () => {
    const change = textChange(base, field.value, field.selectionEnd);
    if (!change) return;
    write(change);
    base = field.value;
  };

  return {
    input() {
      if (!composing) send();
    },
    compositionStart() {
      composing = true;
      anchors = anchorLetters(text, base.length);
    },
    compositionEnd() {
      composing = false;
      const change = textChange(base, field.value, field.selectionEnd);
      const live = text.toString();
      if (live === base) {
        anchors = null;
        if (change) write(change);
        base = text.toString();
        return;
      }
      const caret =
        change && anchors ? mergeComposed(text, base, anchors, change, write) : field.selectionEnd;
      anchors = null;
      base = text.toString();
      field.value = base;
      const stand = Math.min(caret, base.length);
      field.setSelectionRange(stand, stand);
    },
    moveTo(next) {
      text.unobserve(observe);
      if (!next) return;
      text = next;
      text.observe(observe);
      const live = text.toString();
      // Without a caret: nobody here typed what differs.
      const change = textChange(base, live, live.length);
      if (composing) anchors = anchorLetters(text, base.length, change);
      else if (change) show([{ retain: change.index }, { delete: change.remove }, { insert: change.insert }]);
    },
    destroy() {
      text.unobserve(observe);
    },
  };
}

/**
 * Binds a field to a text its record does not have yet: the first words typed make it. A text that came meanwhile
 * keeps its words, and what was typed follows them.
 */
export function bindAbsentText(make: () => Y.Text | null, field: TextField, origin: unknown): TextBinding {
  let bound: TextBinding | null = null;
  let composing = false;
  const begin = () => {
    const { value: typed, selectionStart, selectionEnd } = field;
    const text = typed === '' ? null : make();
    if (!text) return;
    bound = bindText(text, field, origin);
    const before = field.value;
    field.value = before + typed;
    field.setSelectionRange(before.length + selectionStart, before.length + selectionEnd);
    bound.input();
  };
  return {
    input() {
      if (bound) bound.input();
      else if (!composing) begin();
    },
    compositionStart() {
      composing = true;
      bound?.compositionStart();
    },
    compositionEnd() {
      composing = false;
      if (bound) bound.compositionEnd();
      else begin();
    },
    moveTo(text) {
      if (bound) bound.moveTo(text);
      else if (text && field.value === '' && !composing) bound = bindText(text, field, origin);
    },
    destroy() {
      bound?.destroy();
    },
  };
}

/** For each index, the place in front of the letter that follows and the one behind the letter before. */
interface Anchors {
  readonly before: readonly Y.RelativePosition[];
  readonly behind: readonly Y.RelativePosition[];
}

/** `change` tells what the text has become since the letters were counted. */
function anchorLetters(text: Y.Text, length: number, change: TextChange | null = null): Anchors {
  const { index: from, remove, insert } = change ?? { index: length, remove: 0, insert: '' };
  const end = from + remove;
  const shift = insert.length - remove;
  const all = (side: 0 | -1, standOf: (index: number) => number) =>
    Array.from({ length: length + 1 }, (_, index) =>
      Y.createRelativePositionFromTypeIndex(text, standOf(index), side),
    );
  // A letter that is gone takes no room between its two places.
  return {
    before: all(0, (index) => (index < from ? index : Math.max(index, end) + shift)),
    behind: all(-1, (index) => (index <= from ? index : index > end ? index + shift : from)),
  };
}

/** Applies what was composed where its surroundings stand now; answers where the caret belongs. */
function mergeComposed(
  text: Y.Text,
  base: string,
  anchors: Anchors,
  change: TextChange,
  write: (change: TextChange) => void,
): number {
  const { doc } = text;
  const find = (anchor: Y.RelativePosition | undefined): number =>
    (anchor && doc && Y.createAbsolutePositionFromRelativePosition(anchor, doc)?.index) ?? text.length;
  // From the back, and letter by letter: what others wrote between the removed letters stays. A letter that somebody
  // else removed takes no room between its two places.
  for (let end = change.index + change.remove; end > change.index; ) {
    const size = isPairBefore(base, end) ? 2 : 1;
    const stand = find(anchors.before[end - size]);
    if (find(anchors.behind[end]) - stand === size) write({ index: stand, remove: size, insert: '' });
    end -= size;
  }
  const index = find((change.index > 0 ? anchors.behind : anchors.before)[change.index]);
  if (change.insert) write({ index, remove: 0, insert: change.insert });
  return index + change.insert.length;
}

/** Whether the character that ends at `end` takes two code units: Yjs spoils a pair that is cut. */
function isPairBefore(text: string, end: number): boolean {
  return end >= 2 && (text.codePointAt(end - 2) ?? 0) > 0xffff;
}
