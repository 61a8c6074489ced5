/** The shape that always stands beside a team's colour. */
export type TeamShape = 'circle' | 'square' | 'triangle' | 'diamond' | 'star';

/** How a team looks: a role token and a shape, never one without the other. */
export interface TeamLook {
  readonly colour: string;
  readonly shape: TeamShape;
}

/** Looks of the teams of a workspace, by the team's key. */
export const teamLooks = {
  MARKETING: { colour: 'var(--team-marketing)', shape: 'circle' },
  SALES: { colour: 'var(--team-sales)', shape: 'square' },
  PRODUCT: { colour: 'var(--team-product)', shape: 'triangle' },
  SERVICE: { colour: 'var(--team-service)', shape: 'diamond' },
  OTHER: { colour: 'var(--team-other)', shape: 'star' },
} as const satisfies Record<string, TeamLook>;

/** Keys of `teamLooks`. */
export type TeamKey = keyof typeof teamLooks;

/** The palette entries a stage, step or lane may take; `--colour-<name>` and `--tint-<name>` are their tokens. */
export const paletteColours = ['slate', 'coral', 'amber', 'olive', 'teal', 'blue', 'violet', 'rose'] as const;

/** A name in `paletteColours`. */
export type PaletteColour = (typeof paletteColours)[number];

/** The tint of a lane that has no colour of its own, by the lane's kind. */
export const laneColours: Readonly<Record<string, PaletteColour>> = {
  ACTION: 'blue',
  MOTIVATION: 'teal',
  QUESTION: 'amber',
  PAIN_POINT: 'coral',
  EMOTION: 'slate',
  TOUCHPOINT: 'violet',
  CHANNEL: 'slate',
  OPPORTUNITY: 'olive',
  RESOURCE: 'slate',
  FRONTSTAGE: 'blue',
  BACKSTAGE: 'violet',
  SUPPORT: 'teal',
  EVIDENCE: 'amber',
  CUSTOM: 'slate',
};

/** The colour token of an emotion between −2 and +2; values between the five steps take the nearest. */
export function emotionColour(score: number): string {
  const step = Math.max(-2, Math.min(2, Math.round(score)));
  if (step === 0) return 'var(--emotion-zero)';
  return step < 0 ? `var(--emotion-minus-${-step})` : `var(--emotion-plus-${step})`;
}
