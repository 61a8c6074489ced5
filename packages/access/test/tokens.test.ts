import { describe, expect, it } from 'vitest';
import {
  type AccessActor,
  actions,
  can,
  decide,
  isTokenScope,
  mapActions,
  mayAssign,
  mayMakeToken,
  type Resource,
  type Role,
  roleAmongMembers,
  roleIn,
  roles,
  selfActions,
  type TokenGrant,
  type TokenScope,
  tokenNeeds,
  tokenScopes,
  workspaceActions,
} from '../src/index.ts';

const tokenOf = (role: Role, grant: Partial<TokenGrant> = {}): AccessActor => ({
  kind: 'member',
  memberships: [
    { workspaceId: 'ours', role },
    { workspaceId: 'other', role },
  ],
  token: { tokenId: 'tok', scopes: tokenScopes, workspaceId: null, mapIds: null, ...grant },
});
const ours = { workspaceId: 'ours', mapId: 'map' };
const isSelf = (action: string) => selfActions.some((own) => own === action);
const placeOf = (action: string): Resource => (isSelf(action) ? 'self' : ours);

describe('tokens', () => {
  it('[ACCESS10] the table of what each action needs of a token is this one', () => {
    const width = Math.max(...actions.map((action) => action.length));
    const rows = actions.map((action) => `${action.padEnd(width)} ${tokenNeeds[action]}`);
    expect(`\n${rows.join('\n')}\n`).toMatchSnapshot();
  });

  it('[ACCESS10] a token of every scope may what its person may, but for what only people do', () => {
    for (const role of roles) {
      for (const action of workspaceActions) {
        const decision = decide(tokenOf(role), action, ours);
        if (!can(role, action)) expect(decision).toEqual({ allowed: false, reason: 'FORBIDDEN' });
        else if (tokenNeeds[action] !== 'session') expect(decision).toEqual({ allowed: true });
        else expect(decision).toEqual({ allowed: false, reason: 'FORBIDDEN', lacks: 'session' });
      }
    }
  });

  it('[ACCESS10] a missing scope is named where having it would help, and nowhere else', () => {
    for (const missing of tokenScopes) {
      const scopes = tokenScopes.filter(
        (scope) => scope !== missing && scope !== `${missing.split(':')[0]}:write`,
      );
      for (const action of actions.filter((each) => tokenNeeds[each] === missing)) {
        expect(decide(tokenOf('owner', { scopes }), action, placeOf(action))).toEqual({
          allowed: false,
          reason: 'FORBIDDEN',
          lacks: missing,
        });
      }
    }
    expect(decide(tokenOf('viewer', { scopes: [] }), 'map:editContent', ours)).toEqual({
      allowed: false,
      reason: 'FORBIDDEN',
    });
  });

  it('[ACCESS10] each scope opens something, and writing includes reading', () => {
    const opened = (scopes: readonly TokenScope[]) =>
      actions.filter((action) => decide(tokenOf('owner', { scopes }), action, placeOf(action)).allowed);
    for (const scope of tokenScopes) expect(opened([scope]).length).toBeGreaterThan(opened([]).length);
    for (const things of ['maps', 'members'] as const) {
      expect(opened([`${things}:write`])).toEqual(expect.arrayContaining(opened([`${things}:read`])));
    }
    expect(opened([])).toEqual(['workspace:read']);
  });

  it('[ACCESS11] beyond its workspace a token learns as much as a stranger', () => {
    const limited = tokenOf('owner', { workspaceId: 'ours' });
    for (const action of workspaceActions) {
      for (const workspaceId of ['other', 'theirs', null]) {
        expect(decide(limited, action, { workspaceId, mapId: 'map' })).toEqual({
          allowed: false,
          reason: 'NOT_FOUND',
        });
      }
    }
    expect([roleIn(limited, 'ours'), roleIn(limited, 'other')]).toEqual(['owner', null]);
  });

  it('[ACCESS11] beyond its maps so too, and a map that is not named is beyond them', () => {
    const limited = tokenOf('owner', { workspaceId: 'ours', mapIds: ['map'] });
    for (const action of mapActions) {
      expect(decide(limited, action, ours)).toEqual({ allowed: true });
      for (const resource of [
        { workspaceId: 'ours', mapId: 'another' },
        { workspaceId: 'ours', mapId: null },
        { workspaceId: 'ours' },
        { workspaceId: 'other', mapId: 'map' },
      ]) {
        expect(decide(limited, action, resource)).toEqual({ allowed: false, reason: 'NOT_FOUND' });
      }
    }
  });

  it('[ACCESS11] of the workspace around its maps a token sees name and list, no more', () => {
    const limited = tokenOf('owner', { workspaceId: 'ours', mapIds: ['map'] });
    const allowed = workspaceActions.filter((action) => decide(limited, action, ours).allowed);
    expect(allowed).toEqual(['workspace:read', 'map:list', ...mapActions]);
    expect(decide(limited, 'map:create', { workspaceId: 'ours' })).toEqual({
      allowed: false,
      reason: 'FORBIDDEN',
      lacks: 'allMaps',
    });
    expect(decide(limited, 'account:read', 'self')).toEqual({ allowed: true });
  });

  it('[ACCESS12] among members a token is an administrator at most, so owners are out of its reach', () => {
    expect(roles.map((role) => roleAmongMembers(tokenOf(role), role))).toEqual([
      'admin',
      'admin',
      'editor',
      'commenter',
      'viewer',
    ]);
    const person: AccessActor = { kind: 'member', memberships: [], token: null };
    expect(roles.map((role) => roleAmongMembers(person, role))).toEqual([...roles]);
    expect(mayAssign(roleAmongMembers(tokenOf('owner'), 'owner'), 'owner', null)).toBe(false);
    expect(mayAssign(roleAmongMembers(tokenOf('owner'), 'owner'), 'editor', 'owner')).toBe(false);
  });

  it('[ACCESS13] a token of a workspace is never an owner nor above its maker', () => {
    const table = roles.map((by) => `${by}: ${roles.filter((as) => mayMakeToken(by, as)).join(' ')}`.trim());
    expect(table).toEqual([
      'owner: admin editor commenter viewer',
      'admin: admin editor commenter viewer',
      'editor:',
      'commenter:',
      'viewer:',
    ]);
  });

  it('[ACCESS10] scopes are known by their names', () => {
    expect(isTokenScope('maps:read')).toBe(true);
    for (const other of ['maps', 'tokens:write', 'MAPS:READ', '', null])
      expect(isTokenScope(other)).toBe(false);
  });
});
