'use client';

import type { Role } from '@jejak/access';
import { type Failure, readFailure } from '@jejak/client';
import { useToast } from '@jejak/ui/Toast';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useClient } from 'urql';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { RemoveMemberDocument, SetMemberRoleDocument } from '../../generated/graphql.ts';
import { useErrorText } from '../../lib/errorText.ts';
import { graphqlRole } from '../../lib/graphqlRole.ts';
import { runMutation } from '../../lib/runQuery.ts';
import { MemberRow } from './MemberRow.tsx';
import type { WorkspaceMember } from './WorkspaceMember.ts';

interface MemberListProps {
  readonly workspaceId: string;
  readonly workspaceName: string;
  readonly initial: readonly WorkspaceMember[];
  readonly viewerId: string;
  readonly viewerRole: Role;
  readonly mayManage: boolean;
}

/** Everybody in the workspace. */
export function MemberList({
  workspaceId,
  workspaceName,
  initial,
  viewerId,
  viewerRole,
  mayManage,
}: MemberListProps) {
  const locale = useLocale();
  const t = useTranslations('workspace.people');
  const common = useTranslations('common');
  const client = useClient();
  const toast = useToast();
  const errorText = useErrorText();
  const [members, setMembers] = useState(initial);
  const [busyId, setBusyId] = useState<string | null>(null);
  const [leaving, setLeaving] = useState<WorkspaceMember | null>(null);

  /** Whether it was done; what hindered it is told. */
  const told = (failure: Failure | null): boolean => {
    if (failure !== null) toast({ text: errorText(failure), tone: 'danger' });
    return failure === null;
  };
  const changeRole = async (member: WorkspaceMember, role: Role) => {
    setBusyId(member.id);
    const answer = await runMutation(client, SetMemberRoleDocument, {
      input: { workspaceId, userId: member.id, role: graphqlRole(role) },
    });
    setBusyId(null);
    const failure = answer.ok
      ? answer.value.setMemberRole.__typename === 'SetMemberRolePayload'
        ? null
        : readFailure(answer.value.setMemberRole)
      : answer.failure;
    if (!told(failure)) return;
    setMembers((all) => all.map((one) => (one.id === member.id ? { ...one, role } : one)));
    toast({ text: t('roleChanged', { name: member.name, role: common(`roles.${role}`) }) });
  };
  const remove = async (member: WorkspaceMember) => {
    setBusyId(member.id);
    const answer = await runMutation(client, RemoveMemberDocument, {
      input: { workspaceId, userId: member.id },
    });
    setBusyId(null);
    setLeaving(null);
    const failure = answer.ok
      ? answer.value.removeMember.__typename === 'RemoveMemberPayload'
        ? null
        : readFailure(answer.value.removeMember)
      : answer.failure;
    if (!told(failure)) return;
    // Out of the workspace oneself: home is another one, or none.
    if (member.id === viewerId) return window.location.assign(`/${locale}`);
    setMembers((all) => all.filter((one) => one.id !== member.id));
    toast({ text: t('removed', { name: member.name }) });
  };

  return (
    <section aria-labelledby="members" className="flex flex-col gap-3">
      <div className="flex items-baseline justify-between gap-3">
        <h2 id="members" className="text-lead font-semibold">
          {t('members')}
        </h2>
        <p className="text-meta text-muted tabular-nums">{t('memberCount', { count: members.length })}</p>
      </div>
      <ul className="divide-y divide-line rounded-panel border border-line bg-raised">
        {members.map((member) => (
          <MemberRow
            key={member.id}
            member={member}
            isViewer={member.id === viewerId}
            viewerRole={viewerRole}
            mayManage={mayManage}
            busy={busyId === member.id}
            onRole={(role) => void changeRole(member, role)}
            onRemove={() => setLeaving(member)}
          />
        ))}
      </ul>
      {leaving !== null && (
        <ConfirmDialog
          {...(leaving.id === viewerId
            ? {
                title: t('leaveTitle', { workspace: workspaceName }),
                text: t('leaveText'),
                act: t('leaveShort'),
              }
            : {
                title: t('removeTitle', { name: leaving.name }),
                text: t('removeText'),
                act: t('removeShort'),
              })}
          busy={busyId !== null}
          onConfirm={() => void remove(leaving)}
          onClose={() => setLeaving(null)}
        />
      )}
    </section>
  );
}
