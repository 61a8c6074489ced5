import { cookies } from 'next/headers';
import { chooseWorkspace, type ViewerWorkspace, workspaceCookie } from '../Viewer.ts';
import { requireViewer } from './viewer.ts';

/** The workspace a page is about; null where the frame around it shows why there is none. */
export async function readWorkspace(): Promise<ViewerWorkspace | null> {
  const viewer = await requireViewer();
  return viewer && chooseWorkspace(viewer, (await cookies()).get(workspaceCookie)?.value);
}
