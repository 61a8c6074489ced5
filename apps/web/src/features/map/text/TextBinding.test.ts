import { wellFormed } from '@jejak/journey-model';
import { seededRandom } from '@jejak/journey-model/testkit';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { bindAbsentText, bindText, type TextBinding, type TextField } from './TextBinding.ts';

class Field implements TextField {
  value = '';
  selectionStart = 0;
  selectionEnd = 0;
  setSelectionRange(start: number, end: number): void {
    this.selectionStart = Math.min(start, this.value.length);
    this.selectionEnd = Math.min(end, this.value.length);
  }
  /** What a browser does when somebody types. */
  replace(start: number, end: number, text: string): void {
    this.value = this.value.slice(0, start) + text + this.value.slice(end);
    this.setSelectionRange(start + text.length, start + text.length);
  }
}

interface Writer {
  readonly doc: Y.Doc;
  readonly text: Y.Text;
  readonly field: Field;
  readonly binding: TextBinding;
  readonly outbox: Uint8Array[];
}

function writer(): Writer {
  const doc = new Y.Doc();
  const text = doc.getText('t');
  const field = new Field();
  const outbox: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'network') outbox.push(update);
  });
  return { doc, text, field, binding: bindText(text, field, 'me'), outbox };
}

function deliver(from: Writer, to: Writer): void {
  for (const update of from.outbox.splice(0)) Y.applyUpdate(to.doc, update, 'network');
}

const isWhole = (text: string): boolean => wellFormed(text) === text;

/** A place that lies between characters. */
function edge(value: string, random: () => number): number {
  const at = Math.floor(random() * (value.length + 1));
  return isWhole(value.slice(0, at)) ? at : at - 1;
}

const words = ['a', 'b', '😀', 'né', '\n', 'kartu', ''];

describe('bindText', () => {
  it('[FIELD1] [FIELD3] two people type, compose and receive in any order and end with one text', () => {
    const seed = Math.floor(Math.random() * 2 ** 31);
    const random = seededRandom(seed);
    for (let run = 0; run < 60; run++) {
      const people = [writer(), writer()] as const;
      const composing = [false, false];
      for (let step = 0; step < 60; step++) {
        const who = random() < 0.5 ? 0 : 1;
        const me = people[who];
        const other = people[1 - who] ?? people[0];
        const dice = random();
        if (dice < 0.45) {
          const a = edge(me.field.value, random);
          const b = random() < 0.7 ? a : edge(me.field.value, random);
          me.field.replace(Math.min(a, b), Math.max(a, b), words[Math.floor(random() * words.length)] ?? '');
          me.binding.input();
        } else if (dice < 0.6) {
          if (composing[who]) me.binding.compositionEnd();
          else me.binding.compositionStart();
          composing[who] = !composing[who];
        } else if (dice < 0.9) deliver(other, me);
        if (!composing[who]) {
          expect(me.field.value, `seed ${seed}, run ${run}, step ${step}`).toBe(me.text.toString());
        }
      }
      people.forEach((person, who) => {
        if (composing[who]) person.binding.compositionEnd();
      });
      deliver(people[0], people[1]);
      deliver(people[1], people[0]);
      expect(people[0].field.value, `seed ${seed}, run ${run}`).toBe(people[1].field.value);
      expect(people[0].text.toString()).toBe(people[0].field.value);
      expect(people[0].field.value.includes('\uFFFD'), `seed ${seed}, run ${run}`).toBe(false);
      for (const person of people) person.binding.destroy();
    }
  });

  it('[FIELD3] while composing the field is left alone, and both texts survive', () => {
    const [ani, budi] = [writer(), writer()];
    ani.field.replace(0, 0, 'hello');
    ani.binding.input();
    deliver(ani, budi);
    ani.binding.compositionStart();
    ani.field.replace(5, 5, 'に');
    ani.binding.input();
    budi.field.replace(0, 0, '>> ');
    budi.binding.input();
    deliver(budi, ani);
    expect(ani.field.value).toBe('helloに');
    ani.field.replace(5, 6, '日本');
    ani.binding.compositionEnd();
    expect(ani.field.value).toBe('>> hello日本');
    expect(ani.field.selectionStart).toBe(10);
    deliver(ani, budi);
    expect(budi.field.value).toBe('>> hello日本');
  });

  it('[FIELD4] the caret stays with its letters when others write before and behind it', () => {
    const [ani, budi] = [writer(), writer()];
    ani.field.replace(0, 0, 'one three');
    ani.binding.input();
    deliver(ani, budi);
    ani.field.setSelectionRange(4, 4);
    budi.field.replace(0, 0, '0 ');
    budi.binding.input();
    deliver(budi, ani);
    expect(ani.field.selectionStart).toBe(6);
    budi.field.replace(6, 6, 'two ');
    budi.binding.input();
    deliver(budi, ani);
    expect(ani.field.selectionStart).toBe(6);
    budi.field.replace(0, 4, '');
    budi.binding.input();
    deliver(budi, ani);
    expect(ani.field.selectionStart).toBe(2);
  });
});

describe('a text in the next life of its document', () => {
  /** The same text with another past, and what others have made of it. */
  function next(text: string): Y.Text {
    const anew = new Y.Doc().getText('t');
    anew.insert(0, text);
    return anew;
  }

  it('[NEXT1] that is equal is gone on with, and the field is not touched', () => {
    const { field, binding, text } = writer();
    field.replace(0, 0, 'one three');
    binding.input();
    field.setSelectionRange(2, 5);
    const touched = { ...field };
    Object.defineProperty(field, 'value', {
      get: () => touched.value,
      set: () => {
        throw new Error('touched');
      },
      configurable: true,
    });
    const anew = next('one three');
    binding.moveTo(anew);
    Object.defineProperty(field, 'value', { value: touched.value, writable: true });
    field.replace(3, 3, ' two');
    binding.input();
    expect([anew.toString(), text.toString()]).toEqual(['one two three', 'one three']);
    anew.insert(0, '> ');
    expect(field).toMatchObject({ value: '> one two three', selectionStart: 9 });
    text.insert(0, 'former');
    expect(field.value).toBe('> one two three');
  });

  it('[NEXT1] that others have changed is shown, and the caret stays with its letters', () => {
    const { field, binding } = writer();
    field.replace(0, 0, 'one three');
    binding.input();
    field.setSelectionRange(4, 9);
    binding.moveTo(next('>> one three'));
    expect(field).toMatchObject({ value: '>> one three', selectionStart: 7, selectionEnd: 12 });
  });

  it('[NEXT1] a composition goes on, and nothing of it or of what others wrote is lost', () => {
    for (const [theirs, both] of [
      ['hello', 'hello日本'],
      ['>> hello', '>> hello日本'],
      ['hello <<', 'hello日本 <<'],
    ] as const) {
      const { field, binding } = writer();
      field.replace(0, 0, 'hello');
      binding.input();
      binding.compositionStart();
      field.replace(5, 5, 'に');
      const anew = next(theirs);
      binding.moveTo(anew);
      expect(field.value).toBe('helloに');
      field.replace(5, 6, '日本');
      binding.compositionEnd();
      expect([field.value, anew.toString()]).toEqual([both, both]);
    }
  });

  it('[NEXT1] a composed word that replaces letters takes those that are still there', () => {
    const { field, binding } = writer();
    field.replace(0, 0, 'say hello to');
    binding.input();
    binding.compositionStart();
    field.replace(4, 9, 'hi');
    const anew = next('we say hello to');
    binding.moveTo(anew);
    binding.compositionEnd();
    expect([field.value, anew.toString()]).toEqual(['we say hi to', 'we say hi to']);
  });

  it('[NEXT1] that is not there any more keeps what is in the field', () => {
    const { field, binding } = writer();
    field.replace(0, 0, 'mine');
    binding.input();
    binding.moveTo(null);
    expect(field.value).toBe('mine');
  });

  it('[NEXT1] that nobody had written is made there by the first letter, or shown where somebody has', () => {
    const make = (record: Y.Map<Y.Text>) => () => record.get('text') ?? record.set('text', new Y.Text());
    const [former, anew] = [new Y.Doc().getMap<Y.Text>('r'), new Y.Doc().getMap<Y.Text>('r')];
    const field = new Field();
    let present = former;
    const binding = bindAbsentText(() => make(present)(), field, 'me');
    present = anew;
    binding.moveTo(null);
    field.replace(0, 0, 'a');
    binding.input();
    expect([former.size, anew.get('text')?.toString()]).toEqual([0, 'a']);
    const shown = new Field();
    const other = bindAbsentText(() => null, shown, 'me');
    other.moveTo(next('theirs'));
    expect(shown.value).toBe('theirs');
  });
});

describe('a text that its record does not have yet', () => {
  function absent() {
    const doc = new Y.Doc();
    const record = doc.getMap<Y.Text>('record');
    const field = new Field();
    const make = () => record.get('text') ?? record.set('text', new Y.Text());
    return { record, field, binding: bindAbsentText(make, field, 'me') };
  }

  it('[FIELD7] is made by the first letter and takes all that follow', () => {
    const { record, field, binding } = absent();
    binding.input();
    expect(record.size).toBe(0);
    for (const letter of 'Menunda') {
      field.replace(field.selectionEnd, field.selectionEnd, letter);
      binding.input();
    }
    expect(record.get('text')?.toString()).toBe('Menunda');
    record.get('text')?.insert(0, '> ');
    expect(field).toMatchObject({ value: '> Menunda', selectionStart: 9 });
    binding.destroy();
  });

  it('[FIELD7] is made when a composition ends, behind what a colleague wrote meanwhile', () => {
    const { record, field, binding } = absent();
    binding.compositionStart();
    field.replace(0, 0, 'に');
    binding.input();
    expect(record.size).toBe(0);
    record.set('text', new Y.Text('Ani: '));
    field.replace(0, 1, '日本');
    binding.compositionEnd();
    expect(record.get('text')?.toString()).toBe('Ani: 日本');
    expect(field).toMatchObject({ value: 'Ani: 日本', selectionStart: 7 });
    binding.destroy();
  });

  it('[FIELD7] is not made for a record that is gone', () => {
    const field = new Field();
    const binding = bindAbsentText(() => null, field, 'me');
    field.replace(0, 0, 'a');
    binding.input();
    expect(field.value).toBe('a');
    binding.destroy();
  });
});
