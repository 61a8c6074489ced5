import type { ApiBed, ApiCall, MutationAnswer } from './ApiBed.ts';

/** What a program was told of a call. */
export interface Answered {
  readonly call: ApiCall;
  readonly answer: MutationAnswer;
}

/** Where on a map a program writes. */
export interface Desk {
  readonly mapId: string;
  readonly stageId: string;
  readonly laneId: string;
  /** A card that is this program's alone. */
  readonly cardId: string;
}

const unknown = new Set(['UNAVAILABLE', 'INTERNAL', 'IN_PROGRESS', 'RATE_LIMITED']);
const restMs = 50;

/** A program that makes one call after another, and repeats each on another node until it knows what became of it. */
export class ApiProgram {
  readonly answered: Answered[] = [];
  /** The text that its own card should have. */
  text = '';
  readonly #bed: ApiBed;
  readonly #name: string;
  readonly #desk: Desk;
  readonly #random: () => number;
  #stopped = false;
  #running: Promise<void> = Promise.resolve();
  #count = 0;

  constructor(bed: ApiBed, name: string, desk: Desk, random: () => number) {
    this.#bed = bed;
    this.#name = name;
    this.#desk = desk;
    this.#random = random;
  }

  start(): void {
    this.#running = this.#run();
  }

  /** Resolves once the last call is answered. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running;
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      const call = this.#next();
      this.answered.push({ call, answer: await this.#untilKnown(call) });
    }
  }

  async #untilKnown(call: ApiCall): Promise<MutationAnswer> {
    for (let at = Math.floor(this.#random() * this.#bed.nodes.length); ; at += 1) {
      const answer = await this.#bed.call(call, at % this.#bed.nodes.length).catch(() => null);
      if (answer !== null && 'code' in answer && !unknown.has(String(answer.code))) return answer;
      if (answer !== null && !('code' in answer) && '__typename' in answer) return answer;
      // It waits as a program does, so that those who restart nodes have their turn.
      await new Promise((resolve) => setTimeout(resolve, restMs));
    }
  }

  #next(): ApiCall {
    const { mapId, stageId, laneId, cardId } = this.#desk;
    this.#count += 1;
    const text = `${this.#name} ${this.#count}`;
    const one = { mapId, clientMutationId: text };
    const batch = (operations: readonly object[], partial: boolean): ApiCall => ({
      name: 'applyOperations',
      input: { ...one, operations, partial },
      select: 'mapVersion results{index recordId changed} errors{index code field}',
    });
    const kind = Math.floor(this.#random() * 4);
    if (kind === 0)
      return {
        name: 'addCard',
        input: { ...one, columnId: stageId, laneId, text: { en: text } },
        select: 'mapVersion card{id}',
      };
    if (kind === 1) {
      this.text = `${this.text}${this.#count},`;
      return {
        name: 'updateCard',
        input: { ...one, cardId, text: { en: this.text } },
        select: 'mapVersion changed',
      };
    }
    if (kind === 2)
      return batch(
        [
          { addStep: { ref: 'step', stageId, name: { en: `${text} step` } } },
          { addCard: { columnId: '#step', laneId, text: { en: `${text} a` } } },
          { setMapTitle: { locale: 'EN', text } },
          { addCard: { columnId: '#step', laneId, text: { en: `${text} b` } } },
        ],
        false,
      );
    return batch(
      [
        { addCard: { columnId: stageId, laneId, text: { en: `${text} a` } } },
        { addCard: { columnId: stageId, laneId: 'lan_unknown', text: { en: `${text} lost` } } },
        { deleteCard: { cardId: 'crd_unknown' } },
        { addCard: { columnId: stageId, laneId, text: { en: `${text} b` } } },
      ],
      true,
    );
  }

  /** Texts of the cards that its calls added, as far as it was told that they did. */
  get addedTexts(): readonly string[] {
    return this.answered.flatMap(({ call, answer }) => {
      if ('code' in answer) return [];
      const text = String(call.input.clientMutationId);
      if (call.name === 'addCard') return [text];
      return call.name === 'applyOperations' ? [`${text} a`, `${text} b`] : [];
    });
  }
}
