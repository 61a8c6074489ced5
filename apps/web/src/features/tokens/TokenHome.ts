import type { Role } from '@jejak/access';

/** Where tokens belong: to the person who looks, or to a workspace. */
export type TokenHome =
  | {
      readonly kind: 'personal';
      readonly workspaces: readonly { readonly id: string; readonly name: string }[];
      /** The workspace one is in. */
      readonly workspaceId: string | null;
    }
  | {
      readonly kind: 'workspace';
      readonly workspaceId: string;
      /** What a token may be in it. */
      readonly roles: readonly Role[];
      /** Who is in it, by id: whoever made a token may have left. */
      readonly names: Readonly<Record<string, string>>;
    };
