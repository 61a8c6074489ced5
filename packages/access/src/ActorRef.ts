/** Who did something, as it is kept with what they did: ids only, never a name. */
export interface ActorRef {
  /** A person in the interface, a guest by link, or a program. */
  readonly kind: 'USER' | 'GUEST' | 'API';
  /** The person; of a token of a workspace, which is nobody's, the token's own id. */
  readonly userId: string;
  /** The token that the program used; null for people. */
  readonly tokenId: string | null;
}
