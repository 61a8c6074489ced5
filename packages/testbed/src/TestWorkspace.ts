import { HttpPerson } from './HttpPerson.ts';

const password = 'a long enough pass phrase';

/** Somebody new, as an account form asks for them. */
export interface NewMember {
  readonly name: string;
  readonly locale: 'en' | 'id';
  readonly team: 'MARKETING' | 'SALES' | 'PRODUCT' | 'SERVICE' | 'OTHER';
}

/** A card as a test describes it. */
export interface NewCard {
  readonly columnId: string;
  readonly laneId: string;
  readonly text: { readonly en?: string; readonly id?: string };
}

/** The first workspace of a fresh server, used over HTTP by its owner. */
export class TestWorkspace {
  readonly owner: HttpPerson;
  readonly id: string;
  /** The map the workspace begins with. */
  readonly sampleMapId: string;
  readonly #url: string;
  #members = 0;

  private constructor(url: string, owner: HttpPerson, id: string, sampleMapId: string) {
    this.#url = url;
    this.owner = owner;
    this.id = id;
    this.sampleMapId = sampleMapId;
  }

  /** Sets up an empty server. */
  static async setUp(url: string, owner: NewMember): Promise<TestWorkspace> {
    const person = new HttpPerson(url);
    const made = await person.post('/api/setup', {
      ...owner,
      email: 'owner@example.org',
      password,
      workspaceName: 'Apotek Sehat',
    });
    const { workspaceId, mapId } = made as { workspaceId: string; mapId: string };
    return new TestWorkspace(url, person, workspaceId, mapId);
  }

  /** Makes an invitation and answers its link. */
  async invite(role: 'admin' | 'editor' | 'commenter' | 'viewer'): Promise<string> {
    const input = { workspaceId: this.id, role: role.toUpperCase() };
    const { createInvitation: invitation } = await this.owner.graphql<{
      createInvitation: { url: string };
    }>(
      'mutation ($input: CreateInvitationInput!) { createInvitation(input: $input) { ... on CreateInvitationPayload { url } ... on UserError { code message } } }',
      { input },
    );
    if (invitation.url === undefined) throw new Error(`No invitation: ${JSON.stringify(invitation)}`);
    return invitation.url;
  }

  /** Invites somebody and lets them sign up. */
  async join(member: NewMember, role: 'admin' | 'editor' | 'commenter' | 'viewer'): Promise<HttpPerson> {
    const token = new URL(await this.invite(role)).pathname.split('/').at(-1);
    const person = new HttpPerson(this.#url);
    const email = `member${this.#members++}@example.org`;
    await person.post(`/api/invitations/${token}/sign-up`, { ...member, email, password });
    return person;
  }

  /** Gives a member another role. */
  async setRole(member: HttpPerson, role: 'admin' | 'editor' | 'commenter' | 'viewer'): Promise<void> {
    const { viewer } = await member.graphql<{ viewer: { id: string } }>('{ viewer { id } }');
    const input = { workspaceId: this.id, userId: viewer.id, role: role.toUpperCase() };
    const { setMemberRole } = await this.owner.graphql<{ setMemberRole: { __typename: string } }>(
      'mutation ($input: SetMemberRoleInput!) { setMemberRole(input: $input) { __typename ... on UserError { code } } }',
      { input },
    );
    if (setMemberRole.__typename !== 'SetMemberRolePayload')
      throw new Error(`No role: ${JSON.stringify(setMemberRole)}`);
  }

  /** Makes a map from a template and answers its id. */
  async createMap(title: string, template: 'DIGITAL' | 'OFFLINE' | 'BLANK' = 'DIGITAL'): Promise<string> {
    const input = { workspaceId: this.id, title, template, locale: 'EN' };
    const { createMap } = await this.owner.graphql<{ createMap: { map: { id: string } } }>(
      'mutation ($input: CreateMapInput!) { createMap(input: $input) { ... on CreateMapPayload { map { id } } ... on UserError { code message } } }',
      { input },
    );
    if (createMap.map === undefined) throw new Error(`No map: ${JSON.stringify(createMap)}`);
    return createMap.map.id;
  }

  /** The columns a card can stand in, and the lanes that take cards. */
  async placesOf(mapId: string): Promise<{ readonly columnIds: string[]; readonly laneIds: string[] }> {
    const { journeyMap } = await this.owner.graphql<{
      journeyMap: {
        stages: { id: string; steps: { id: string }[] }[];
        lanes: { id: string; kind: string }[];
      };
    }>('query ($id: ID!) { journeyMap(id: $id) { stages { id steps { id } } lanes { id kind } } }', {
      id: mapId,
    });
    return {
      columnIds: journeyMap.stages.flatMap(({ id, steps }) =>
        steps.length === 0 ? [id] : steps.map((step) => step.id),
      ),
      laneIds: journeyMap.lanes.filter(({ kind }) => kind !== 'EMOTION').map(({ id }) => id),
    };
  }

  /** Adds a card and answers its id. */
  async addCard(mapId: string, card: NewCard): Promise<string> {
    const { addCard } = await this.owner.graphql<{ addCard: { card: { id: string } } }>(
      'mutation ($input: AddCardInput!) { addCard(input: $input) { ... on AddCardPayload { card { id } } ... on UserError { code message field } } }',
      { input: { mapId, ...card } },
    );
    if (addCard.card === undefined) throw new Error(`No card: ${JSON.stringify(addCard)}`);
    return addCard.card.id;
  }

  /** Fills a map with cards, spread evenly over its cells. */
  async fill(mapId: string, cards: number): Promise<string[]> {
    const { columnIds, laneIds } = await this.placesOf(mapId);
    const ids: string[] = [];
    for (let n = 0; n < cards; n++) {
      const columnId = columnIds[n % columnIds.length] ?? '';
      const laneId = laneIds[Math.floor(n / columnIds.length) % laneIds.length] ?? '';
      const text = { en: `Card ${n} asks what it costs`, id: `Kartu ${n} bertanya berapa harganya` };
      ids.push(await this.addCard(mapId, { columnId, laneId, text }));
    }
    return ids;
  }
}
