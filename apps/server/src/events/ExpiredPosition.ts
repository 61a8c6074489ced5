/** A place that cannot be gone on from: what follows it is let go, or was never told. */
export class ExpiredPosition extends Error {
  override readonly name = 'ExpiredPosition';
}
