import type { LocalizedText } from '../snapshot.ts';
import type { LaneKind } from '../vocabulary.ts';

/** What a lane of each kind is called until somebody renames it. */
export const laneNames: { readonly [Kind in LaneKind]: LocalizedText } = {
  ACTION: { en: 'Actions', id: 'Tindakan' },
  MOTIVATION: { en: 'Motivation', id: 'Motivasi' },
  QUESTION: { en: 'Questions', id: 'Pertanyaan' },
  PAIN_POINT: { en: 'Pain points', id: 'Titik masalah' },
  EMOTION: { en: 'Emotion', id: 'Emosi' },
  TOUCHPOINT: { en: 'Touchpoints', id: 'Titik kontak' },
  CHANNEL: { en: 'Channels', id: 'Saluran' },
  OPPORTUNITY: { en: 'Opportunities', id: 'Peluang' },
  RESOURCE: { en: 'Resources', id: 'Sumber daya' },
  FRONTSTAGE: { en: 'Frontstage', id: 'Panggung depan' },
  BACKSTAGE: { en: 'Backstage', id: 'Panggung belakang' },
  SUPPORT: { en: 'Support processes', id: 'Proses pendukung' },
  EVIDENCE: { en: 'Physical evidence', id: 'Bukti fisik' },
  CUSTOM: { en: 'Notes', id: 'Catatan' },
};
