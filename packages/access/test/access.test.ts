import { describe, expect, it } from 'vitest';
import {
  type AccessActor,
  actions,
  allowedActions,
  can,
  decide,
  isAtLeast,
  isRole,
  mayAssign,
  mayInvite,
  type Role,
  roleIn,
  roles,
  selfActions,
  viewerCan,
  workspaceActions,
} from '../src/index.ts';

const memberOf = (role: Role): AccessActor => ({
  kind: 'member',
  memberships: [{ workspaceId: 'ours', role }],
  token: null,
});
const nobody: AccessActor = { kind: 'nobody' };

describe('access', () => {
  it('[ACCESS1] the table of role × action is this one', () => {
    const width = Math.max(...workspaceActions.map((action) => action.length));
    const head = `${''.padEnd(width)} ${roles.map((role) => role.padEnd(10)).join('')}`.trimEnd();
    const rows = workspaceActions.map((action) =>
      `${action.padEnd(width)} ${roles.map((role) => (can(role, action) ? 'yes' : '-').padEnd(10)).join('')}`.trimEnd(),
    );
    expect(`\n${[head, ...rows].join('\n')}\n`).toMatchSnapshot();
  });

  it('[ACCESS2] somebody not signed in is denied everything, whether it exists or not', () => {
    for (const action of actions) {
      for (const resource of [{ workspaceId: 'ours' }, { workspaceId: null }, 'self'] as const) {
        expect(decide(nobody, action, resource)).toEqual({ allowed: false, reason: 'UNAUTHENTICATED' });
      }
    }
  });

  it('[ACCESS3] foreign and absent records get the same answer', () => {
    for (const role of roles) {
      for (const action of actions) {
        const foreign = decide(memberOf(role), action, { workspaceId: 'theirs' });
        expect(foreign).toEqual({ allowed: false, reason: 'NOT_FOUND' });
        expect(decide(memberOf(role), action, { workspaceId: null })).toEqual(foreign);
      }
    }
  });

  it('[ACCESS4] a member is told FORBIDDEN exactly where the table says no', () => {
    for (const role of roles) {
      for (const action of workspaceActions) {
        expect(decide(memberOf(role), action, { workspaceId: 'ours' })).toEqual(
          can(role, action) ? { allowed: true } : { allowed: false, reason: 'FORBIDDEN' },
        );
      }
    }
  });

  it('[ACCESS5] nobody gives more than they have or touches a person above them', () => {
    const maybe = [...roles, null];
    const table = maybe.flatMap((from) =>
      maybe.map(
        (to) =>
          `${from ?? 'nobody'} -> ${to ?? 'nobody'}: ${roles.filter((by) => mayAssign(by, from, to)).join(' ')}`,
      ),
    );
    expect(table).toMatchSnapshot();
    expect(mayAssign('admin', 'owner', 'viewer')).toBe(false);
    expect(mayAssign('admin', 'editor', 'owner')).toBe(false);
    expect(mayAssign('editor', 'viewer', 'viewer')).toBe(false);
  });

  it('[ACCESS6] a link never gives ownership nor more than its maker has', () => {
    const table = roles.map((by) => `${by}: ${roles.filter((to) => mayInvite(by, to)).join(' ')}`.trim());
    expect(table).toEqual([
      'owner: admin editor commenter viewer',
      'admin: admin editor commenter viewer',
      'editor:',
      'commenter:',
      'viewer:',
    ]);
  });

  it('[ACCESS7] a stronger role may do everything a weaker one may', () => {
    for (const strong of roles) {
      for (const weak of roles.filter((role) => isAtLeast(strong, role))) {
        for (const action of workspaceActions) {
          if (can(weak, action)) expect(can(strong, action)).toBe(true);
        }
      }
    }
  });

  it('[ACCESS8] viewerCan says the same as decide', () => {
    for (const actor of [nobody, ...roles.map(memberOf)]) {
      for (const workspaceId of ['ours', 'theirs', null]) {
        const told = viewerCan(actor, workspaceId);
        for (const action of workspaceActions) {
          expect(told[action]).toBe(decide(actor, action, { workspaceId }).allowed);
        }
      }
    }
    expect(allowedActions(viewerCan(memberOf('viewer'), 'ours'))).toEqual([
      'workspace:read',
      'membership:change',
      'members:read',
      'map:list',
      'map:read',
      'map:follow',
    ]);
  });

  it('[ACCESS9] about oneself only self actions are allowed', () => {
    for (const action of actions) {
      expect(decide(memberOf('viewer'), action, 'self').allowed).toBe(
        selfActions.some((own) => own === action),
      );
    }
  });

  it('[ACCESS3] an actor has no role in a workspace that is not theirs', () => {
    expect(roleIn(memberOf('admin'), 'ours')).toBe('admin');
    expect(roleIn(memberOf('admin'), 'theirs')).toBeNull();
    expect(roleIn(memberOf('admin'), null)).toBeNull();
    expect(roleIn(nobody, 'ours')).toBeNull();
    expect(isRole('owner')).toBe(true);
    expect(isRole('root')).toBe(false);
  });
});
