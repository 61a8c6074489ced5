export { CloseCode, isRetryable } from './closeCodes.ts';
export {
  clientIdLimits,
  doorLimits,
  heavyFrom,
  heavyLimits,
  offlineWorkBytesAtOnceMax,
  renewalLimits,
  syncLimits,
  updateLimits,
} from './limits.ts';
export { type MapPart, MessageKind, mapParts } from './messages.ts';
export {
  type Presence,
  type PresenceState,
  type PresenceUser,
  presenceLimits,
  presenceSchema,
  presenceUserSchema,
} from './presence.ts';
export { messageLimits, offlineWorkBytesMax, packedStateBytesMax, requestBytesMax } from './sizeLimits.ts';
