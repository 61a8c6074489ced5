import * as Y from 'yjs';
import { stepsOf, type TextStep } from './textSteps.ts';

/**
 * Repeats a change of text where others have changed the same text meanwhile.
 *
 * @param before the text that was changed
 * @param steps how it was changed
 * @param now what others made of it
 * @returns how to change `now` so that both changes are in it; no letter of either is lost
 */
export function mergeText(before: string, steps: readonly TextStep[], now: string): readonly TextStep[] {
  if (before === now) return steps;
  const [mine, theirs] = [textOf(before, 2), textOf(before, 3)];
  mine.text.applyDelta([...steps]);
  theirs.text.applyDelta([...changeFrom(before, now)]);
  let merged: readonly TextStep[] = [];
  theirs.text.observe((event) => {
    merged = stepsOf(event.delta);
  });
  Y.applyUpdate(theirs.doc, Y.encodeStateAsUpdate(mine.doc));
  return merged;
}

function textOf(content: string, client: number): { readonly doc: Y.Doc; readonly text: Y.Text } {
  const doc = new Y.Doc();
  doc.clientID = 1;
  const text = doc.getText('text');
  text.insert(0, content);
  doc.clientID = client;
  return { doc, text };
}

/** One change that makes a text of another: all between what they begin and what they end with. */
function changeFrom(before: string, now: string): readonly TextStep[] {
  const shorter = Math.min(before.length, now.length);
  let start = 0;
  while (start < shorter && before[start] === now[start]) start += 1;
  if (isInsidePair(before, start) || isInsidePair(now, start)) start -= 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === now.at(-1 - end)) end += 1;
  if (isInsidePair(before, before.length - end) || isInsidePair(now, now.length - end)) end -= 1;
  const steps: TextStep[] = [
    { retain: start },
    { insert: now.slice(start, now.length - end) },
    { delete: before.length - end - start },
  ];
  return steps.filter((step) => Object.values(step)[0] !== 0 && Object.values(step)[0] !== '');
}

/** Whether a place lies between the two halves of one character. */
function isInsidePair(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return at > 0 && at < text.length && code >= 0xdc00 && code <= 0xdfff;
}
