import type { FieldAddress } from '@jejak/journey-model';
import { DomainError } from '../../errors/DomainError.ts';
import type { MapVersion } from '../../rooms/LiveMaps.ts';
import type { MapRecord } from './MapRecord.ts';
import { printVersion } from './mapVersion.ts';

/** A field was changed after the version that was given; nothing was written. */
export class VersionConflict extends DomainError {
  readonly record: MapRecord;
  /** The map as it is now, or later. */
  readonly version: MapVersion;
  /** What would have been written and was changed. */
  readonly fields: readonly FieldAddress[];

  constructor(record: MapRecord, version: MapVersion, fields: readonly FieldAddress[]) {
    super('VERSION_CONFLICT', { field: 'ifVersion', figures: { mapVersion: printVersion(version) } });
    this.record = record;
    this.version = version;
    this.fields = fields;
  }
}
