'use client';

import { mayAssign, type Role, roles } from '@jejak/access';
import { Avatar } from '@jejak/ui/Avatar';
import { IconButton } from '@jejak/ui/IconButton';
import { Select } from '@jejak/ui/Select';
import { LogOut, UserMinus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { WorkspaceMember } from './WorkspaceMember.ts';

interface MemberRowProps {
  readonly member: WorkspaceMember;
  readonly isViewer: boolean;
  readonly viewerRole: Role;
  readonly mayManage: boolean;
  readonly busy: boolean;
  readonly onRole: (role: Role) => void;
  /** Takes the member out, or oneself. */
  readonly onRemove: () => void;
}

/** One member: who, of which team, in which role; the role can be changed where the server allows it. */
export function MemberRow({
  member,
  isViewer,
  viewerRole,
  mayManage,
  busy,
  onRole,
  onRemove,
}: MemberRowProps) {
  const t = useTranslations('workspace.people');
  const common = useTranslations('common');
  const choices = mayManage ? roles.filter((role) => mayAssign(viewerRole, member.role, role)) : [];
  const mayRemove = mayManage && !isViewer && mayAssign(viewerRole, member.role, null);
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
      <Avatar name={member.name} team={member.team} size={36} decorative />
      <div className="min-w-40 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2 font-medium">
          <span className="break-words">{member.name}</span>
          {isViewer && <span className="text-meta font-normal text-muted">{t('you')}</span>}
        </p>
        <p className="text-meta break-all text-muted">
          {member.email}
          <span aria-hidden="true"> · </span>
          <span className="break-normal">{common(`teams.${member.team}`)}</span>
        </p>
      </div>
      <div className="flex items-center gap-1">
        {choices.length > 1 ? (
          <div className="w-40">
            <Select
              label={t('roleOf', { name: member.name })}
              labelHidden
              value={member.role}
              disabled={busy}
              onChange={(event) => {
                const chosen = choices.find((role) => role === event.target.value);
                if (chosen && chosen !== member.role) onRole(chosen);
              }}
              options={choices.map((role) => ({ value: role, label: common(`roles.${role}`) }))}
            />
          </div>
        ) : (
          <span className="px-3 text-muted">{common(`roles.${member.role}`)}</span>
        )}
        <span className="inline-flex w-9 pointer-coarse:w-11">
          {mayRemove && (
            <IconButton
              label={t('remove', { name: member.name })}
              icon={<UserMinus className="size-[18px]" />}
              onClick={onRemove}
            />
          )}
          {isViewer && (
            <IconButton label={t('leave')} icon={<LogOut className="size-[18px]" />} onClick={onRemove} />
          )}
        </span>
      </div>
    </li>
  );
}
