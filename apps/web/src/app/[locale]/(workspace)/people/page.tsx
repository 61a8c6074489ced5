import { buttonClasses } from '@jejak/ui/Button';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { NoRight } from '../../../../components/NoRight.tsx';
import { NoWorkspace } from '../../../../components/NoWorkspace.tsx';
import { ServerUnavailable } from '../../../../components/ServerUnavailable.tsx';
import { Invitations } from '../../../../features/workspace/Invitations.tsx';
import { MemberList } from '../../../../features/workspace/MemberList.tsx';
import { readPeople, type WorkspacePeople } from '../../../../features/workspace/WorkspaceMember.ts';
import { PeopleDocument } from '../../../../generated/graphql.ts';
import { Link } from '../../../../i18n/navigation.ts';
import { queryServer } from '../../../../lib/server/queryServer.ts';
import { requireViewer } from '../../../../lib/server/viewer.ts';
import { readWorkspace } from '../../../../lib/server/workspace.ts';

/** The title of the page. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('workspace.people'))('title') };
}

/** All members, page by page, and the links that are open; null when the server did not answer. */
async function readEverybody(workspaceId: string, withInvitations: boolean): Promise<WorkspacePeople | null> {
  const first = await queryServer(PeopleDocument, { workspaceId, withInvitations, after: null });
  if (!first.ok) return null;
  const { members, invitations } = readPeople(first.value);
  const everybody = [...members];
  let info = first.value.workspace?.members.pageInfo;
  while (info?.hasNextPage) {
    const after = info.endCursor ?? null;
    const next = await queryServer(PeopleDocument, { workspaceId, withInvitations: false, after });
    if (!next.ok) return null;
    everybody.push(...readPeople(next.value).members);
    info = next.value.workspace?.members.pageInfo;
  }
  return { members: everybody, invitations };
}

/** Who is in the workspace, and inviting others. */
export default async function PeoplePage() {
  const viewer = await requireViewer();
  if (viewer === null) return null;
  const workspace = await readWorkspace();
  if (workspace === null) return <NoWorkspace />;
  const t = await getTranslations('workspace.people');
  if (!workspace.can.includes('members:read')) {
    return <NoRight />;
  }
  const mayInvite = workspace.can.includes('invitation:create');
  const people = await readEverybody(workspace.id, mayInvite);
  if (people === null) return <ServerUnavailable />;
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-8">
      <h1 className="text-title font-semibold">{t('title')}</h1>
      <MemberList
        key={workspace.id}
        workspaceId={workspace.id}
        workspaceName={workspace.name}
        initial={people.members}
        viewerId={viewer.id}
        viewerRole={workspace.role}
        mayManage={workspace.can.includes('members:manage')}
      />
      {mayInvite && (
        <Invitations
          key={`${workspace.id} invitations`}
          workspaceId={workspace.id}
          initial={people.invitations}
          viewerRole={workspace.role}
          mayRevoke={workspace.can.includes('invitation:revoke')}
        />
      )}
      {workspace.can.includes('tokens:manage') && (
        <Further id="programs" title={t('programs')} text={t('programsText')}>
          <Link href="/people/tokens" className={buttonClasses()}>
            {t('programsOpen')}
          </Link>
        </Further>
      )}
      {workspace.can.includes('webhooks:manage') && (
        <Further id="webhooks" title={t('webhooks')} text={t('webhooksText')}>
          <Link href="/people/webhooks" className={buttonClasses()}>
            {t('webhooksOpen')}
          </Link>
        </Further>
      )}
      {workspace.can.includes('audit:read') && (
        <Further id="activity" title={t('activity')} text={t('activityText')}>
          <Link href="/people/activity" className={buttonClasses()}>
            {t('activityOpen')}
          </Link>
        </Further>
      )}
    </div>
  );
}

interface FurtherProps {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}

/** What else there is about the people of a workspace, and the way there. */
function Further({ id, title, text, children }: FurtherProps) {
  return (
    <section
      aria-labelledby={id}
      className="flex flex-wrap items-center justify-between gap-3 rounded-panel border border-line bg-raised p-4 sm:p-5"
    >
      <div className="min-w-0 flex-1 basis-72">
        <h2 id={id} className="text-lead font-semibold">
          {title}
        </h2>
        <p className="text-muted text-pretty">{text}</p>
      </div>
      {children}
    </section>
  );
}
