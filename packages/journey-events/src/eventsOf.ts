import { sameValue } from '@jejak/journey-model/records';
import type { EventKindOf, EventRecords, EventSubject, SubjectEvent } from './JourneyEvent.ts';
import type { RecordChange } from './PartReader.ts';

/** The part of an event that tells what happened; who, when and at which version come with the entry. */
export type Happening<Subject extends EventSubject> = Omit<SubjectEvent<Subject>, 'by' | 'at' | 'version'>;

type Fields<Subject extends EventSubject> = readonly (keyof EventRecords[Subject] & string)[];

/** What can happen to a record of one kind: to be there or not, and for each group of facts to change. */
export interface Meaning<Subject extends EventSubject> {
  /** null where a record is always there. */
  readonly life: Readonly<Record<'added' | 'deleted' | 'restored', EventKindOf<Subject>>> | null;
  /** All facts, in the order in which their changes are told. */
  readonly facets: readonly { readonly kind: EventKindOf<Subject>; readonly fields: Fields<Subject> }[];
}

/** What a change of a record means; several things where it changed in several ways at once. */
export function eventsOf<Subject extends EventSubject>(
  { subject, id, before, after, wasDeleted }: RecordChange<Subject>,
  { life, facets }: Meaning<Subject>,
): Happening<Subject>[] {
  const recordId = subject === 'map' ? null : id;
  const happening = (kind: EventKindOf<Subject>, fields: Fields<Subject>): Happening<Subject> => ({
    subject,
    kind,
    recordId,
    fields,
    before: before === null ? null : only(before, fields),
    after: after === null ? null : only(after, fields),
  });
  if (life !== null && (before === null || after === null)) {
    const kind = after === null ? life.deleted : wasDeleted ? life.restored : life.added;
    return [
      happening(
        kind,
        facets.flatMap(({ fields }) => fields),
      ),
    ];
  }
  return facets.flatMap(({ kind, fields }) => {
    const changed = fields.filter((field) => !sameValue(before?.[field], after?.[field]));
    return changed.length === 0 ? [] : [happening(kind, changed)];
  });
}

function only<T extends object>(record: T, fields: readonly (keyof T)[]): Partial<T> {
  const some: Partial<T> = {};
  for (const field of fields) some[field] = record[field];
  return some;
}
