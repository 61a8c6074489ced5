import { formatNumber } from '../formatNumber.ts';
import { startBenchServer } from '../jejak/startBenchServer.ts';

const maps = 200;
const page = 100;
const attempts = 5;

const listQuery = `query ($id: ID!, $first: Int, $after: String) {
  node(id: $id) {
    ... on Workspace {
      maps(first: $first, after: $after) {
        nodes { id title { en id } type lastEditedAt thumbnail { cardCount cells emotionLine } present { name } viewerCan { delete } }
        pageInfo { endCursor }
      }
    }
  }
}`;

interface Page {
  readonly node: {
    readonly maps: { readonly nodes: readonly unknown[]; readonly pageInfo: { readonly endCursor: string } };
  };
}

/** How many commands reach the database, as the driver tells it, while all maps of a workspace are listed. */
export async function measureQueries(say: (line: string) => void): Promise<readonly string[]> {
  const server = await startBenchServer();
  try {
    const { owner, id } = server.workspace;
    // One comes with the workspace.
    for (let n = 1; n < maps; n++) await server.createMap(`Bench ${n}`);
    let fewest = Number.POSITIVE_INFINITY;
    let listed = 0;
    // What runs by itself meanwhile counts too: the fewest of some attempts are those of the list alone.
    for (let attempt = 0; attempt < attempts; attempt++) {
      const before = await readsOf(server.url);
      listed = 0;
      let after: string | null = null;
      while (listed < maps) {
        const { node }: Page = await owner.graphql<Page>(listQuery, { id, first: page, after });
        listed += node.maps.nodes.length;
        after = node.maps.pageInfo.endCursor;
      }
      fewest = Math.min(fewest, (await readsOf(server.url)) - before);
    }
    say(`${listed} maps by ${formatNumber(fewest)} database queries`);
    return [`list of ${maps} maps in pages of ${page}, database queries`, formatNumber(fewest)];
  } finally {
    await server.close();
  }
}

/** Reading commands the driver has sent so far. */
async function readsOf(url: string): Promise<number> {
  const text = await (await fetch(new URL('/metrics', url))).text();
  const line =
    /^jejak_database_command_duration_seconds_count\{command="(?:find|aggregate|count|distinct)"\} (\d+)/gm;
  return [...text.matchAll(line)].reduce((sum, [, count]) => sum + Number(count), 0);
}
