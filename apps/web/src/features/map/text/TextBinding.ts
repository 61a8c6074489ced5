import * as Y from 'yjs';
import { mapPosition, type TextChange, textChange } from './textChange.ts';

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
  destroy(): void;
}

/**
 * While an input method composes a character the field is not written to (that would abort the composition); what
 * others did meanwhile is merged when it ends.
 */
export function bindText(
  text: Y.Text,
  field: TextField,
  origin: unknown,
  onRemote: (delta: Y.YTextEvent['delta']) => void = () => {},
): TextBinding {
  /** What the field and the live text last agreed on. */
  let base = text.toString();
  let composing = false;
  /** Where each code unit of `base` stands while others edit during a composition. */
  let anchors: Y.RelativePosition[] | null = null;
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

  const observe = (event: Y.YTextEvent) => {
    if (own || composing) return;
    const start = mapPosition(event.delta, field.selectionStart);
    const end = mapPosition(event.delta, field.selectionEnd);
    base = text.toString();
    field.value = base;
    field.setSelectionRange(start, end);
    onRemote(event.delta);
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
      anchors = Array.from({ length: base.length + 1 }, (_, index) =>
        Y.createRelativePositionFromTypeIndex(text, index, index === base.length ? -1 : 0),
      );
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
      const caret = change ? mergeComposed(text, anchors ?? [], change, write) : field.selectionEnd;
      anchors = null;
      base = text.toString();
      field.value = base;
      const stand = Math.min(caret, base.length);
      field.setSelectionRange(stand, stand);
    },
    destroy() {
      text.unobserve(observe);
    },
  };
}

/** Applies what was composed where its surroundings stand now; answers where the caret belongs. */
function mergeComposed(
  text: Y.Text,
  anchors: readonly Y.RelativePosition[],
  change: TextChange,
  write: (change: TextChange) => void,
): number {
  const { doc } = text;
  const place = (at: number): number => {
    const anchor = anchors[at];
    if (!anchor || !doc) return text.length;
    return Y.createAbsolutePositionFromRelativePosition(anchor, doc)?.index ?? text.length;
  };
  // From the back, and unit by unit: what others wrote between the removed letters stays.
  for (let at = change.index + change.remove - 1; at >= change.index; at--) {
    const stand = place(at);
    if (place(at + 1) > stand) write({ index: stand, remove: 1, insert: '' });
  }
  const index = place(change.index);
  if (change.insert) write({ index, remove: 0, insert: change.insert });
  return index + change.insert.length;
}
