/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** How somebody acts. */
export type ActorKind =
  /** A program. */
  | 'API'
  /** A guest by a link. */
  | 'GUEST'
  /** A person in the interface. */
  | 'USER';

/** What `addCard` does, and where. */
export type AddCardInput = {
  /** Behind which one; null = first, absent = last. */
  readonly afterId?: string | null | undefined;
  /** What a pain comes from; null = not said. */
  readonly cause?: PainCause | null | undefined;
  /** The channel it is about; null = none. */
  readonly channel?: ChannelKey | null | undefined;
  /** Made up by you, 1 to 128 characters: however often a call with it is sent within 24 hours, it is done once, and the first result is answered. */
  readonly clientMutationId?: string | null | undefined;
  /** The step, or the stage for a card about the whole stage. */
  readonly columnId: string;
  /** What it is for. */
  readonly kind?: CardKind | null | undefined;
  /** The lane. */
  readonly laneId: string;
  /** The map. */
  readonly mapId: string;
  /** Its tags. */
  readonly tags?: ReadonlyArray<string> | null | undefined;
  /** The team it belongs to; null = none. */
  readonly team?: TeamKind | null | undefined;
  /** The text. */
  readonly text: LocalizedTextInput;
};

/** `addCard` as part of a batch. */
export type AddCardOperationInput = {
  /** Behind which one; null = first, absent = last. */
  readonly afterId?: string | null | undefined;
  /** What a pain comes from; null = not said. */
  readonly cause?: PainCause | null | undefined;
  /** The channel it is about; null = none. */
  readonly channel?: ChannelKey | null | undefined;
  /** The step, or the stage for a card about the whole stage. */
  readonly columnId: string;
  /** What it is for. */
  readonly kind?: CardKind | null | undefined;
  /** The lane. */
  readonly laneId: string;
  /** A name for what is added, for the operations behind it: where they want its id they write `#` and this name. */
  readonly ref?: string | null | undefined;
  /** Its tags. */
  readonly tags?: ReadonlyArray<string> | null | undefined;
  /** The team it belongs to; null = none. */
  readonly team?: TeamKind | null | undefined;
  /** The text. */
  readonly text: LocalizedTextInput;
};

/** `addLane` as part of a batch. */
export type AddLaneOperationInput = {
  /** Behind which one; null = first, absent = last. */
  readonly afterId?: string | null | undefined;
  /** The palette entry; null = none. */
  readonly colour?: Colour | null | undefined;
  /** What it is for. */
  readonly kind: LaneKind;
  /** The name. */
  readonly name?: LocalizedTextInput | null | undefined;
  /** A name for what is added, for the operations behind it: where they want its id they write `#` and this name. */
  readonly ref?: string | null | undefined;
};

/** `addPersona` as part of a batch. */
export type AddPersonaOperationInput = {
  /** Behind which one; null = first, absent = last. */
  readonly afterId?: string | null | undefined;
  /** Who that is. */
  readonly description?: LocalizedTextInput | null | undefined;
  /** The name. */
  readonly name: LocalizedTextInput;
  /** A name for what is added, for the operations behind it: where they want its id they write `#` and this name. */
  readonly ref?: string | null | undefined;
};

/** `addStage` as part of a batch. */
export type AddStageOperationInput = {
  /** Behind which one; null = first, absent = last. */
  readonly afterId?: string | null | undefined;
  /** What the brand wants in the stage. */
  readonly brandGoal?: LocalizedTextInput | null | undefined;
  /** The palette entry; null = none. */
  readonly colour?: Colour | null | undefined;
  /** The name. */
  readonly name: LocalizedTextInput;
  /** Before, at or after the purchase; null = not said. */
  readonly position?: PurchasePosition | null | undefined;
  /** What the stage is for. */
  readonly purpose?: LocalizedTextInput | null | undefined;
  /** A name for what is added, for the operations behind it: where they want its id they write `#` and this name. */
  readonly ref?: string | null | undefined;
};

/** `addStep` as part of a batch. */
export type AddStepOperationInput = {
  /** What the customer does to go on. */
  readonly advanceAct?: LocalizedTextInput | null | undefined;
  /** Behind which one; null = first, absent = last. */
  readonly afterId?: string | null | undefined;
  /** The palette entry; null = none. */
  readonly colour?: Colour | null | undefined;
  /** What the customer does instead when they do not go on. */
  readonly exitAct?: LocalizedTextInput | null | undefined;
  /** The name. */
  readonly name: LocalizedTextInput;
  /** A name for what is added, for the operations behind it: where they want its id they write `#` and this name. */
  readonly ref?: string | null | undefined;
  /** The stage. */
  readonly stageId: string;
};

/** A batch of operations, and where. */
export type ApplyOperationsInput = {
  /** Made up by you, 1 to 128 characters: however often a call with it is sent within 24 hours, it is done once, and the first result is answered. */
  readonly clientMutationId?: string | null | undefined;
  /** Only if nothing that this writes was changed after that version, field by field; else `VERSION_CONFLICT`. A version that is too old to tell counts as changed. */
  readonly ifVersion?: string | null | undefined;
  /** The map. */
  readonly mapId: string;
  /** What to do, in order; 1 to 500. */
  readonly operations: ReadonlyArray<OperationInput>;
  /** Does what can be done instead of all or nothing. */
  readonly partial?: boolean | null | undefined;
};

/** What a card says. */
export type CardKind =
  /** What the customer does. */
  | 'ACTION'
  /** What the customer could do instead. */
  | 'ALTERNATIVE'
  /** What staff do out of sight. */
  | 'BACKSTAGE'
  /** By which channel they meet. */
  | 'CHANNEL'
  /** What the customer sees and holds as proof of the service. */
  | 'EVIDENCE'
  /** What staff do in sight of the customer. */
  | 'FRONTSTAGE'
  /** What goes well for the customer. */
  | 'GAIN'
  /** What or who sways the customer. */
  | 'INFLUENCE'
  /** What drives the customer. */
  | 'MOTIVATION'
  /** Anything else. */
  | 'NOTE'
  /** What could be better. */
  | 'OPPORTUNITY'
  /** What goes wrong for the customer; may have a `cause`. */
  | 'PAIN_POINT'
  /** Who takes part, and as what. */
  | 'PARTICIPANT_ROLE'
  /** What is asked and not answered; open until it is `resolved`. */
  | 'QUESTION'
  /** What the step needs. */
  | 'RESOURCE'
  /** A process or system that supports the staff. */
  | 'SUPPORT'
  /** Where the customer meets the company. */
  | 'TOUCHPOINT';

/** A channel between company and customer. */
export type ChannelKey =
  /** Channel: advertising. */
  | 'ADVERTISING'
  /** Channel: blog. */
  | 'BLOG'
  /** Channel: brochure. */
  | 'BROCHURE'
  /** Channel: direct selling. */
  | 'DIRECT_SELLING'
  /** Channel: email. */
  | 'EMAIL'
  /** Channel: event. */
  | 'EVENT'
  /** Channel: marketplace. */
  | 'MARKETPLACE'
  /** Channel: messaging. */
  | 'MESSAGING'
  /** Channel: mobile app. */
  | 'MOBILE_APP'
  /** Channel: online shop. */
  | 'ONLINE_SHOP'
  /** Channel: other. */
  | 'OTHER'
  /** Channel: paid media. */
  | 'PAID_MEDIA'
  /** Channel: portal. */
  | 'PORTAL'
  /** Channel: radio. */
  | 'RADIO'
  /** Channel: service chat. */
  | 'SERVICE_CHAT'
  /** Channel: sms. */
  | 'SMS'
  /** Channel: social media. */
  | 'SOCIAL_MEDIA'
  /** Channel: tv. */
  | 'TV'
  /** Channel: web. */
  | 'WEB';

/** An entry of the palette; the shade itself depends on the theme. */
export type Colour =
  /** The palette entry amber. */
  | 'AMBER'
  /** The palette entry blue. */
  | 'BLUE'
  /** The palette entry coral. */
  | 'CORAL'
  /** The palette entry olive. */
  | 'OLIVE'
  /** The palette entry rose. */
  | 'ROSE'
  /** The palette entry slate. */
  | 'SLATE'
  /** The palette entry teal. */
  | 'TEAL'
  /** The palette entry violet. */
  | 'VIOLET';

/** The new map. */
export type CreateMapInput = {
  /** Made up by you, 1 to 128 characters: however often a call with it is sent within 24 hours, it is done once, and the first result is answered. */
  readonly clientMutationId?: string | null | undefined;
  /** The language of the title; yours unless told. */
  readonly locale?: Locale | null | undefined;
  /** What it begins as. */
  readonly template: MapTemplateKey;
  /** Its title, in the language of `locale`. */
  readonly title: string;
  /** What it describes; `CURRENT_STATE` unless told. */
  readonly type?: MapType | null | undefined;
  /** The workspace it will belong to. */
  readonly workspaceId: string;
};

/** Where to, and what is told. */
export type CreateWebhookInput = {
  /** What is told; everything unless given. */
  readonly kinds?: ReadonlyArray<JourneyEventKind> | null | undefined;
  /** Of which maps, up to 50; of all unless given. */
  readonly mapIds?: ReadonlyArray<string> | null | undefined;
  /** An https address on port 443 or 8443 of a public host. */
  readonly url: string;
  /** Id of the workspace. */
  readonly workspaceId: string;
};

/** What `deleteCard` does, and where. */
export type DeleteCardInput = {
  /** The card. */
  readonly cardId: string;
  /** Made up by you, 1 to 128 characters: however often a call with it is sent within 24 hours, it is done once, and the first result is answered. */
  readonly clientMutationId?: string | null | undefined;
  /** Only if nothing that this writes was changed after that version, field by field; else `VERSION_CONFLICT`. A version that is too old to tell counts as changed. */
  readonly ifVersion?: string | null | undefined;
  /** The map. */
  readonly mapId: string;
};

/** `deleteCard` as part of a batch. */
export type DeleteCardOperationInput = {
  /** The card. */
  readonly cardId: string;
};

/** `deleteLane` as part of a batch. */
export type DeleteLaneOperationInput = {
  /** The lane. */
  readonly laneId: string;
};

/** Which map to delete. */
export type DeleteMapInput = {
  /** Made up by you, 1 to 128 characters: however often a call with it is sent within 24 hours, it is done once, and the first result is answered. */
  readonly clientMutationId?: string | null | undefined;
  /** The map. */
  readonly mapId: string;
};

/** `deletePersona` as part of a batch. */
export type DeletePersonaOperationInput = {
  /** The persona. */
  readonly personaId: string;
};

/** `deleteStage` as part of a batch. */
export type DeleteStageOperationInput = {
  /** The stage. */
  readonly stageId: string;
};

/** `deleteStep` as part of a batch. */
export type DeleteStepOperationInput = {
  /** The step. */
  readonly stepId: string;
};

/** Which webhook. */
export type DeleteWebhookInput = {
  /** Made up by you, 1 to 128 characters: however often a call with it is sent within 24 hours, it is done once, and the first result is answered. */
  readonly clientMutationId?: string | null | undefined;
  /** Id of a webhook of a workspace whose webhooks you manage. */
  readonly webhookId: string;
};

/** `editCard` as part of a batch. */
export type EditCardOperationInput = {
  /** The card. */
  readonly cardId: string;
  /** What a pain comes from; null = not said. */
  readonly cause?: PainCause | null | undefined;
  /** The channel it is about; null = none. */
  readonly channel?: ChannelKey | null | undefined;
  /** What it is for. */
  readonly kind?: CardKind | null | undefined;
  /** Whether a question is answered. */
  readonly resolved?: boolean | null | undefined;
  /** The team it belongs to; null = none. */
  readonly team?: TeamKind | null | undefined;
};

/** A Mermaid journey to become a map. */
export type ImportMermaidInput = {
  /** Made up by you, 1 to 128 characters: however often a call with it is sent within 24 hours, it is done once, and the first result is answered. */
  readonly clientMutationId?: string | null | undefined;
  /** The language the file is written in; yours unless told. */
  readonly locale?: Locale | null | undefined;
  /** The file. */
  readonly text: string;
  /** The title where the file has none. */
  readonly title?: string | null | undefined;
  /** What the map describes; `CURRENT_STATE` unless told. */
  readonly type?: MapType | null | undefined;
  /** The workspace the map will belong to. */
  readonly workspaceId: string;
};

/** What can happen on a map. */
export type JourneyEventKind =
  /** A card was added. */
  | 'CARD_ADDED'
  /** A card was deleted; it can be restored. */
  | 'CARD_DELETED'
  /** A card says something else, or has another look. */
  | 'CARD_EDITED'
  /** A card has another place. */
  | 'CARD_MOVED'
  /** A card came back after it was deleted. */
  | 'CARD_RESTORED'
  /** A card has other tags. */
  | 'CARD_TAGGED'
  /** Charter is another. */
  | 'CHARTER_CHANGED'
  /** Current state map is another. */
  | 'CURRENT_STATE_MAP_CHANGED'
  /** A feeling is another. */
  | 'EMOTION_CHANGED'
  /** A lane was added. */
  | 'LANE_ADDED'
  /** A lane was deleted; it can be restored. */
  | 'LANE_DELETED'
  /** A lane says something else, or has another look. */
  | 'LANE_EDITED'
  /** A lane has another name. */
  | 'LANE_RENAMED'
  /** A lane has another place among its like. */
  | 'LANE_REORDERED'
  /** A lane came back after it was deleted. */
  | 'LANE_RESTORED'
  /** The map was made. */
  | 'MAP_CREATED'
  /** The map has another name. */
  | 'MAP_RENAMED'
  /** Map type is another. */
  | 'MAP_TYPE_CHANGED'
  /** A persona was added. */
  | 'PERSONA_ADDED'
  /** A persona was deleted; it can be restored. */
  | 'PERSONA_DELETED'
  /** A persona says something else, or has another look. */
  | 'PERSONA_EDITED'
  /** A persona has another name. */
  | 'PERSONA_RENAMED'
  /** A persona has another place among its like. */
  | 'PERSONA_REORDERED'
  /** A persona came back after it was deleted. */
  | 'PERSONA_RESTORED'
  /** A stage was added. */
  | 'STAGE_ADDED'
  /** A stage was deleted; it can be restored. */
  | 'STAGE_DELETED'
  /** A stage says something else, or has another look. */
  | 'STAGE_EDITED'
  /** A stage has another name. */
  | 'STAGE_RENAMED'
  /** A stage has another place among its like. */
  | 'STAGE_REORDERED'
  /** A stage came back after it was deleted. */
  | 'STAGE_RESTORED'
  /** A step was added. */
  | 'STEP_ADDED'
  /** A step was deleted; it can be restored. */
  | 'STEP_DELETED'
  /** A step says something else, or has another look. */
  | 'STEP_EDITED'
  /** A step has another place. */
  | 'STEP_MOVED'
  /** A step has another name. */
  | 'STEP_RENAMED'
  /** A step came back after it was deleted. */
  | 'STEP_RESTORED';

/** Which events come first. */
export type JourneyEventOrder =
  /** What happened last. */
  | 'NEWEST'
  /** The oldest that is kept. */
  | 'OLDEST';

/** What a lane is for. */
export type LaneKind =
  /** What the customer does. */
  | 'ACTION'
  /** What staff do out of sight. */
  | 'BACKSTAGE'
  /** By which channel they meet. */
  | 'CHANNEL'
  /** Whatever its name says. */
  | 'CUSTOM'
  /** How each persona feels: a curve, which holds no cards. */
  | 'EMOTION'
  /** What the customer sees and holds as proof of the service. */
  | 'EVIDENCE'
  /** What staff do in sight of the customer. */
  | 'FRONTSTAGE'
  /** What drives the customer. */
  | 'MOTIVATION'
  /** What could be better. */
  | 'OPPORTUNITY'
  /** What goes wrong for the customer. */
  | 'PAIN_POINT'
  /** What the customer asks themselves, and what nobody knows yet. */
  | 'QUESTION'
  /** What the step needs: people, money, tools. */
  | 'RESOURCE'
  /** Processes and systems that support the staff. */
  | 'SUPPORT'
  /** Where the customer meets the company. */
  | 'TOUCHPOINT';

/** A language that texts are written in. */
export type Locale =
  /** English. */
  | 'EN'
  /** Indonesian. */
  | 'ID';

/** A text in the languages it is written in. */
export type LocalizedTextInput = {
  /** The English text. */
  readonly en?: string | null | undefined;
  /** The Indonesian text. */
  readonly id?: string | null | undefined;
};

/** What a new map can begin as. */
export type MapTemplateKey =
  /** No stages. */
  | 'BLANK'
  /** Five stages, from awareness to advocacy. */
  | 'DIGITAL'
  /** Three stages, for buying in a shop. */
  | 'OFFLINE';

/** What a map describes. */
export type MapType =
  /** How the journey is today. */
  | 'CURRENT_STATE'
  /** A day in the customer's life, beyond the product. */
  | 'DAY_IN_LIFE'
  /** How the journey shall be. */
  | 'FUTURE_STATE'
  /** The journey with the work in front of and behind the line of visibility. */
  | 'SERVICE_BLUEPRINT';

/** What `moveCard` does, and where. */
export type MoveCardInput = {
  /** Behind which one; null = first, absent = last. */
  readonly afterId?: string | null | undefined;
  /** The card. */
  readonly cardId: string;
  /** Made up by you, 1 to 128 characters: however often a call with it is sent within 24 hours, it is done once, and the first result is answered. */
  readonly clientMutationId?: string | null | undefined;
  /** The step, or the stage for a card about the whole stage. */
  readonly columnId: string;
  /** Only if nothing that this writes was changed after that version, field by field; else `VERSION_CONFLICT`. A version that is too old to tell counts as changed. */
  readonly ifVersion?: string | null | undefined;
  /** The lane. */
  readonly laneId: string;
  /** The map. */
  readonly mapId: string;
};

/** `moveCard` as part of a batch. */
export type MoveCardOperationInput = {
  /** Behind which one; null = first, absent = last. */
  readonly afterId?: string | null | undefined;
  /** The card. */
  readonly cardId: string;
  /** The step, or the stage for a card about the whole stage. */
  readonly columnId: string;
  /** The lane. */
  readonly laneId: string;
};

/** `moveLane` as part of a batch. */
export type MoveLaneOperationInput = {
  /** Behind which one; null = first, absent = last. */
  readonly afterId?: string | null | undefined;
  /** The lane. */
  readonly laneId: string;
};

/** `movePersona` as part of a batch. */
export type MovePersonaOperationInput = {
  /** Behind which one; null = first, absent = last. */
  readonly afterId?: string | null | undefined;
  /** The persona. */
  readonly personaId: string;
};

/** `moveStage` as part of a batch. */
export type MoveStageOperationInput = {
  /** Behind which one; null = first, absent = last. */
  readonly afterId?: string | null | undefined;
  /** The stage. */
  readonly stageId: string;
};

/** `moveStep` as part of a batch. */
export type MoveStepOperationInput = {
  /** Behind which one; null = first, absent = last. */
  readonly afterId?: string | null | undefined;
  /** The stage. */
  readonly stageId: string;
  /** The step. */
  readonly stepId: string;
};

/** One operation of a batch: exactly one field is given. */
export type OperationInput =
  {   /** Adds a card to a cell; without a kind it takes that of its lane. */
  readonly addCard: AddCardOperationInput; readonly addLane?: never; readonly addPersona?: never; readonly addStage?: never; readonly addStep?: never; readonly deleteCard?: never; readonly deleteLane?: never; readonly deletePersona?: never; readonly deleteStage?: never; readonly deleteStep?: never; readonly editCard?: never; readonly moveCard?: never; readonly moveLane?: never; readonly movePersona?: never; readonly moveStage?: never; readonly moveStep?: never; readonly recolourLane?: never; readonly recolourStage?: never; readonly recolourStep?: never; readonly restoreCard?: never; readonly restoreStructure?: never; readonly setCardText?: never; readonly setCharter?: never; readonly setCurrentStateMap?: never; readonly setEmotion?: never; readonly setEmotionWord?: never; readonly setLaneName?: never; readonly setMapTitle?: never; readonly setMapType?: never; readonly setPersonaText?: never; readonly setStagePosition?: never; readonly setStageText?: never; readonly setStepText?: never; readonly tagCard?: never; }
  |  { readonly addCard?: never;   /** Adds a lane. */
  readonly addLane: AddLaneOperationInput; readonly addPersona?: never; readonly addStage?: never; readonly addStep?: never; readonly deleteCard?: never; readonly deleteLane?: never; readonly deletePersona?: never; readonly deleteStage?: never; readonly deleteStep?: never; readonly editCard?: never; readonly moveCard?: never; readonly moveLane?: never; readonly movePersona?: never; readonly moveStage?: never; readonly moveStep?: never; readonly recolourLane?: never; readonly recolourStage?: never; readonly recolourStep?: never; readonly restoreCard?: never; readonly restoreStructure?: never; readonly setCardText?: never; readonly setCharter?: never; readonly setCurrentStateMap?: never; readonly setEmotion?: never; readonly setEmotionWord?: never; readonly setLaneName?: never; readonly setMapTitle?: never; readonly setMapType?: never; readonly setPersonaText?: never; readonly setStagePosition?: never; readonly setStageText?: never; readonly setStepText?: never; readonly tagCard?: never; }
  |  { readonly addCard?: never; readonly addLane?: never;   /** Adds a persona. */
  readonly addPersona: AddPersonaOperationInput; readonly addStage?: never; readonly addStep?: never; readonly deleteCard?: never; readonly deleteLane?: never; readonly deletePersona?: never; readonly deleteStage?: never; readonly deleteStep?: never; readonly editCard?: never; readonly moveCard?: never; readonly moveLane?: never; readonly movePersona?: never; readonly moveStage?: never; readonly moveStep?: never; readonly recolourLane?: never; readonly recolourStage?: never; readonly recolourStep?: never; readonly restoreCard?: never; readonly restoreStructure?: never; readonly setCardText?: never; readonly setCharter?: never; readonly setCurrentStateMap?: never; readonly setEmotion?: never; readonly setEmotionWord?: never; readonly setLaneName?: never; readonly setMapTitle?: never; readonly setMapType?: never; readonly setPersonaText?: never; readonly setStagePosition?: never; readonly setStageText?: never; readonly setStepText?: never; readonly tagCard?: never; }
  |  { readonly addCard?: never; readonly addLane?: never; readonly addPersona?: never;   /** Adds a stage. */
  readonly addStage: AddStageOperationInput; readonly addStep?: never; readonly deleteCard?: never; readonly deleteLane?: never; readonly deletePersona?: never; readonly deleteStage?: never; readonly deleteStep?: never; readonly editCard?: never; readonly moveCard?: never; readonly moveLane?: never; readonly movePersona?: never; readonly moveStage?: never; readonly moveStep?: never; readonly recolourLane?: never; readonly recolourStage?: never; readonly recolourStep?: never; readonly restoreCard?: never; readonly restoreStructure?: never; readonly setCardText?: never; readonly setCharter?: never; readonly setCurrentStateMap?: never; readonly setEmotion?: never; readonly setEmotionWord?: never; readonly setLaneName?: never; readonly setMapTitle?: never; readonly setMapType?: never; readonly setPersonaText?: never; readonly setStagePosition?: never; readonly setStageText?: never; readonly setStepText?: never; readonly tagCard?: never; }
  |  { readonly addCard?: never; readonly addLane?: never; readonly addPersona?: never; readonly addStage?: never;   /** Adds a step to a stage. */
  readonly addStep: AddStepOperationInput; readonly deleteCard?: never; readonly deleteLane?: never; readonly deletePersona?: never; readonly deleteStage?: never; readonly deleteStep?: never; readonly editCard?: never; readonly moveCard?: never; readonly moveLane?: never; readonly movePersona?: never; readonly moveStage?: never; readonly moveStep?: never; readonly recolourLane?: never; readonly recolourStage?: never; readonly recolourStep?: never; readonly restoreCard?: never; readonly restoreStructure?: never; readonly setCardText?: never; readonly setCharter?: never; readonly setCurrentStateMap?: never; readonly setEmotion?: never; readonly setEmotionWord?: never; readonly setLaneName?: never; readonly setMapTitle?: never; readonly setMapType?: never; readonly setPersonaText?: never; readonly setStagePosition?: never; readonly setStageText?: never; readonly setStepText?: never; readonly tagCard?: never; }
  |  { readonly addCard?: never; readonly addLane?: never; readonly addPersona?: never; readonly addStage?: never; readonly addStep?: never;   /** Deletes a card. */
  readonly deleteCard: DeleteCardOperationInput; readonly deleteLane?: never; readonly deletePersona?: never; readonly deleteStage?: never; readonly deleteStep?: never; readonly editCard?: never; readonly moveCard?: never; readonly moveLane?: never; readonly movePersona?: never; readonly moveStage?: never; readonly moveStep?: never; readonly recolourLane?: never; readonly recolourStage?: never; readonly recolourStep?: never; readonly restoreCard?: never; readonly restoreStructure?: never; readonly setCardText?: never; readonly setCharter?: never; readonly setCurrentStateMap?: never; readonly setEmotion?: never; readonly setEmotionWord?: never; readonly setLaneName?: never; readonly setMapTitle?: never; readonly setMapType?: never; readonly setPersonaText?: never; readonly setStagePosition?: never; readonly setStageText?: never; readonly setStepText?: never; readonly tagCard?: never; }
  |  { readonly addCard?: never; readonly addLane?: never; readonly addPersona?: never; readonly addStage?: never; readonly addStep?: never; readonly deleteCard?: never;   /** Deletes a lane alone; its cards become unplaced. */
  readonly deleteLane: DeleteLaneOperationInput; readonly deletePersona?: never; readonly deleteStage?: never; readonly deleteStep?: never; readonly editCard?: never; readonly moveCard?: never; readonly moveLane?: never; readonly movePersona?: never; readonly moveStage?: never; readonly moveStep?: never; readonly recolourLane?: never; readonly recolourStage?: never; readonly recolourStep?: never; readonly restoreCard?: never; readonly restoreStructure?: never; readonly setCardText?: never; readonly setCharter?: never; readonly setCurrentStateMap?: never; readonly setEmotion?: never; readonly setEmotionWord?: never; readonly setLaneName?: never; readonly setMapTitle?: never; readonly setMapType?: never; readonly setPersonaText?: never; readonly setStagePosition?: never; readonly setStageText?: never; readonly setStepText?: never; readonly tagCard?: never; }
  |  { readonly addCard?: never; readonly addLane?: never; readonly addPersona?: never; readonly addStage?: never; readonly addStep?: never; readonly deleteCard?: never; readonly deleteLane?: never;   /** Deletes a persona. */
  readonly deletePersona: DeletePersonaOperationInput; readonly deleteStage?: never; readonly deleteStep?: never; readonly editCard?: never; readonly moveCard?: never; readonly moveLane?: never; readonly movePersona?: never; readonly moveStage?: never; readonly moveStep?: never; readonly recolourLane?: never; readonly recolourStage?: never; readonly recolourStep?: never; readonly restoreCard?: never; readonly restoreStructure?: never; readonly setCardText?: never; readonly setCharter?: never; readonly setCurrentStateMap?: never; readonly setEmotion?: never; readonly setEmotionWord?: never; readonly setLaneName?: never; readonly setMapTitle?: never; readonly setMapType?: never; readonly setPersonaText?: never; readonly setStagePosition?: never; readonly setStageText?: never; readonly setStepText?: never; readonly tagCard?: never; }
  |  { readonly addCard?: never; readonly addLane?: never; readonly addPersona?: never; readonly addStage?: never; readonly addStep?: never; readonly deleteCard?: never; readonly deleteLane?: never; readonly deletePersona?: never;   /** Deletes a stage alone; its steps and cards become unplaced. */
  readonly deleteStage: DeleteStageOperationInput; readonly deleteStep?: never; readonly editCard?: never; readonly moveCard?: never; readonly moveLane?: never; readonly movePersona?: never; readonly moveStage?: never; readonly moveStep?: never; readonly recolourLane?: never; readonly recolourStage?: never; readonly recolourStep?: never; readonly restoreCard?: never; readonly restoreStructure?: never; readonly setCardText?: never; readonly setCharter?: never; readonly setCurrentStateMap?: never; readonly setEmotion?: never; readonly setEmotionWord?: never; readonly setLaneName?: never; readonly setMapTitle?: never; readonly setMapType?: never; readonly setPersonaText?: never; readonly setStagePosition?: never; readonly setStageText?: never; readonly setStepText?: never; readonly tagCard?: never; }
  |  { readonly addCard?: never; readonly addLane?: never; readonly addPersona?: never; readonly addStage?: never; readonly addStep?: never; readonly deleteCard?: never; readonly deleteLane?: never; readonly deletePersona?: never; readonly deleteStage?: never;   /** Deletes a step alone; its cards become unplaced. */
  readonly deleteStep: DeleteStepOperationInput; readonly editCard?: never; readonly moveCard?: never; readonly moveLane?: never; readonly movePersona?: never; readonly moveStage?: never; readonly moveStep?: never; readonly recolourLane?: never; readonly recolourStage?: never; readonly recolourStep?: never; readonly restoreCard?: never; readonly restoreStructure?: never; readonly setCardText?: never; readonly setCharter?: never; readonly setCurrentStateMap?: never; readonly setEmotion?: never; readonly setEmotionWord?: never; readonly setLaneName?: never; readonly setMapTitle?: never; readonly setMapType?: never; readonly setPersonaText?: never; readonly setStagePosition?: never; readonly setStageText?: never; readonly setStepText?: never; readonly tagCard?: never; }
  |  { readonly addCard?: never; readonly addLane?: never; readonly addPersona?: never; readonly addStage?: never; readonly addStep?: never; readonly deleteCard?: never; readonly deleteLane?: never; readonly deletePersona?: never; readonly deleteStage?: never; readonly deleteStep?: never;   /** Changes the given fields of a card and leaves the others alone; null clears a field. */
  readonly editCard: EditCardOperationInput; readonly moveCard?: never; readonly moveLane?: never; readonly movePersona?: never; readonly moveStage?: never; readonly moveStep?: never; readonly recolourLane?: never; readonly recolourStage?: never; readonly recolourStep?: never; readonly restoreCard?: never; readonly restoreStructure?: never; readonly setCardText?: never; readonly setCharter?: never; readonly setCurrentStateMap?: never; readonly setEmotion?: never; readonly setEmotionWord?: never; readonly setLaneName?: never; readonly setMapTitle?: never; readonly setMapType?: never; readonly setPersonaText?: never; readonly setStagePosition?: never; readonly setStageText?: never; readonly setStepText?: never; readonly tagCard?: never; }
  |  { readonly addCard?: never; readonly addLane?: never; readonly addPersona?: never; readonly addStage?: never; readonly addStep?: never; readonly deleteCard?: never; readonly deleteLane?: never; readonly deletePersona?: never; readonly deleteStage?: never; readonly deleteStep?: never; readonly editCard?: never;   /** Moves a card to a place in a cell. */
  readonly moveCard: MoveCardOperationInput; readonly moveLane?: never; readonly movePersona?: never; readonly moveStage?: never; readonly moveStep?: never; readonly recolourLane?: never; readonly recolourStage?: never; readonly recolourStep?: never; readonly restoreCard?: never; readonly restoreStructure?: never; readonly setCardText?: never; readonly setCharter?: never; readonly setCurrentStateMap?: never; readonly setEmotion?: never; readonly setEmotionWord?: never; readonly setLaneName?: never; readonly setMapTitle?: never; readonly setMapType?: never; readonly setPersonaText?: never; readonly setStagePosition?: never; readonly setStageText?: never; readonly setStepText?: never; readonly tagCard?: never; }
  |  { readonly addCard?: never; readonly addLane?: never; readonly addPersona?: never; readonly addStage?: never; readonly addStep?: never; readonly deleteCard?: never; readonly deleteLane?: never; readonly deletePersona?: never; readonly deleteStage?: never; readonly deleteStep?: never; readonly editCard?: never; readonly moveCard?: never;   /** Moves a lane. */
  readonly moveLane: MoveLaneOperationInput; readonly movePersona?: never; readonly moveStage?: never; readonly moveStep?: never; readonly recolourLane?: never; readonly recolourStage?: never; readonly recolourStep?: never; readonly restoreCard?: never; readonly restoreStructure?: never; readonly setCardText?: never; readonly setCharter?: never; readonly setCurrentStateMap?: never; readonly setEmotion?: never; readonly setEmotionWord?: never; readonly setLaneName?: never; readonly setMapTitle?: never; readonly setMapType?: never; readonly setPersonaText?: never; readonly setStagePosition?: never; readonly setStageText?: never; readonly setStepText?: never; readonly tagCard?: never; }
  |  { readonly addCard?: never; readonly addLane?: never; readonly addPersona?: never; readonly addStage?: never; readonly addStep?: never; readonly deleteCard?: never; readonly deleteLane?: never; readonly deletePersona?: never; readonly deleteStage?: never; readonly deleteStep?: never; readonly editCard?: never; readonly moveCard?: never; readonly moveLane?: never;   /** Moves a persona in their order. */
  readonly movePersona: MovePersonaOperationInput; readonly moveStage?: never; readonly moveStep?: never; readonly recolourLane?: never; readonly recolourStage?: never; readonly recolourStep?: never; readonly restoreCard?: never; readonly restoreStructure?: never; readonly setCardText?: never; readonly setCharter?: never; readonly setCurrentStateMap?: never; readonly setEmotion?: never; readonly setEmotionWord?: never; readonly setLaneName?: never; readonly setMapTitle?: never; readonly setMapType?: never; readonly setPersonaText?: never; readonly setStagePosition?: never; readonly setStageText?: never; readonly setStepText?: never; readonly tagCard?: never; }
  |  { readonly addCard?: never; readonly addLane?: never; readonly addPersona?: never; readonly addStage?: never; readonly addStep?: never; readonly deleteCard?: never; readonly deleteLane?: never; readonly deletePersona?: never; readonly deleteStage?: never; readonly deleteStep?: never; readonly editCard?: never; readonly moveCard?: never; readonly moveLane?: never; readonly movePersona?: never;   /** Moves a stage, with everything in it. */
  readonly moveStage: MoveStageOperationInput; readonly moveStep?: never; readonly recolourLane?: never; readonly recolourStage?: never; readonly recolourStep?: never; readonly restoreCard?: never; readonly restoreStructure?: never; readonly setCardText?: never; readonly setCharter?: never; readonly setCurrentStateMap?: never; readonly setEmotion?: never; readonly setEmotionWord?: never; readonly setLaneName?: never; readonly setMapTitle?: never; readonly setMapType?: never; readonly setPersonaText?: never; readonly setStagePosition?: never; readonly setStageText?: never; readonly setStepText?: never; readonly tagCard?: never; }
  |  { readonly addCard?: never; readonly addLane?: never; readonly addPersona?: never; readonly addStage?: never; readonly addStep?: never; readonly deleteCard?: never; readonly deleteLane?: never; readonly deletePersona?: never; readonly deleteStage?: never; readonly deleteStep?: never; readonly editCard?: never; readonly moveCard?: never; readonly moveLane?: never; readonly movePersona?: never; readonly moveStage?: never;   /** Moves a step within its stage or to another, with its cards. */
  readonly moveStep: MoveStepOperationInput; readonly recolourLane?: never; readonly recolourStage?: never; readonly recolourStep?: never; readonly restoreCard?: never; readonly restoreStructure?: never; readonly setCardText?: never; readonly setCharter?: never; readonly setCurrentStateMap?: never; readonly setEmotion?: never; readonly setEmotionWord?: never; readonly setLaneName?: never; readonly setMapTitle?: never; readonly setMapType?: never; readonly setPersonaText?: never; readonly setStagePosition?: never; readonly setStageText?: never; readonly setStepText?: never; readonly tagCard?: never; }
  |  { readonly addCard?: never; readonly addLane?: never; readonly addPersona?: never; readonly addStage?: never; readonly addStep?: never; readonly deleteCard?: never; readonly deleteLane?: never; readonly deletePersona?: never; readonly deleteStage?: never; readonly deleteStep?: never; readonly editCard?: never; readonly moveCard?: never; readonly moveLane?: never; readonly movePersona?: never; readonly moveStage?: never; readonly moveStep?: never;   /** Gives a lane a colour, or none. */
  readonly recolourLane: RecolourLaneOperationInput; readonly recolourStage?: never; readonly recolourStep?: never; readonly restoreCard?: never; readonly restoreStructure?: never; readonly setCardText?: never; readonly setCharter?: never; readonly setCurrentStateMap?: never; readonly setEmotion?: never; readonly setEmotionWord?: never; readonly setLaneName?: never; readonly setMapTitle?: never; readonly setMapType?: never; readonly setPersonaText?: never; readonly setStagePosition?: never; readonly setStageText?: never; readonly setStepText?: never; readonly tagCard?: never; }
  |  { readonly addCard?: never; readonly addLane?: never; readonly addPersona?: never; readonly addStage?: never; readonly addStep?: never; readonly deleteCard?: never; readonly deleteLane?: never; readonly deletePersona?: never; readonly deleteStage?: never; readonly deleteStep?: never; readonly editCard?: never; readonly moveCard?: never; readonly moveLane?: never; readonly movePersona?: never; readonly moveStage?: never; readonly moveStep?: never; readonly recolourLane?: never;   /** Gives a stage a colour, or none. */
  readonly recolourStage: RecolourStageOperationInput; readonly recolourStep?: never; readonly restoreCard?: never; readonly restoreStructure?: never; readonly setCardText?: never; readonly setCharter?: never; readonly setCurrentStateMap?: never; readonly setEmotion?: never; readonly setEmotionWord?: never; readonly setLaneName?: never; readonly setMapTitle?: never; readonly setMapType?: never; readonly setPersonaText?: never; readonly setStagePosition?: never; readonly setStageText?: never; readonly setStepText?: never; readonly tagCard?: never; }
  |  { readonly addCard?: never; readonly addLane?: never; readonly addPersona?: never; readonly addStage?: never; readonly addStep?: never; readonly deleteCard?: never; readonly deleteLane?: never; readonly deletePersona?: never; readonly deleteStage?: never; readonly deleteStep?: never; readonly editCard?: never; readonly moveCard?: never; readonly moveLane?: never; readonly movePersona?: never; readonly moveStage?: never; readonly moveStep?: never; readonly recolourLane?: never; readonly recolourStage?: never;   /** Gives a step a colour, or none. */
  readonly recolourStep: RecolourStepOperationInput; readonly restoreCard?: never; readonly restoreStructure?: never; readonly setCardText?: never; readonly setCharter?: never; readonly setCurrentStateMap?: never; readonly setEmotion?: never; readonly setEmotionWord?: never; readonly setLaneName?: never; readonly setMapTitle?: never; readonly setMapType?: never; readonly setPersonaText?: never; readonly setStagePosition?: never; readonly setStageText?: never; readonly setStepText?: never; readonly tagCard?: never; }
  |  { readonly addCard?: never; readonly addLane?: never; readonly addPersona?: never; readonly addStage?: never; readonly addStep?: never; readonly deleteCard?: never; readonly deleteLane?: never; readonly deletePersona?: never; readonly deleteStage?: never; readonly deleteStep?: never; readonly editCard?: never; readonly moveCard?: never; readonly moveLane?: never; readonly movePersona?: never; readonly moveStage?: never; readonly moveStep?: never; readonly recolourLane?: never; readonly recolourStage?: never; readonly recolourStep?: never;   /** Brings back a deleted card, with what was written into it since. */
  readonly restoreCard: RestoreCardOperationInput; readonly restoreStructure?: never; readonly setCardText?: never; readonly setCharter?: never; readonly setCurrentStateMap?: never; readonly setEmotion?: never; readonly setEmotionWord?: never; readonly setLaneName?: never; readonly setMapTitle?: never; readonly setMapType?: never; readonly setPersonaText?: never; readonly setStagePosition?: never; readonly setStageText?: never; readonly setStepText?: never; readonly tagCard?: never; }
  |  { readonly addCard?: never; readonly addLane?: never; readonly addPersona?: never; readonly addStage?: never; readonly addStep?: never; readonly deleteCard?: never; readonly deleteLane?: never; readonly deletePersona?: never; readonly deleteStage?: never; readonly deleteStep?: never; readonly editCard?: never; readonly moveCard?: never; readonly moveLane?: never; readonly movePersona?: never; readonly moveStage?: never; readonly moveStep?: never; readonly recolourLane?: never; readonly recolourStage?: never; readonly recolourStep?: never; readonly restoreCard?: never;   /** Brings back a deleted stage, step, lane or persona, with what pointed to it. */
  readonly restoreStructure: RestoreStructureOperationInput; readonly setCardText?: never; readonly setCharter?: never; readonly setCurrentStateMap?: never; readonly setEmotion?: never; readonly setEmotionWord?: never; readonly setLaneName?: never; readonly setMapTitle?: never; readonly setMapType?: never; readonly setPersonaText?: never; readonly setStagePosition?: never; readonly setStageText?: never; readonly setStepText?: never; readonly tagCard?: never; }
  |  { readonly addCard?: never; readonly addLane?: never; readonly addPersona?: never; readonly addStage?: never; readonly addStep?: never; readonly deleteCard?: never; readonly deleteLane?: never; readonly deletePersona?: never; readonly deleteStage?: never; readonly deleteStep?: never; readonly editCard?: never; readonly moveCard?: never; readonly moveLane?: never; readonly movePersona?: never; readonly moveStage?: never; readonly moveStep?: never; readonly recolourLane?: never; readonly recolourStage?: never; readonly recolourStep?: never; readonly restoreCard?: never; readonly restoreStructure?: never;   /** Writes the text of a card in one language by the smallest difference, so what a colleague types meanwhile stays. */
  readonly setCardText: SetCardTextOperationInput; readonly setCharter?: never; readonly setCurrentStateMap?: never; readonly setEmotion?: never; readonly setEmotionWord?: never; readonly setLaneName?: never; readonly setMapTitle?: never; readonly setMapType?: never; readonly setPersonaText?: never; readonly setStagePosition?: never; readonly setStageText?: never; readonly setStepText?: never; readonly tagCard?: never; }
  |  { readonly addCard?: never; readonly addLane?: never; readonly addPersona?: never; readonly addStage?: never; readonly addStep?: never; readonly deleteCard?: never; readonly deleteLane?: never; readonly deletePersona?: never; readonly deleteStage?: never; readonly deleteStep?: never; readonly editCard?: never; readonly moveCard?: never; readonly moveLane?: never; readonly movePersona?: never; readonly moveStage?: never; readonly moveStep?: never; readonly recolourLane?: never; readonly recolourStage?: never; readonly recolourStep?: never; readonly restoreCard?: never; readonly restoreStructure?: never; readonly setCardText?: never;   /** Writes one field of the charter in one language. */
  readonly setCharter: SetCharterOperationInput; readonly setCurrentStateMap?: never; readonly setEmotion?: never; readonly setEmotionWord?: never; readonly setLaneName?: never; readonly setMapTitle?: never; readonly setMapType?: never; readonly setPersonaText?: never; readonly setStagePosition?: never; readonly setStageText?: never; readonly setStepText?: never; readonly tagCard?: never; }
  |  { readonly addCard?: never; readonly addLane?: never; readonly addPersona?: never; readonly addStage?: never; readonly addStep?: never; readonly deleteCard?: never; readonly deleteLane?: never; readonly deletePersona?: never; readonly deleteStage?: never; readonly deleteStep?: never; readonly editCard?: never; readonly moveCard?: never; readonly moveLane?: never; readonly movePersona?: never; readonly moveStage?: never; readonly moveStep?: never; readonly recolourLane?: never; readonly recolourStage?: never; readonly recolourStep?: never; readonly restoreCard?: never; readonly restoreStructure?: never; readonly setCardText?: never; readonly setCharter?: never;   /** Says which map of the same workspace a future-state map starts from, or none with null; a map you cannot read is `NOT_FOUND`. */
  readonly setCurrentStateMap: SetCurrentStateMapOperationInput; readonly setEmotion?: never; readonly setEmotionWord?: never; readonly setLaneName?: never; readonly setMapTitle?: never; readonly setMapType?: never; readonly setPersonaText?: never; readonly setStagePosition?: never; readonly setStageText?: never; readonly setStepText?: never; readonly tagCard?: never; }
  |  { readonly addCard?: never; readonly addLane?: never; readonly addPersona?: never; readonly addStage?: never; readonly addStep?: never; readonly deleteCard?: never; readonly deleteLane?: never; readonly deletePersona?: never; readonly deleteStage?: never; readonly deleteStep?: never; readonly editCard?: never; readonly moveCard?: never; readonly moveLane?: never; readonly movePersona?: never; readonly moveStage?: never; readonly moveStep?: never; readonly recolourLane?: never; readonly recolourStage?: never; readonly recolourStep?: never; readonly restoreCard?: never; readonly restoreStructure?: never; readonly setCardText?: never; readonly setCharter?: never; readonly setCurrentStateMap?: never;   /** Sets how a persona feels at a step, or clears it with null. */
  readonly setEmotion: SetEmotionOperationInput; readonly setEmotionWord?: never; readonly setLaneName?: never; readonly setMapTitle?: never; readonly setMapType?: never; readonly setPersonaText?: never; readonly setStagePosition?: never; readonly setStageText?: never; readonly setStepText?: never; readonly tagCard?: never; }
  |  { readonly addCard?: never; readonly addLane?: never; readonly addPersona?: never; readonly addStage?: never; readonly addStep?: never; readonly deleteCard?: never; readonly deleteLane?: never; readonly deletePersona?: never; readonly deleteStage?: never; readonly deleteStep?: never; readonly editCard?: never; readonly moveCard?: never; readonly moveLane?: never; readonly movePersona?: never; readonly moveStage?: never; readonly moveStep?: never; readonly recolourLane?: never; readonly recolourStage?: never; readonly recolourStep?: never; readonly restoreCard?: never; readonly restoreStructure?: never; readonly setCardText?: never; readonly setCharter?: never; readonly setCurrentStateMap?: never; readonly setEmotion?: never;   /** Names what a persona feels at a step, in one language. */
  readonly setEmotionWord: SetEmotionWordOperationInput; readonly setLaneName?: never; readonly setMapTitle?: never; readonly setMapType?: never; readonly setPersonaText?: never; readonly setStagePosition?: never; readonly setStageText?: never; readonly setStepText?: never; readonly tagCard?: never; }
  |  { readonly addCard?: never; readonly addLane?: never; readonly addPersona?: never; readonly addStage?: never; readonly addStep?: never; readonly deleteCard?: never; readonly deleteLane?: never; readonly deletePersona?: never; readonly deleteStage?: never; readonly deleteStep?: never; readonly editCard?: never; readonly moveCard?: never; readonly moveLane?: never; readonly movePersona?: never; readonly moveStage?: never; readonly moveStep?: never; readonly recolourLane?: never; readonly recolourStage?: never; readonly recolourStep?: never; readonly restoreCard?: never; readonly restoreStructure?: never; readonly setCardText?: never; readonly setCharter?: never; readonly setCurrentStateMap?: never; readonly setEmotion?: never; readonly setEmotionWord?: never;   /** Writes the name of a lane in one language. */
  readonly setLaneName: SetLaneNameOperationInput; readonly setMapTitle?: never; readonly setMapType?: never; readonly setPersonaText?: never; readonly setStagePosition?: never; readonly setStageText?: never; readonly setStepText?: never; readonly tagCard?: never; }
  |  { readonly addCard?: never; readonly addLane?: never; readonly addPersona?: never; readonly addStage?: never; readonly addStep?: never; readonly deleteCard?: never; readonly deleteLane?: never; readonly deletePersona?: never; readonly deleteStage?: never; readonly deleteStep?: never; readonly editCard?: never; readonly moveCard?: never; readonly moveLane?: never; readonly movePersona?: never; readonly moveStage?: never; readonly moveStep?: never; readonly recolourLane?: never; readonly recolourStage?: never; readonly recolourStep?: never; readonly restoreCard?: never; readonly restoreStructure?: never; readonly setCardText?: never; readonly setCharter?: never; readonly setCurrentStateMap?: never; readonly setEmotion?: never; readonly setEmotionWord?: never; readonly setLaneName?: never;   /** Writes the title of a map in one language. */
  readonly setMapTitle: SetMapTitleOperationInput; readonly setMapType?: never; readonly setPersonaText?: never; readonly setStagePosition?: never; readonly setStageText?: never; readonly setStepText?: never; readonly tagCard?: never; }
  |  { readonly addCard?: never; readonly addLane?: never; readonly addPersona?: never; readonly addStage?: never; readonly addStep?: never; readonly deleteCard?: never; readonly deleteLane?: never; readonly deletePersona?: never; readonly deleteStage?: never; readonly deleteStep?: never; readonly editCard?: never; readonly moveCard?: never; readonly moveLane?: never; readonly movePersona?: never; readonly moveStage?: never; readonly moveStep?: never; readonly recolourLane?: never; readonly recolourStage?: never; readonly recolourStep?: never; readonly restoreCard?: never; readonly restoreStructure?: never; readonly setCardText?: never; readonly setCharter?: never; readonly setCurrentStateMap?: never; readonly setEmotion?: never; readonly setEmotionWord?: never; readonly setLaneName?: never; readonly setMapTitle?: never;   /** Changes the type of a map; missing lanes of the type are added, no card is lost. */
  readonly setMapType: SetMapTypeOperationInput; readonly setPersonaText?: never; readonly setStagePosition?: never; readonly setStageText?: never; readonly setStepText?: never; readonly tagCard?: never; }
  |  { readonly addCard?: never; readonly addLane?: never; readonly addPersona?: never; readonly addStage?: never; readonly addStep?: never; readonly deleteCard?: never; readonly deleteLane?: never; readonly deletePersona?: never; readonly deleteStage?: never; readonly deleteStep?: never; readonly editCard?: never; readonly moveCard?: never; readonly moveLane?: never; readonly movePersona?: never; readonly moveStage?: never; readonly moveStep?: never; readonly recolourLane?: never; readonly recolourStage?: never; readonly recolourStep?: never; readonly restoreCard?: never; readonly restoreStructure?: never; readonly setCardText?: never; readonly setCharter?: never; readonly setCurrentStateMap?: never; readonly setEmotion?: never; readonly setEmotionWord?: never; readonly setLaneName?: never; readonly setMapTitle?: never; readonly setMapType?: never;   /** Writes a text of a persona in one language. */
  readonly setPersonaText: SetPersonaTextOperationInput; readonly setStagePosition?: never; readonly setStageText?: never; readonly setStepText?: never; readonly tagCard?: never; }
  |  { readonly addCard?: never; readonly addLane?: never; readonly addPersona?: never; readonly addStage?: never; readonly addStep?: never; readonly deleteCard?: never; readonly deleteLane?: never; readonly deletePersona?: never; readonly deleteStage?: never; readonly deleteStep?: never; readonly editCard?: never; readonly moveCard?: never; readonly moveLane?: never; readonly movePersona?: never; readonly moveStage?: never; readonly moveStep?: never; readonly recolourLane?: never; readonly recolourStage?: never; readonly recolourStep?: never; readonly restoreCard?: never; readonly restoreStructure?: never; readonly setCardText?: never; readonly setCharter?: never; readonly setCurrentStateMap?: never; readonly setEmotion?: never; readonly setEmotionWord?: never; readonly setLaneName?: never; readonly setMapTitle?: never; readonly setMapType?: never; readonly setPersonaText?: never;   /** Says where a stage stands to the purchase. */
  readonly setStagePosition: SetStagePositionOperationInput; readonly setStageText?: never; readonly setStepText?: never; readonly tagCard?: never; }
  |  { readonly addCard?: never; readonly addLane?: never; readonly addPersona?: never; readonly addStage?: never; readonly addStep?: never; readonly deleteCard?: never; readonly deleteLane?: never; readonly deletePersona?: never; readonly deleteStage?: never; readonly deleteStep?: never; readonly editCard?: never; readonly moveCard?: never; readonly moveLane?: never; readonly movePersona?: never; readonly moveStage?: never; readonly moveStep?: never; readonly recolourLane?: never; readonly recolourStage?: never; readonly recolourStep?: never; readonly restoreCard?: never; readonly restoreStructure?: never; readonly setCardText?: never; readonly setCharter?: never; readonly setCurrentStateMap?: never; readonly setEmotion?: never; readonly setEmotionWord?: never; readonly setLaneName?: never; readonly setMapTitle?: never; readonly setMapType?: never; readonly setPersonaText?: never; readonly setStagePosition?: never;   /** Writes a text of a stage in one language. */
  readonly setStageText: SetStageTextOperationInput; readonly setStepText?: never; readonly tagCard?: never; }
  |  { readonly addCard?: never; readonly addLane?: never; readonly addPersona?: never; readonly addStage?: never; readonly addStep?: never; readonly deleteCard?: never; readonly deleteLane?: never; readonly deletePersona?: never; readonly deleteStage?: never; readonly deleteStep?: never; readonly editCard?: never; readonly moveCard?: never; readonly moveLane?: never; readonly movePersona?: never; readonly moveStage?: never; readonly moveStep?: never; readonly recolourLane?: never; readonly recolourStage?: never; readonly recolourStep?: never; readonly restoreCard?: never; readonly restoreStructure?: never; readonly setCardText?: never; readonly setCharter?: never; readonly setCurrentStateMap?: never; readonly setEmotion?: never; readonly setEmotionWord?: never; readonly setLaneName?: never; readonly setMapTitle?: never; readonly setMapType?: never; readonly setPersonaText?: never; readonly setStagePosition?: never; readonly setStageText?: never;   /** Writes a text of a step in one language. */
  readonly setStepText: SetStepTextOperationInput; readonly tagCard?: never; }
  |  { readonly addCard?: never; readonly addLane?: never; readonly addPersona?: never; readonly addStage?: never; readonly addStep?: never; readonly deleteCard?: never; readonly deleteLane?: never; readonly deletePersona?: never; readonly deleteStage?: never; readonly deleteStep?: never; readonly editCard?: never; readonly moveCard?: never; readonly moveLane?: never; readonly movePersona?: never; readonly moveStage?: never; readonly moveStep?: never; readonly recolourLane?: never; readonly recolourStage?: never; readonly recolourStep?: never; readonly restoreCard?: never; readonly restoreStructure?: never; readonly setCardText?: never; readonly setCharter?: never; readonly setCurrentStateMap?: never; readonly setEmotion?: never; readonly setEmotionWord?: never; readonly setLaneName?: never; readonly setMapTitle?: never; readonly setMapType?: never; readonly setPersonaText?: never; readonly setStagePosition?: never; readonly setStageText?: never; readonly setStepText?: never;   /** Adds and removes tags of a card. */
  readonly tagCard: TagCardOperationInput; };

/** What a pain point comes from. */
export type PainCause =
  /** Cause: other. */
  | 'OTHER'
  /** Cause: price. */
  | 'PRICE'
  /** Cause: process. */
  | 'PROCESS';

/** Where a stage stands to the purchase. */
export type PurchasePosition =
  /** After the purchase. */
  | 'POST_PURCHASE'
  /** Before the purchase. */
  | 'PRE_PURCHASE'
  /** The purchase itself. */
  | 'PURCHASE';

/** `recolourLane` as part of a batch. */
export type RecolourLaneOperationInput = {
  /** The palette entry; null = none. */
  readonly colour?: Colour | null | undefined;
  /** The lane. */
  readonly laneId: string;
};

/** `recolourStage` as part of a batch. */
export type RecolourStageOperationInput = {
  /** The palette entry; null = none. */
  readonly colour?: Colour | null | undefined;
  /** The stage. */
  readonly stageId: string;
};

/** `recolourStep` as part of a batch. */
export type RecolourStepOperationInput = {
  /** The palette entry; null = none. */
  readonly colour?: Colour | null | undefined;
  /** The step. */
  readonly stepId: string;
};

/** `restoreCard` as part of a batch. */
export type RestoreCardOperationInput = {
  /** The card. */
  readonly cardId: string;
};

/** `restoreStructure` as part of a batch. */
export type RestoreStructureOperationInput = {
  /** The deleted stage, step, lane or persona. */
  readonly recordId: string;
};

/** What somebody is in a workspace. Ask `viewerCan` for what you may do instead of inferring it. */
export type Role =
  /** Edits, invites, manages members, deletes maps. */
  | 'ADMIN'
  /** Reads; comments where commenting is offered. */
  | 'COMMENTER'
  /** Makes and edits maps. */
  | 'EDITOR'
  /** Everything, and says who else is an owner. */
  | 'OWNER'
  /** Reads. */
  | 'VIEWER';

/** Which webhook. */
export type RotateWebhookSecretInput = {
  /** Id of a webhook of a workspace whose webhooks you manage. */
  readonly webhookId: string;
};

/** `setCardText` as part of a batch. */
export type SetCardTextOperationInput = {
  /** The card. */
  readonly cardId: string;
  /** The language of the text. */
  readonly locale: Locale;
  /** The text. */
  readonly text: string;
};

/** The texts that `setCharter` can write. */
export type SetCharterField =
  /** About whom. */
  | 'ABOUT'
  /** On which experience. */
  | 'EXPERIENCE'
  /** Towards which goals. */
  | 'GOALS'
  /** Why the map is made. */
  | 'WHY';

/** `setCharter` as part of a batch. */
export type SetCharterOperationInput = {
  /** Which text. */
  readonly field: SetCharterField;
  /** The language of the text. */
  readonly locale: Locale;
  /** The text. */
  readonly text: string;
};

/** `setCurrentStateMap` as part of a batch. */
export type SetCurrentStateMapOperationInput = {
  /** The map that shows the journey as it is today; null = none. */
  readonly currentStateMapId?: string | null | undefined;
};

/** What `setEmotion` does, and where. */
export type SetEmotionInput = {
  /** Made up by you, 1 to 128 characters: however often a call with it is sent within 24 hours, it is done once, and the first result is answered. */
  readonly clientMutationId?: string | null | undefined;
  /** Only if nothing that this writes was changed after that version, field by field; else `VERSION_CONFLICT`. A version that is too old to tell counts as changed. */
  readonly ifVersion?: string | null | undefined;
  /** The map. */
  readonly mapId: string;
  /** The persona. */
  readonly personaId: string;
  /** From -2 (bad) to 2 (good); null clears it. */
  readonly score?: number | null | undefined;
  /** The step. */
  readonly stepId: string;
};

/** `setEmotion` as part of a batch. */
export type SetEmotionOperationInput = {
  /** The persona. */
  readonly personaId: string;
  /** From -2 (bad) to 2 (good); null clears it. */
  readonly score?: number | null | undefined;
  /** The step. */
  readonly stepId: string;
};

/** `setEmotionWord` as part of a batch. */
export type SetEmotionWordOperationInput = {
  /** The language of the text. */
  readonly locale: Locale;
  /** The persona. */
  readonly personaId: string;
  /** The step. */
  readonly stepId: string;
  /** The text. */
  readonly text: string;
};

/** `setLaneName` as part of a batch. */
export type SetLaneNameOperationInput = {
  /** The lane. */
  readonly laneId: string;
  /** The language of the text. */
  readonly locale: Locale;
  /** The text. */
  readonly text: string;
};

/** `setMapTitle` as part of a batch. */
export type SetMapTitleOperationInput = {
  /** The language of the text. */
  readonly locale: Locale;
  /** The text. */
  readonly text: string;
};

/** `setMapType` as part of a batch. */
export type SetMapTypeOperationInput = {
  /** The type of the map. */
  readonly type: MapType;
};

/** The texts that `setPersonaText` can write. */
export type SetPersonaTextField =
  /** Who that is. */
  | 'DESCRIPTION'
  /** The name. */
  | 'NAME';

/** `setPersonaText` as part of a batch. */
export type SetPersonaTextOperationInput = {
  /** Which text. */
  readonly field: SetPersonaTextField;
  /** The language of the text. */
  readonly locale: Locale;
  /** The persona. */
  readonly personaId: string;
  /** The text. */
  readonly text: string;
};

/** `setStagePosition` as part of a batch. */
export type SetStagePositionOperationInput = {
  /** Before, at or after the purchase; null = not said. */
  readonly position?: PurchasePosition | null | undefined;
  /** The stage. */
  readonly stageId: string;
};

/** The texts that `setStageText` can write. */
export type SetStageTextField =
  /** What the brand wants in the stage. */
  | 'BRAND_GOAL'
  /** The name. */
  | 'NAME'
  /** What the stage is for. */
  | 'PURPOSE';

/** `setStageText` as part of a batch. */
export type SetStageTextOperationInput = {
  /** Which text. */
  readonly field: SetStageTextField;
  /** The language of the text. */
  readonly locale: Locale;
  /** The stage. */
  readonly stageId: string;
  /** The text. */
  readonly text: string;
};

/** The texts that `setStepText` can write. */
export type SetStepTextField =
  /** What the customer does to go on. */
  | 'ADVANCE_ACT'
  /** What the customer does instead when they do not go on. */
  | 'EXIT_ACT'
  /** The name. */
  | 'NAME';

/** `setStepText` as part of a batch. */
export type SetStepTextOperationInput = {
  /** Which text. */
  readonly field: SetStepTextField;
  /** The language of the text. */
  readonly locale: Locale;
  /** The step. */
  readonly stepId: string;
  /** The text. */
  readonly text: string;
};

/** `tagCard` as part of a batch. */
export type TagCardOperationInput = {
  /** Tags to add. */
  readonly add?: ReadonlyArray<string> | null | undefined;
  /** The card. */
  readonly cardId: string;
  /** Tags to remove. */
  readonly remove?: ReadonlyArray<string> | null | undefined;
};

/** A team of the organisation. */
export type TeamKind =
  /** Team: marketing. */
  | 'MARKETING'
  /** Team: other. */
  | 'OTHER'
  /** Team: product. */
  | 'PRODUCT'
  /** Team: sales. */
  | 'SALES'
  /** Team: service. */
  | 'SERVICE';

/** Which webhook. */
export type TestWebhookInput = {
  /** Made up by you, 1 to 128 characters: however often a call with it is sent within 24 hours, it is done once, and the first result is answered. */
  readonly clientMutationId?: string | null | undefined;
  /** Id of a webhook of a workspace whose webhooks you manage. */
  readonly webhookId: string;
};

/** What of a card to change, and where. */
export type UpdateCardInput = {
  /** Tags to add. */
  readonly addTags?: ReadonlyArray<string> | null | undefined;
  /** The card. */
  readonly cardId: string;
  /** What a pain comes from; null = not said. */
  readonly cause?: PainCause | null | undefined;
  /** The channel it is about; null = none. */
  readonly channel?: ChannelKey | null | undefined;
  /** Made up by you, 1 to 128 characters: however often a call with it is sent within 24 hours, it is done once, and the first result is answered. */
  readonly clientMutationId?: string | null | undefined;
  /** Only if nothing that this writes was changed after that version, field by field; else `VERSION_CONFLICT`. A version that is too old to tell counts as changed. */
  readonly ifVersion?: string | null | undefined;
  /** What it is for. */
  readonly kind?: CardKind | null | undefined;
  /** The map. */
  readonly mapId: string;
  /** Tags to remove. */
  readonly removeTags?: ReadonlyArray<string> | null | undefined;
  /** Whether a question is answered. */
  readonly resolved?: boolean | null | undefined;
  /** The team it belongs to; null = none. */
  readonly team?: TeamKind | null | undefined;
  /** The text, in the languages that are given. */
  readonly text?: LocalizedTextInput | null | undefined;
};

/** What is to be different; what is left out stays. */
export type UpdateWebhookInput = {
  /** Made up by you, 1 to 128 characters: however often a call with it is sent within 24 hours, it is done once, and the first result is answered. */
  readonly clientMutationId?: string | null | undefined;
  /** true: nothing is sent. false: it goes on, with what happened meanwhile, as far as that is kept. */
  readonly isPaused?: boolean | null | undefined;
  /** What is told; null is everything. */
  readonly kinds?: ReadonlyArray<JourneyEventKind> | null | undefined;
  /** Of which maps, up to 50; null is all. */
  readonly mapIds?: ReadonlyArray<string> | null | undefined;
  /** An https address on port 443 or 8443 of a public host. */
  readonly url?: string | null | undefined;
  /** Id of a webhook of a workspace whose webhooks you manage. */
  readonly webhookId: string;
};

/** How far a delivery is. */
export type WebhookDeliveryState =
  /** The receiver answered 2xx. */
  | 'DELIVERED'
  /** Given up after a day. */
  | 'FAILED'
  /** Waits for its webhook to go on. */
  | 'HELD'
  /** To be sent, or sent again. */
  | 'PENDING';

/** What a delivery tells. */
export type WebhookDeliveryType =
  /** What happened on a map: `journey.events`. */
  | 'EVENTS'
  /** Something that cannot be told any more, read the map: `journey.missed`. */
  | 'MISSED'
  /** Nothing but that the way is open: `ping`. */
  | 'PING';

/** Why an attempt was no success. */
export type WebhookFault =
  /** The host is, or resolves to, an address that is not public. */
  | 'ADDRESS'
  /** No connection, or it broke. */
  | 'CONNECTION'
  /** The host cannot be resolved. */
  | 'DNS'
  /** The port is not 443 or 8443. */
  | 'PORT'
  /** Redirects are not followed: give the address it ends at. */
  | 'REDIRECT'
  /** The address is not https. */
  | 'SCHEME'
  /** The answer was not 2xx. */
  | 'STATUS'
  /** No whole answer within 5 s. */
  | 'TIMEOUT'
  /** The certificate is not valid for the host. */
  | 'TLS'
  /** The address cannot be read. */
  | 'URL';

/** Why a webhook sends nothing. */
export type WebhookPauseReason =
  /** Everything failed for long: see its deliveries, then let it go on. */
  | 'FAILING'
  /** Somebody paused it. */
  | 'PERSON'
  /** Its secret cannot be read with the `AUTH_SECRET` of this server: rotate it, then let it go on. */
  | 'SECRET';

type Refusal_ConflictError_Fragment = { readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null };

type Refusal_ForbiddenError_Fragment = { readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null };

type Refusal_IdempotencyMismatchError_Fragment = { readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null };

type Refusal_InProgressError_Fragment = { readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null };

type Refusal_InvalidInputError_Fragment = { readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null };

type Refusal_LastOwnerError_Fragment = { readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null };

type Refusal_LimitError_Fragment = { readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null };

type Refusal_NotFoundError_Fragment = { readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null };

type Refusal_VersionConflictError_Fragment = { readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null };

export type RefusalFragment =
  | Refusal_ConflictError_Fragment
  | Refusal_ForbiddenError_Fragment
  | Refusal_IdempotencyMismatchError_Fragment
  | Refusal_InProgressError_Fragment
  | Refusal_InvalidInputError_Fragment
  | Refusal_LastOwnerError_Fragment
  | Refusal_LimitError_Fragment
  | Refusal_NotFoundError_Fragment
  | Refusal_VersionConflictError_Fragment
;

export type CreateMapMutationVariables = Exact<{
  input: CreateMapInput;
}>;


export type CreateMapMutation = { readonly createMap:
    | { readonly __typename: 'CreateMapPayload', readonly map: { readonly id: string } }
    | { readonly __typename: 'ForbiddenError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'IdempotencyMismatchError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'InProgressError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'LimitError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
   };

export type ImportMermaidMutationVariables = Exact<{
  input: ImportMermaidInput;
}>;


export type ImportMermaidMutation = { readonly importMermaid:
    | { readonly __typename: 'ForbiddenError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'IdempotencyMismatchError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'ImportMermaidPayload', readonly map: { readonly id: string }, readonly skippedLines: ReadonlyArray<{ readonly line: number, readonly text: string, readonly reason: string }>, readonly adjustedLines: ReadonlyArray<{ readonly line: number, readonly text: string, readonly reason: string }> }
    | { readonly __typename: 'InProgressError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'LimitError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
   };

export type DeleteMapMutationVariables = Exact<{
  input: DeleteMapInput;
}>;


export type DeleteMapMutation = { readonly deleteMap:
    | { readonly __typename: 'DeleteMapPayload' }
    | { readonly __typename: 'ForbiddenError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'IdempotencyMismatchError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'InProgressError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'LimitError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
   };

export type AddCardMutationVariables = Exact<{
  input: AddCardInput;
}>;


export type AddCardMutation = { readonly addCard:
    | { readonly __typename: 'AddCardPayload', readonly mapVersion: string, readonly card: { readonly id: string, readonly kind: CardKind, readonly columnId: string, readonly stageId: string | null, readonly stepId: string | null, readonly laneId: string, readonly rank: string, readonly team: TeamKind | null, readonly tags: ReadonlyArray<string>, readonly channel: ChannelKey | null, readonly cause: PainCause | null, readonly resolved: boolean, readonly text: { readonly en: string, readonly id: string } } | null }
    | { readonly __typename: 'ForbiddenError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'IdempotencyMismatchError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'InProgressError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'LimitError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
   };

export type UpdateCardMutationVariables = Exact<{
  input: UpdateCardInput;
}>;


export type UpdateCardMutation = { readonly updateCard:
    | { readonly __typename: 'ForbiddenError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'IdempotencyMismatchError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'InProgressError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'LimitError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'UpdateCardPayload', readonly mapVersion: string, readonly changed: boolean, readonly card: { readonly id: string, readonly kind: CardKind, readonly columnId: string, readonly stageId: string | null, readonly stepId: string | null, readonly laneId: string, readonly rank: string, readonly team: TeamKind | null, readonly tags: ReadonlyArray<string>, readonly channel: ChannelKey | null, readonly cause: PainCause | null, readonly resolved: boolean, readonly text: { readonly en: string, readonly id: string } } | null }
    | { readonly __typename: 'VersionConflictError', readonly mapVersion: string, readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null, readonly card: { readonly id: string, readonly kind: CardKind, readonly columnId: string, readonly stageId: string | null, readonly stepId: string | null, readonly laneId: string, readonly rank: string, readonly team: TeamKind | null, readonly tags: ReadonlyArray<string>, readonly channel: ChannelKey | null, readonly cause: PainCause | null, readonly resolved: boolean, readonly text: { readonly en: string, readonly id: string } } | null }
   };

export type MoveCardMutationVariables = Exact<{
  input: MoveCardInput;
}>;


export type MoveCardMutation = { readonly moveCard:
    | { readonly __typename: 'ForbiddenError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'IdempotencyMismatchError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'InProgressError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'LimitError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'MoveCardPayload', readonly mapVersion: string, readonly card: { readonly id: string, readonly kind: CardKind, readonly columnId: string, readonly stageId: string | null, readonly stepId: string | null, readonly laneId: string, readonly rank: string, readonly team: TeamKind | null, readonly tags: ReadonlyArray<string>, readonly channel: ChannelKey | null, readonly cause: PainCause | null, readonly resolved: boolean, readonly text: { readonly en: string, readonly id: string } } | null }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'VersionConflictError', readonly mapVersion: string, readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null, readonly card: { readonly id: string, readonly kind: CardKind, readonly columnId: string, readonly stageId: string | null, readonly stepId: string | null, readonly laneId: string, readonly rank: string, readonly team: TeamKind | null, readonly tags: ReadonlyArray<string>, readonly channel: ChannelKey | null, readonly cause: PainCause | null, readonly resolved: boolean, readonly text: { readonly en: string, readonly id: string } } | null }
   };

export type DeleteCardMutationVariables = Exact<{
  input: DeleteCardInput;
}>;


export type DeleteCardMutation = { readonly deleteCard:
    | { readonly __typename: 'DeleteCardPayload', readonly mapVersion: string }
    | { readonly __typename: 'ForbiddenError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'IdempotencyMismatchError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'InProgressError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'LimitError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'VersionConflictError', readonly mapVersion: string, readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null, readonly card: { readonly id: string, readonly kind: CardKind, readonly columnId: string, readonly stageId: string | null, readonly stepId: string | null, readonly laneId: string, readonly rank: string, readonly team: TeamKind | null, readonly tags: ReadonlyArray<string>, readonly channel: ChannelKey | null, readonly cause: PainCause | null, readonly resolved: boolean, readonly text: { readonly en: string, readonly id: string } } | null }
   };

export type SetEmotionMutationVariables = Exact<{
  input: SetEmotionInput;
}>;


export type SetEmotionMutation = { readonly setEmotion:
    | { readonly __typename: 'ForbiddenError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'IdempotencyMismatchError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'InProgressError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'LimitError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'SetEmotionPayload', readonly mapVersion: string }
    | { readonly __typename: 'VersionConflictError', readonly mapVersion: string, readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null, readonly emotion: { readonly score: number | null } | null }
   };

export type ApplyOperationsMutationVariables = Exact<{
  input: ApplyOperationsInput;
}>;


export type ApplyOperationsMutation = { readonly applyOperations:
    | { readonly __typename: 'ApplyOperationsPayload', readonly mapVersion: string, readonly results: ReadonlyArray<{ readonly index: number, readonly recordId: string }>, readonly errors: ReadonlyArray<{ readonly index: number, readonly code: string, readonly messageKey: string, readonly field: string }> }
    | { readonly __typename: 'ForbiddenError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'IdempotencyMismatchError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'InProgressError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'LimitError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'VersionConflictError', readonly mapVersion: string, readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
   };

export type CardEventFactsFragment = { readonly kind: CardKind | null, readonly columnId: string | null, readonly laneId: string | null, readonly team: TeamKind | null, readonly tags: ReadonlyArray<string> | null, readonly channel: ChannelKey | null, readonly cause: PainCause | null, readonly resolved: boolean | null, readonly text: { readonly en: string, readonly id: string } | null };

type EventFields_CardAdded_Fragment = { readonly __typename: 'CardAdded', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly after: { readonly kind: CardKind | null, readonly columnId: string | null, readonly laneId: string | null, readonly team: TeamKind | null, readonly tags: ReadonlyArray<string> | null, readonly channel: ChannelKey | null, readonly cause: PainCause | null, readonly resolved: boolean | null, readonly text: { readonly en: string, readonly id: string } | null } | null, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null };

type EventFields_CardDeleted_Fragment = { readonly __typename: 'CardDeleted', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly before: { readonly kind: CardKind | null, readonly columnId: string | null, readonly laneId: string | null, readonly team: TeamKind | null, readonly tags: ReadonlyArray<string> | null, readonly channel: ChannelKey | null, readonly cause: PainCause | null, readonly resolved: boolean | null, readonly text: { readonly en: string, readonly id: string } | null } | null, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null };

type EventFields_CardEdited_Fragment = { readonly __typename: 'CardEdited', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly before: { readonly kind: CardKind | null, readonly columnId: string | null, readonly laneId: string | null, readonly team: TeamKind | null, readonly tags: ReadonlyArray<string> | null, readonly channel: ChannelKey | null, readonly cause: PainCause | null, readonly resolved: boolean | null, readonly text: { readonly en: string, readonly id: string } | null } | null, readonly after: { readonly kind: CardKind | null, readonly columnId: string | null, readonly laneId: string | null, readonly team: TeamKind | null, readonly tags: ReadonlyArray<string> | null, readonly channel: ChannelKey | null, readonly cause: PainCause | null, readonly resolved: boolean | null, readonly text: { readonly en: string, readonly id: string } | null } | null, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null };

type EventFields_CardMoved_Fragment = { readonly __typename: 'CardMoved', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly before: { readonly kind: CardKind | null, readonly columnId: string | null, readonly laneId: string | null, readonly team: TeamKind | null, readonly tags: ReadonlyArray<string> | null, readonly channel: ChannelKey | null, readonly cause: PainCause | null, readonly resolved: boolean | null, readonly text: { readonly en: string, readonly id: string } | null } | null, readonly after: { readonly kind: CardKind | null, readonly columnId: string | null, readonly laneId: string | null, readonly team: TeamKind | null, readonly tags: ReadonlyArray<string> | null, readonly channel: ChannelKey | null, readonly cause: PainCause | null, readonly resolved: boolean | null, readonly text: { readonly en: string, readonly id: string } | null } | null, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null };

type EventFields_CardRestored_Fragment = { readonly __typename: 'CardRestored', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly after: { readonly kind: CardKind | null, readonly columnId: string | null, readonly laneId: string | null, readonly team: TeamKind | null, readonly tags: ReadonlyArray<string> | null, readonly channel: ChannelKey | null, readonly cause: PainCause | null, readonly resolved: boolean | null, readonly text: { readonly en: string, readonly id: string } | null } | null, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null };

type EventFields_CardTagged_Fragment = { readonly __typename: 'CardTagged', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly before: { readonly kind: CardKind | null, readonly columnId: string | null, readonly laneId: string | null, readonly team: TeamKind | null, readonly tags: ReadonlyArray<string> | null, readonly channel: ChannelKey | null, readonly cause: PainCause | null, readonly resolved: boolean | null, readonly text: { readonly en: string, readonly id: string } | null } | null, readonly after: { readonly kind: CardKind | null, readonly columnId: string | null, readonly laneId: string | null, readonly team: TeamKind | null, readonly tags: ReadonlyArray<string> | null, readonly channel: ChannelKey | null, readonly cause: PainCause | null, readonly resolved: boolean | null, readonly text: { readonly en: string, readonly id: string } | null } | null, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null };

type EventFields_CharterChanged_Fragment = { readonly __typename: 'CharterChanged', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null };

type EventFields_CurrentStateMapChanged_Fragment = { readonly __typename: 'CurrentStateMapChanged', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null };

type EventFields_EmotionChanged_Fragment = { readonly __typename: 'EmotionChanged', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly before: { readonly score: number | null } | null, readonly after: { readonly score: number | null } | null, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null };

type EventFields_LaneAdded_Fragment = { readonly __typename: 'LaneAdded', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null };

type EventFields_LaneDeleted_Fragment = { readonly __typename: 'LaneDeleted', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null };

type EventFields_LaneEdited_Fragment = { readonly __typename: 'LaneEdited', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null };

type EventFields_LaneRenamed_Fragment = { readonly __typename: 'LaneRenamed', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null };

type EventFields_LaneReordered_Fragment = { readonly __typename: 'LaneReordered', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null };

type EventFields_LaneRestored_Fragment = { readonly __typename: 'LaneRestored', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null };

type EventFields_MapCreated_Fragment = { readonly __typename: 'MapCreated', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null };

type EventFields_MapRenamed_Fragment = { readonly __typename: 'MapRenamed', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null };

type EventFields_MapTypeChanged_Fragment = { readonly __typename: 'MapTypeChanged', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null };

type EventFields_PersonaAdded_Fragment = { readonly __typename: 'PersonaAdded', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null };

type EventFields_PersonaDeleted_Fragment = { readonly __typename: 'PersonaDeleted', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null };

type EventFields_PersonaEdited_Fragment = { readonly __typename: 'PersonaEdited', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null };

type EventFields_PersonaRenamed_Fragment = { readonly __typename: 'PersonaRenamed', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null };

type EventFields_PersonaReordered_Fragment = { readonly __typename: 'PersonaReordered', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null };

type EventFields_PersonaRestored_Fragment = { readonly __typename: 'PersonaRestored', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null };

type EventFields_StageAdded_Fragment = { readonly __typename: 'StageAdded', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null };

type EventFields_StageDeleted_Fragment = { readonly __typename: 'StageDeleted', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null };

type EventFields_StageEdited_Fragment = { readonly __typename: 'StageEdited', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null };

type EventFields_StageRenamed_Fragment = { readonly __typename: 'StageRenamed', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null };

type EventFields_StageReordered_Fragment = { readonly __typename: 'StageReordered', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null };

type EventFields_StageRestored_Fragment = { readonly __typename: 'StageRestored', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null };

type EventFields_StepAdded_Fragment = { readonly __typename: 'StepAdded', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null };

type EventFields_StepDeleted_Fragment = { readonly __typename: 'StepDeleted', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null };

type EventFields_StepEdited_Fragment = { readonly __typename: 'StepEdited', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null };

type EventFields_StepMoved_Fragment = { readonly __typename: 'StepMoved', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null };

type EventFields_StepRenamed_Fragment = { readonly __typename: 'StepRenamed', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null };

type EventFields_StepRestored_Fragment = { readonly __typename: 'StepRestored', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null };

export type EventFieldsFragment =
  | EventFields_CardAdded_Fragment
  | EventFields_CardDeleted_Fragment
  | EventFields_CardEdited_Fragment
  | EventFields_CardMoved_Fragment
  | EventFields_CardRestored_Fragment
  | EventFields_CardTagged_Fragment
  | EventFields_CharterChanged_Fragment
  | EventFields_CurrentStateMapChanged_Fragment
  | EventFields_EmotionChanged_Fragment
  | EventFields_LaneAdded_Fragment
  | EventFields_LaneDeleted_Fragment
  | EventFields_LaneEdited_Fragment
  | EventFields_LaneRenamed_Fragment
  | EventFields_LaneReordered_Fragment
  | EventFields_LaneRestored_Fragment
  | EventFields_MapCreated_Fragment
  | EventFields_MapRenamed_Fragment
  | EventFields_MapTypeChanged_Fragment
  | EventFields_PersonaAdded_Fragment
  | EventFields_PersonaDeleted_Fragment
  | EventFields_PersonaEdited_Fragment
  | EventFields_PersonaRenamed_Fragment
  | EventFields_PersonaReordered_Fragment
  | EventFields_PersonaRestored_Fragment
  | EventFields_StageAdded_Fragment
  | EventFields_StageDeleted_Fragment
  | EventFields_StageEdited_Fragment
  | EventFields_StageRenamed_Fragment
  | EventFields_StageReordered_Fragment
  | EventFields_StageRestored_Fragment
  | EventFields_StepAdded_Fragment
  | EventFields_StepDeleted_Fragment
  | EventFields_StepEdited_Fragment
  | EventFields_StepMoved_Fragment
  | EventFields_StepRenamed_Fragment
  | EventFields_StepRestored_Fragment
;

export type JourneyEventsSubscriptionVariables = Exact<{
  mapId: string;
  after?: string | null | undefined;
}>;


export type JourneyEventsSubscription = { readonly journeyEvents:
    | { readonly __typename: 'CardAdded', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly after: { readonly kind: CardKind | null, readonly columnId: string | null, readonly laneId: string | null, readonly team: TeamKind | null, readonly tags: ReadonlyArray<string> | null, readonly channel: ChannelKey | null, readonly cause: PainCause | null, readonly resolved: boolean | null, readonly text: { readonly en: string, readonly id: string } | null } | null, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
    | { readonly __typename: 'CardDeleted', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly before: { readonly kind: CardKind | null, readonly columnId: string | null, readonly laneId: string | null, readonly team: TeamKind | null, readonly tags: ReadonlyArray<string> | null, readonly channel: ChannelKey | null, readonly cause: PainCause | null, readonly resolved: boolean | null, readonly text: { readonly en: string, readonly id: string } | null } | null, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
    | { readonly __typename: 'CardEdited', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly before: { readonly kind: CardKind | null, readonly columnId: string | null, readonly laneId: string | null, readonly team: TeamKind | null, readonly tags: ReadonlyArray<string> | null, readonly channel: ChannelKey | null, readonly cause: PainCause | null, readonly resolved: boolean | null, readonly text: { readonly en: string, readonly id: string } | null } | null, readonly after: { readonly kind: CardKind | null, readonly columnId: string | null, readonly laneId: string | null, readonly team: TeamKind | null, readonly tags: ReadonlyArray<string> | null, readonly channel: ChannelKey | null, readonly cause: PainCause | null, readonly resolved: boolean | null, readonly text: { readonly en: string, readonly id: string } | null } | null, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
    | { readonly __typename: 'CardMoved', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly before: { readonly kind: CardKind | null, readonly columnId: string | null, readonly laneId: string | null, readonly team: TeamKind | null, readonly tags: ReadonlyArray<string> | null, readonly channel: ChannelKey | null, readonly cause: PainCause | null, readonly resolved: boolean | null, readonly text: { readonly en: string, readonly id: string } | null } | null, readonly after: { readonly kind: CardKind | null, readonly columnId: string | null, readonly laneId: string | null, readonly team: TeamKind | null, readonly tags: ReadonlyArray<string> | null, readonly channel: ChannelKey | null, readonly cause: PainCause | null, readonly resolved: boolean | null, readonly text: { readonly en: string, readonly id: string } | null } | null, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
    | { readonly __typename: 'CardRestored', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly after: { readonly kind: CardKind | null, readonly columnId: string | null, readonly laneId: string | null, readonly team: TeamKind | null, readonly tags: ReadonlyArray<string> | null, readonly channel: ChannelKey | null, readonly cause: PainCause | null, readonly resolved: boolean | null, readonly text: { readonly en: string, readonly id: string } | null } | null, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
    | { readonly __typename: 'CardTagged', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly before: { readonly kind: CardKind | null, readonly columnId: string | null, readonly laneId: string | null, readonly team: TeamKind | null, readonly tags: ReadonlyArray<string> | null, readonly channel: ChannelKey | null, readonly cause: PainCause | null, readonly resolved: boolean | null, readonly text: { readonly en: string, readonly id: string } | null } | null, readonly after: { readonly kind: CardKind | null, readonly columnId: string | null, readonly laneId: string | null, readonly team: TeamKind | null, readonly tags: ReadonlyArray<string> | null, readonly channel: ChannelKey | null, readonly cause: PainCause | null, readonly resolved: boolean | null, readonly text: { readonly en: string, readonly id: string } | null } | null, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
    | { readonly __typename: 'CharterChanged', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
    | { readonly __typename: 'CurrentStateMapChanged', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
    | { readonly __typename: 'EmotionChanged', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly before: { readonly score: number | null } | null, readonly after: { readonly score: number | null } | null, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
    | { readonly __typename: 'LaneAdded', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
    | { readonly __typename: 'LaneDeleted', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
    | { readonly __typename: 'LaneEdited', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
    | { readonly __typename: 'LaneRenamed', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
    | { readonly __typename: 'LaneReordered', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
    | { readonly __typename: 'LaneRestored', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
    | { readonly __typename: 'MapCreated', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
    | { readonly __typename: 'MapRenamed', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
    | { readonly __typename: 'MapTypeChanged', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
    | { readonly __typename: 'PersonaAdded', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
    | { readonly __typename: 'PersonaDeleted', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
    | { readonly __typename: 'PersonaEdited', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
    | { readonly __typename: 'PersonaRenamed', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
    | { readonly __typename: 'PersonaReordered', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
    | { readonly __typename: 'PersonaRestored', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
    | { readonly __typename: 'StageAdded', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
    | { readonly __typename: 'StageDeleted', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
    | { readonly __typename: 'StageEdited', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
    | { readonly __typename: 'StageRenamed', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
    | { readonly __typename: 'StageReordered', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
    | { readonly __typename: 'StageRestored', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
    | { readonly __typename: 'StepAdded', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
    | { readonly __typename: 'StepDeleted', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
    | { readonly __typename: 'StepEdited', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
    | { readonly __typename: 'StepMoved', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
    | { readonly __typename: 'StepRenamed', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
    | { readonly __typename: 'StepRestored', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
   };

export type MapChangesSubscriptionVariables = Exact<{
  mapId: string;
}>;


export type MapChangesSubscription = { readonly mapChanged: { readonly mapId: string, readonly mapVersion: string, readonly changedIds: ReadonlyArray<string> } };

export type PastEventsQueryVariables = Exact<{
  mapId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  kinds?: ReadonlyArray<JourneyEventKind> | JourneyEventKind | null | undefined;
  actorId?: string | null | undefined;
  orderBy?: JourneyEventOrder;
}>;


export type PastEventsQuery = { readonly journeyMap: { readonly events: { readonly nodes: ReadonlyArray<
        | { readonly __typename: 'CardAdded', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly after: { readonly kind: CardKind | null, readonly columnId: string | null, readonly laneId: string | null, readonly team: TeamKind | null, readonly tags: ReadonlyArray<string> | null, readonly channel: ChannelKey | null, readonly cause: PainCause | null, readonly resolved: boolean | null, readonly text: { readonly en: string, readonly id: string } | null } | null, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
        | { readonly __typename: 'CardDeleted', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly before: { readonly kind: CardKind | null, readonly columnId: string | null, readonly laneId: string | null, readonly team: TeamKind | null, readonly tags: ReadonlyArray<string> | null, readonly channel: ChannelKey | null, readonly cause: PainCause | null, readonly resolved: boolean | null, readonly text: { readonly en: string, readonly id: string } | null } | null, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
        | { readonly __typename: 'CardEdited', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly before: { readonly kind: CardKind | null, readonly columnId: string | null, readonly laneId: string | null, readonly team: TeamKind | null, readonly tags: ReadonlyArray<string> | null, readonly channel: ChannelKey | null, readonly cause: PainCause | null, readonly resolved: boolean | null, readonly text: { readonly en: string, readonly id: string } | null } | null, readonly after: { readonly kind: CardKind | null, readonly columnId: string | null, readonly laneId: string | null, readonly team: TeamKind | null, readonly tags: ReadonlyArray<string> | null, readonly channel: ChannelKey | null, readonly cause: PainCause | null, readonly resolved: boolean | null, readonly text: { readonly en: string, readonly id: string } | null } | null, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
        | { readonly __typename: 'CardMoved', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly before: { readonly kind: CardKind | null, readonly columnId: string | null, readonly laneId: string | null, readonly team: TeamKind | null, readonly tags: ReadonlyArray<string> | null, readonly channel: ChannelKey | null, readonly cause: PainCause | null, readonly resolved: boolean | null, readonly text: { readonly en: string, readonly id: string } | null } | null, readonly after: { readonly kind: CardKind | null, readonly columnId: string | null, readonly laneId: string | null, readonly team: TeamKind | null, readonly tags: ReadonlyArray<string> | null, readonly channel: ChannelKey | null, readonly cause: PainCause | null, readonly resolved: boolean | null, readonly text: { readonly en: string, readonly id: string } | null } | null, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
        | { readonly __typename: 'CardRestored', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly after: { readonly kind: CardKind | null, readonly columnId: string | null, readonly laneId: string | null, readonly team: TeamKind | null, readonly tags: ReadonlyArray<string> | null, readonly channel: ChannelKey | null, readonly cause: PainCause | null, readonly resolved: boolean | null, readonly text: { readonly en: string, readonly id: string } | null } | null, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
        | { readonly __typename: 'CardTagged', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly before: { readonly kind: CardKind | null, readonly columnId: string | null, readonly laneId: string | null, readonly team: TeamKind | null, readonly tags: ReadonlyArray<string> | null, readonly channel: ChannelKey | null, readonly cause: PainCause | null, readonly resolved: boolean | null, readonly text: { readonly en: string, readonly id: string } | null } | null, readonly after: { readonly kind: CardKind | null, readonly columnId: string | null, readonly laneId: string | null, readonly team: TeamKind | null, readonly tags: ReadonlyArray<string> | null, readonly channel: ChannelKey | null, readonly cause: PainCause | null, readonly resolved: boolean | null, readonly text: { readonly en: string, readonly id: string } | null } | null, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
        | { readonly __typename: 'CharterChanged', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
        | { readonly __typename: 'CurrentStateMapChanged', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
        | { readonly __typename: 'EmotionChanged', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly before: { readonly score: number | null } | null, readonly after: { readonly score: number | null } | null, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
        | { readonly __typename: 'LaneAdded', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
        | { readonly __typename: 'LaneDeleted', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
        | { readonly __typename: 'LaneEdited', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
        | { readonly __typename: 'LaneRenamed', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
        | { readonly __typename: 'LaneReordered', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
        | { readonly __typename: 'LaneRestored', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
        | { readonly __typename: 'MapCreated', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
        | { readonly __typename: 'MapRenamed', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
        | { readonly __typename: 'MapTypeChanged', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
        | { readonly __typename: 'PersonaAdded', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
        | { readonly __typename: 'PersonaDeleted', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
        | { readonly __typename: 'PersonaEdited', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
        | { readonly __typename: 'PersonaRenamed', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
        | { readonly __typename: 'PersonaReordered', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
        | { readonly __typename: 'PersonaRestored', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
        | { readonly __typename: 'StageAdded', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
        | { readonly __typename: 'StageDeleted', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
        | { readonly __typename: 'StageEdited', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
        | { readonly __typename: 'StageRenamed', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
        | { readonly __typename: 'StageReordered', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
        | { readonly __typename: 'StageRestored', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
        | { readonly __typename: 'StepAdded', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
        | { readonly __typename: 'StepDeleted', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
        | { readonly __typename: 'StepEdited', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
        | { readonly __typename: 'StepMoved', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
        | { readonly __typename: 'StepRenamed', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
        | { readonly __typename: 'StepRestored', readonly id: string, readonly cursor: string, readonly kind: JourneyEventKind, readonly mapId: string, readonly mapVersion: string, readonly occurredAt: string, readonly recordId: string | null, readonly changedFields: ReadonlyArray<string>, readonly isShortened: boolean, readonly actor: { readonly kind: ActorKind, readonly userId: string, readonly tokenId: string | null, readonly name: string | null } | null }
      >, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } } };

export type LastEventCursorQueryVariables = Exact<{
  mapId: string;
}>;


export type LastEventCursorQuery = { readonly journeyMap: { readonly lastEventCursor: string, readonly mapVersion: string } };

export type BothTextsFragment = { readonly en: string, readonly id: string };

export type CardFieldsFragment = { readonly id: string, readonly kind: CardKind, readonly columnId: string, readonly stageId: string | null, readonly stepId: string | null, readonly laneId: string, readonly rank: string, readonly team: TeamKind | null, readonly tags: ReadonlyArray<string>, readonly channel: ChannelKey | null, readonly cause: PainCause | null, readonly resolved: boolean, readonly text: { readonly en: string, readonly id: string } };

export type WorkspacesQueryVariables = Exact<{ [key: string]: never; }>;


export type WorkspacesQuery = { readonly workspaces: ReadonlyArray<{ readonly id: string, readonly name: string, readonly role: Role }> };

export type MapsQueryVariables = Exact<{
  workspaceId: string;
  search?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type MapsQuery = { readonly workspace: { readonly maps: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly type: MapType, readonly lastEditedAt: string, readonly title: { readonly en: string, readonly id: string } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } } | null };

export type MapContentQueryVariables = Exact<{
  id: string;
  minVersion?: string | null | undefined;
  cards?: number | null | undefined;
}>;


export type MapContentQuery = { readonly journeyMap: { readonly id: string, readonly workspaceId: string, readonly mapVersion: string, readonly type: MapType, readonly title: { readonly en: string, readonly id: string }, readonly stages: ReadonlyArray<{ readonly id: string, readonly position: PurchasePosition | null, readonly name: { readonly en: string, readonly id: string }, readonly steps: ReadonlyArray<{ readonly id: string, readonly name: { readonly en: string, readonly id: string }, readonly advanceAct: { readonly en: string, readonly id: string }, readonly exitAct: { readonly en: string, readonly id: string } }> }>, readonly lanes: ReadonlyArray<{ readonly id: string, readonly kind: LaneKind, readonly name: { readonly en: string, readonly id: string } }>, readonly personas: ReadonlyArray<{ readonly id: string, readonly name: { readonly en: string, readonly id: string } }>, readonly cards: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: CardKind, readonly columnId: string, readonly stageId: string | null, readonly stepId: string | null, readonly laneId: string, readonly rank: string, readonly team: TeamKind | null, readonly tags: ReadonlyArray<string>, readonly channel: ChannelKey | null, readonly cause: PainCause | null, readonly resolved: boolean, readonly text: { readonly en: string, readonly id: string } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } }, readonly emotions: ReadonlyArray<{ readonly stepId: string, readonly personaId: string, readonly score: number | null, readonly word: { readonly en: string, readonly id: string } }> } };

export type MapCardsQueryVariables = Exact<{
  id: string;
  kind?: CardKind | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type MapCardsQuery = { readonly journeyMap: { readonly mapVersion: string, readonly cards: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: CardKind, readonly columnId: string, readonly stageId: string | null, readonly stepId: string | null, readonly laneId: string, readonly rank: string, readonly team: TeamKind | null, readonly tags: ReadonlyArray<string>, readonly channel: ChannelKey | null, readonly cause: PainCause | null, readonly resolved: boolean, readonly text: { readonly en: string, readonly id: string } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } } };

export type MapMermaidQueryVariables = Exact<{
  id: string;
  locale: Locale;
}>;


export type MapMermaidQuery = { readonly journeyMap: { readonly mapVersion: string, readonly mermaid: { readonly text: string, readonly lost: ReadonlyArray<{ readonly reason: string, readonly count: number }> } } };

export type TokenInfoQueryVariables = Exact<{ [key: string]: never; }>;


export type TokenInfoQuery = { readonly viewerToken: { readonly id: string, readonly name: string, readonly scopes: ReadonlyArray<string>, readonly workspaceId: string | null, readonly mapIds: ReadonlyArray<string> | null, readonly expiresAt: string } | null, readonly rateLimit: { readonly limit: number, readonly remaining: number, readonly requestLimit: number, readonly requestsRemaining: number, readonly resetAt: string } };

export type WebhookFieldsFragment = { readonly id: string, readonly url: string, readonly kinds: ReadonlyArray<JourneyEventKind> | null, readonly mapIds: ReadonlyArray<string> | null, readonly pausedBecause: WebhookPauseReason | null, readonly firstFailedAt: string | null, readonly createdAt: string };

export type WebhooksQueryVariables = Exact<{
  workspaceId: string;
}>;


export type WebhooksQuery = { readonly workspace: { readonly webhooks: ReadonlyArray<{ readonly id: string, readonly url: string, readonly kinds: ReadonlyArray<JourneyEventKind> | null, readonly mapIds: ReadonlyArray<string> | null, readonly pausedBecause: WebhookPauseReason | null, readonly firstFailedAt: string | null, readonly createdAt: string }> } | null };

export type WebhookDeliveriesQueryVariables = Exact<{
  workspaceId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type WebhookDeliveriesQuery = { readonly workspace: { readonly webhooks: ReadonlyArray<{ readonly id: string, readonly deliveries: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly type: WebhookDeliveryType, readonly mapId: string | null, readonly state: WebhookDeliveryState, readonly createdAt: string, readonly nextAttemptAt: string | null, readonly attempts: ReadonlyArray<{ readonly attemptedAt: string, readonly statusCode: number | null, readonly durationMs: number, readonly fault: WebhookFault | null }> }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } }> } | null };

export type CreateWebhookMutationVariables = Exact<{
  input: CreateWebhookInput;
}>;


export type CreateWebhookMutation = { readonly createWebhook:
    | { readonly __typename: 'CreateWebhookPayload', readonly secret: string, readonly webhook: { readonly id: string, readonly url: string, readonly kinds: ReadonlyArray<JourneyEventKind> | null, readonly mapIds: ReadonlyArray<string> | null, readonly pausedBecause: WebhookPauseReason | null, readonly firstFailedAt: string | null, readonly createdAt: string } }
    | { readonly __typename: 'ForbiddenError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'LimitError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
   };

export type UpdateWebhookMutationVariables = Exact<{
  input: UpdateWebhookInput;
}>;


export type UpdateWebhookMutation = { readonly updateWebhook:
    | { readonly __typename: 'ForbiddenError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'IdempotencyMismatchError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'InProgressError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'LimitError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'UpdateWebhookPayload', readonly webhook: { readonly id: string, readonly url: string, readonly kinds: ReadonlyArray<JourneyEventKind> | null, readonly mapIds: ReadonlyArray<string> | null, readonly pausedBecause: WebhookPauseReason | null, readonly firstFailedAt: string | null, readonly createdAt: string } }
   };

export type RotateWebhookSecretMutationVariables = Exact<{
  input: RotateWebhookSecretInput;
}>;


export type RotateWebhookSecretMutation = { readonly rotateWebhookSecret:
    | { readonly __typename: 'ForbiddenError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'RotateWebhookSecretPayload', readonly secret: string, readonly webhook: { readonly id: string, readonly url: string, readonly kinds: ReadonlyArray<JourneyEventKind> | null, readonly mapIds: ReadonlyArray<string> | null, readonly pausedBecause: WebhookPauseReason | null, readonly firstFailedAt: string | null, readonly createdAt: string } }
   };

export type TestWebhookMutationVariables = Exact<{
  input: TestWebhookInput;
}>;


export type TestWebhookMutation = { readonly testWebhook:
    | { readonly __typename: 'ForbiddenError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'IdempotencyMismatchError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'InProgressError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'LimitError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'TestWebhookPayload', readonly delivery: { readonly id: string, readonly state: WebhookDeliveryState } }
   };

export type DeleteWebhookMutationVariables = Exact<{
  input: DeleteWebhookInput;
}>;


export type DeleteWebhookMutation = { readonly deleteWebhook:
    | { readonly __typename: 'DeleteWebhookPayload' }
    | { readonly __typename: 'ForbiddenError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'IdempotencyMismatchError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'InProgressError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'LimitError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly messageKey: string, readonly field: string | null, readonly scope: string | null, readonly operationIndex: number | null }
   };

export const RefusalFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"messageKey"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"operationIndex"}}]}}]} as unknown as DocumentNode<RefusalFragment, unknown>;
export const BothTextsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BothTexts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LocalizedText"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"en"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]} as unknown as DocumentNode<BothTextsFragment, unknown>;
export const CardEventFactsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CardEventFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CardFacts"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"text"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BothTexts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"columnId"}},{"kind":"Field","name":{"kind":"Name","value":"laneId"}},{"kind":"Field","name":{"kind":"Name","value":"team"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"resolved"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BothTexts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LocalizedText"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"en"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]} as unknown as DocumentNode<CardEventFactsFragment, unknown>;
export const EventFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EventFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JourneyEvent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"mapId"}},{"kind":"Field","name":{"kind":"Name","value":"mapVersion"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}},{"kind":"Field","name":{"kind":"Name","value":"recordId"}},{"kind":"Field","name":{"kind":"Name","value":"changedFields"}},{"kind":"Field","name":{"kind":"Name","value":"isShortened"}},{"kind":"Field","name":{"kind":"Name","value":"actor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"userId"}},{"kind":"Field","name":{"kind":"Name","value":"tokenId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CardAdded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"after"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CardEventFacts"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CardEdited"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"before"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CardEventFacts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"after"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CardEventFacts"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CardTagged"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"before"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CardEventFacts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"after"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CardEventFacts"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CardMoved"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"before"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CardEventFacts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"after"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CardEventFacts"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CardDeleted"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"before"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CardEventFacts"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CardRestored"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"after"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CardEventFacts"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EmotionChanged"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"before"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"score"}}]}},{"kind":"Field","name":{"kind":"Name","value":"after"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"score"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BothTexts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LocalizedText"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"en"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CardEventFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CardFacts"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"text"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BothTexts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"columnId"}},{"kind":"Field","name":{"kind":"Name","value":"laneId"}},{"kind":"Field","name":{"kind":"Name","value":"team"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"resolved"}}]}}]} as unknown as DocumentNode<EventFieldsFragment, unknown>;
export const CardFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CardFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Card"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"text"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BothTexts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"columnId"}},{"kind":"Field","name":{"kind":"Name","value":"stageId"}},{"kind":"Field","name":{"kind":"Name","value":"stepId"}},{"kind":"Field","name":{"kind":"Name","value":"laneId"}},{"kind":"Field","name":{"kind":"Name","value":"rank"}},{"kind":"Field","name":{"kind":"Name","value":"team"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"resolved"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BothTexts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LocalizedText"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"en"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]} as unknown as DocumentNode<CardFieldsFragment, unknown>;
export const WebhookFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WebhookFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Webhook"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"kinds"}},{"kind":"Field","name":{"kind":"Name","value":"mapIds"}},{"kind":"Field","name":{"kind":"Name","value":"pausedBecause"}},{"kind":"Field","name":{"kind":"Name","value":"firstFailedAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]} as unknown as DocumentNode<WebhookFieldsFragment, unknown>;
export const CreateMapDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateMap"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateMapInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createMap"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CreateMapPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"map"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"messageKey"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"operationIndex"}}]}}]} as unknown as DocumentNode<CreateMapMutation, CreateMapMutationVariables>;
export const ImportMermaidDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ImportMermaid"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ImportMermaidInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"importMermaid"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ImportMermaidPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"map"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"skippedLines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"line"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"Field","name":{"kind":"Name","value":"adjustedLines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"line"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"messageKey"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"operationIndex"}}]}}]} as unknown as DocumentNode<ImportMermaidMutation, ImportMermaidMutationVariables>;
export const DeleteMapDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteMap"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteMapInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteMap"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"messageKey"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"operationIndex"}}]}}]} as unknown as DocumentNode<DeleteMapMutation, DeleteMapMutationVariables>;
export const AddCardDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AddCard"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AddCardInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"addCard"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AddCardPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mapVersion"}},{"kind":"Field","name":{"kind":"Name","value":"card"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CardFields"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BothTexts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LocalizedText"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"en"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CardFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Card"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"text"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BothTexts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"columnId"}},{"kind":"Field","name":{"kind":"Name","value":"stageId"}},{"kind":"Field","name":{"kind":"Name","value":"stepId"}},{"kind":"Field","name":{"kind":"Name","value":"laneId"}},{"kind":"Field","name":{"kind":"Name","value":"rank"}},{"kind":"Field","name":{"kind":"Name","value":"team"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"resolved"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"messageKey"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"operationIndex"}}]}}]} as unknown as DocumentNode<AddCardMutation, AddCardMutationVariables>;
export const UpdateCardDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateCard"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateCardInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateCard"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateCardPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mapVersion"}},{"kind":"Field","name":{"kind":"Name","value":"changed"}},{"kind":"Field","name":{"kind":"Name","value":"card"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CardFields"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"VersionConflictError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mapVersion"}},{"kind":"Field","name":{"kind":"Name","value":"card"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CardFields"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BothTexts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LocalizedText"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"en"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CardFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Card"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"text"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BothTexts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"columnId"}},{"kind":"Field","name":{"kind":"Name","value":"stageId"}},{"kind":"Field","name":{"kind":"Name","value":"stepId"}},{"kind":"Field","name":{"kind":"Name","value":"laneId"}},{"kind":"Field","name":{"kind":"Name","value":"rank"}},{"kind":"Field","name":{"kind":"Name","value":"team"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"resolved"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"messageKey"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"operationIndex"}}]}}]} as unknown as DocumentNode<UpdateCardMutation, UpdateCardMutationVariables>;
export const MoveCardDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MoveCard"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MoveCardInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"moveCard"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MoveCardPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mapVersion"}},{"kind":"Field","name":{"kind":"Name","value":"card"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CardFields"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"VersionConflictError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mapVersion"}},{"kind":"Field","name":{"kind":"Name","value":"card"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CardFields"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BothTexts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LocalizedText"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"en"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CardFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Card"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"text"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BothTexts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"columnId"}},{"kind":"Field","name":{"kind":"Name","value":"stageId"}},{"kind":"Field","name":{"kind":"Name","value":"stepId"}},{"kind":"Field","name":{"kind":"Name","value":"laneId"}},{"kind":"Field","name":{"kind":"Name","value":"rank"}},{"kind":"Field","name":{"kind":"Name","value":"team"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"resolved"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"messageKey"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"operationIndex"}}]}}]} as unknown as DocumentNode<MoveCardMutation, MoveCardMutationVariables>;
export const DeleteCardDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteCard"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteCardInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteCard"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteCardPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mapVersion"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"VersionConflictError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mapVersion"}},{"kind":"Field","name":{"kind":"Name","value":"card"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CardFields"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BothTexts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LocalizedText"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"en"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CardFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Card"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"text"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BothTexts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"columnId"}},{"kind":"Field","name":{"kind":"Name","value":"stageId"}},{"kind":"Field","name":{"kind":"Name","value":"stepId"}},{"kind":"Field","name":{"kind":"Name","value":"laneId"}},{"kind":"Field","name":{"kind":"Name","value":"rank"}},{"kind":"Field","name":{"kind":"Name","value":"team"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"resolved"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"messageKey"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"operationIndex"}}]}}]} as unknown as DocumentNode<DeleteCardMutation, DeleteCardMutationVariables>;
export const SetEmotionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetEmotion"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetEmotionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setEmotion"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SetEmotionPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mapVersion"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"VersionConflictError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mapVersion"}},{"kind":"Field","name":{"kind":"Name","value":"emotion"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"score"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"messageKey"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"operationIndex"}}]}}]} as unknown as DocumentNode<SetEmotionMutation, SetEmotionMutationVariables>;
export const ApplyOperationsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ApplyOperations"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ApplyOperationsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"applyOperations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ApplyOperationsPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mapVersion"}},{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"index"}},{"kind":"Field","name":{"kind":"Name","value":"recordId"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"index"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"messageKey"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"VersionConflictError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mapVersion"}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"messageKey"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"operationIndex"}}]}}]} as unknown as DocumentNode<ApplyOperationsMutation, ApplyOperationsMutationVariables>;
export const JourneyEventsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"JourneyEvents"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mapId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"journeyEvents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mapId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mapId"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EventFields"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BothTexts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LocalizedText"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"en"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CardEventFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CardFacts"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"text"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BothTexts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"columnId"}},{"kind":"Field","name":{"kind":"Name","value":"laneId"}},{"kind":"Field","name":{"kind":"Name","value":"team"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"resolved"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EventFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JourneyEvent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"mapId"}},{"kind":"Field","name":{"kind":"Name","value":"mapVersion"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}},{"kind":"Field","name":{"kind":"Name","value":"recordId"}},{"kind":"Field","name":{"kind":"Name","value":"changedFields"}},{"kind":"Field","name":{"kind":"Name","value":"isShortened"}},{"kind":"Field","name":{"kind":"Name","value":"actor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"userId"}},{"kind":"Field","name":{"kind":"Name","value":"tokenId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CardAdded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"after"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CardEventFacts"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CardEdited"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"before"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CardEventFacts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"after"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CardEventFacts"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CardTagged"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"before"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CardEventFacts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"after"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CardEventFacts"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CardMoved"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"before"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CardEventFacts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"after"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CardEventFacts"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CardDeleted"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"before"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CardEventFacts"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CardRestored"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"after"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CardEventFacts"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EmotionChanged"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"before"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"score"}}]}},{"kind":"Field","name":{"kind":"Name","value":"after"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"score"}}]}}]}}]}}]} as unknown as DocumentNode<JourneyEventsSubscription, JourneyEventsSubscriptionVariables>;
export const MapChangesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"MapChanges"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mapId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mapChanged"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mapId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mapId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mapId"}},{"kind":"Field","name":{"kind":"Name","value":"mapVersion"}},{"kind":"Field","name":{"kind":"Name","value":"changedIds"}}]}}]}}]} as unknown as DocumentNode<MapChangesSubscription, MapChangesSubscriptionVariables>;
export const PastEventsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PastEvents"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mapId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"kinds"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"JourneyEventKind"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"actorId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"JourneyEventOrder"}}},"defaultValue":{"kind":"EnumValue","value":"OLDEST"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"journeyMap"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mapId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"events"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"kinds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"kinds"}}},{"kind":"Argument","name":{"kind":"Name","value":"actorId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"actorId"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EventFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BothTexts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LocalizedText"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"en"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CardEventFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CardFacts"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"text"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BothTexts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"columnId"}},{"kind":"Field","name":{"kind":"Name","value":"laneId"}},{"kind":"Field","name":{"kind":"Name","value":"team"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"resolved"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EventFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JourneyEvent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"mapId"}},{"kind":"Field","name":{"kind":"Name","value":"mapVersion"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}},{"kind":"Field","name":{"kind":"Name","value":"recordId"}},{"kind":"Field","name":{"kind":"Name","value":"changedFields"}},{"kind":"Field","name":{"kind":"Name","value":"isShortened"}},{"kind":"Field","name":{"kind":"Name","value":"actor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"userId"}},{"kind":"Field","name":{"kind":"Name","value":"tokenId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CardAdded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"after"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CardEventFacts"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CardEdited"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"before"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CardEventFacts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"after"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CardEventFacts"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CardTagged"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"before"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CardEventFacts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"after"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CardEventFacts"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CardMoved"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"before"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CardEventFacts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"after"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CardEventFacts"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CardDeleted"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"before"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CardEventFacts"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CardRestored"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"after"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CardEventFacts"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EmotionChanged"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"before"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"score"}}]}},{"kind":"Field","name":{"kind":"Name","value":"after"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"score"}}]}}]}}]}}]} as unknown as DocumentNode<PastEventsQuery, PastEventsQueryVariables>;
export const LastEventCursorDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LastEventCursor"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mapId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"journeyMap"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mapId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lastEventCursor"}},{"kind":"Field","name":{"kind":"Name","value":"mapVersion"}}]}}]}}]} as unknown as DocumentNode<LastEventCursorQuery, LastEventCursorQueryVariables>;
export const WorkspacesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Workspaces"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workspaces"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"role"}}]}}]}}]} as unknown as DocumentNode<WorkspacesQuery, WorkspacesQueryVariables>;
export const MapsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Maps"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"workspaceId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workspace"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"workspaceId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"maps"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"EnumValue","value":"CREATED"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"title"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BothTexts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lastEditedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BothTexts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LocalizedText"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"en"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]} as unknown as DocumentNode<MapsQuery, MapsQueryVariables>;
export const MapContentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MapContent"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"minVersion"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"MapVersion"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"cards"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"1000"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"journeyMap"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"minVersion"},"value":{"kind":"Variable","name":{"kind":"Name","value":"minVersion"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"workspaceId"}},{"kind":"Field","name":{"kind":"Name","value":"mapVersion"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"title"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BothTexts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BothTexts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BothTexts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"advanceAct"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BothTexts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"exitAct"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BothTexts"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"lanes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BothTexts"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"personas"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BothTexts"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"cards"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"cards"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CardFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"emotions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stepId"}},{"kind":"Field","name":{"kind":"Name","value":"personaId"}},{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"word"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BothTexts"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BothTexts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LocalizedText"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"en"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CardFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Card"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"text"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BothTexts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"columnId"}},{"kind":"Field","name":{"kind":"Name","value":"stageId"}},{"kind":"Field","name":{"kind":"Name","value":"stepId"}},{"kind":"Field","name":{"kind":"Name","value":"laneId"}},{"kind":"Field","name":{"kind":"Name","value":"rank"}},{"kind":"Field","name":{"kind":"Name","value":"team"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"resolved"}}]}}]} as unknown as DocumentNode<MapContentQuery, MapContentQueryVariables>;
export const MapCardsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MapCards"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"kind"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"CardKind"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"journeyMap"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mapVersion"}},{"kind":"Field","name":{"kind":"Name","value":"cards"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"kind"},"value":{"kind":"Variable","name":{"kind":"Name","value":"kind"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CardFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BothTexts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LocalizedText"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"en"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CardFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Card"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"text"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BothTexts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"columnId"}},{"kind":"Field","name":{"kind":"Name","value":"stageId"}},{"kind":"Field","name":{"kind":"Name","value":"stepId"}},{"kind":"Field","name":{"kind":"Name","value":"laneId"}},{"kind":"Field","name":{"kind":"Name","value":"rank"}},{"kind":"Field","name":{"kind":"Name","value":"team"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"resolved"}}]}}]} as unknown as DocumentNode<MapCardsQuery, MapCardsQueryVariables>;
export const MapMermaidDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MapMermaid"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"locale"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Locale"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"journeyMap"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mapVersion"}},{"kind":"Field","name":{"kind":"Name","value":"mermaid"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"Variable","name":{"kind":"Name","value":"locale"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"lost"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}}]}}]}}]} as unknown as DocumentNode<MapMermaidQuery, MapMermaidQueryVariables>;
export const TokenInfoDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TokenInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewerToken"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"workspaceId"}},{"kind":"Field","name":{"kind":"Name","value":"mapIds"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rateLimit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"limit"}},{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"requestLimit"}},{"kind":"Field","name":{"kind":"Name","value":"requestsRemaining"}},{"kind":"Field","name":{"kind":"Name","value":"resetAt"}}]}}]}}]} as unknown as DocumentNode<TokenInfoQuery, TokenInfoQueryVariables>;
export const WebhooksDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Webhooks"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"workspaceId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workspace"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"workspaceId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"webhooks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WebhookFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WebhookFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Webhook"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"kinds"}},{"kind":"Field","name":{"kind":"Name","value":"mapIds"}},{"kind":"Field","name":{"kind":"Name","value":"pausedBecause"}},{"kind":"Field","name":{"kind":"Name","value":"firstFailedAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]} as unknown as DocumentNode<WebhooksQuery, WebhooksQueryVariables>;
export const WebhookDeliveriesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WebhookDeliveries"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"workspaceId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workspace"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"workspaceId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"webhooks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"deliveries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"mapId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"attemptedAt"}},{"kind":"Field","name":{"kind":"Name","value":"statusCode"}},{"kind":"Field","name":{"kind":"Name","value":"durationMs"}},{"kind":"Field","name":{"kind":"Name","value":"fault"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<WebhookDeliveriesQuery, WebhookDeliveriesQueryVariables>;
export const CreateWebhookDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateWebhook"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateWebhookInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createWebhook"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CreateWebhookPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"secret"}},{"kind":"Field","name":{"kind":"Name","value":"webhook"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WebhookFields"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WebhookFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Webhook"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"kinds"}},{"kind":"Field","name":{"kind":"Name","value":"mapIds"}},{"kind":"Field","name":{"kind":"Name","value":"pausedBecause"}},{"kind":"Field","name":{"kind":"Name","value":"firstFailedAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"messageKey"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"operationIndex"}}]}}]} as unknown as DocumentNode<CreateWebhookMutation, CreateWebhookMutationVariables>;
export const UpdateWebhookDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateWebhook"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateWebhookInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateWebhook"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateWebhookPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"webhook"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WebhookFields"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WebhookFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Webhook"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"kinds"}},{"kind":"Field","name":{"kind":"Name","value":"mapIds"}},{"kind":"Field","name":{"kind":"Name","value":"pausedBecause"}},{"kind":"Field","name":{"kind":"Name","value":"firstFailedAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"messageKey"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"operationIndex"}}]}}]} as unknown as DocumentNode<UpdateWebhookMutation, UpdateWebhookMutationVariables>;
export const RotateWebhookSecretDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RotateWebhookSecret"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RotateWebhookSecretInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rotateWebhookSecret"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RotateWebhookSecretPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"secret"}},{"kind":"Field","name":{"kind":"Name","value":"webhook"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WebhookFields"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WebhookFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Webhook"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"kinds"}},{"kind":"Field","name":{"kind":"Name","value":"mapIds"}},{"kind":"Field","name":{"kind":"Name","value":"pausedBecause"}},{"kind":"Field","name":{"kind":"Name","value":"firstFailedAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"messageKey"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"operationIndex"}}]}}]} as unknown as DocumentNode<RotateWebhookSecretMutation, RotateWebhookSecretMutationVariables>;
export const TestWebhookDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TestWebhook"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TestWebhookInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"testWebhook"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TestWebhookPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"delivery"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"messageKey"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"operationIndex"}}]}}]} as unknown as DocumentNode<TestWebhookMutation, TestWebhookMutationVariables>;
export const DeleteWebhookDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteWebhook"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteWebhookInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteWebhook"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"messageKey"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"operationIndex"}}]}}]} as unknown as DocumentNode<DeleteWebhookMutation, DeleteWebhookMutationVariables>;