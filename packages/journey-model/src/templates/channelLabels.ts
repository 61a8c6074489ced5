import type { LocalizedText } from '../snapshot.ts';
import type { ChannelKey } from '../vocabulary.ts';

/** The channels (S20, S21) as people call them. */
export const channelLabels: { readonly [Key in ChannelKey]: LocalizedText } = {
  WEB: { en: 'Website', id: 'Situs web' },
  PORTAL: { en: 'Portal', id: 'Portal' },
  BLOG: { en: 'Blog', id: 'Blog' },
  SOCIAL_MEDIA: { en: 'Social media', id: 'Media sosial' },
  MESSAGING: { en: 'Messaging app', id: 'Aplikasi pesan' },
  SMS: { en: 'SMS', id: 'SMS' },
  EMAIL: { en: 'E-mail', id: 'Email' },
  EVENT: { en: 'Event', id: 'Acara' },
  ADVERTISING: { en: 'Advertising and promotion', id: 'Iklan dan promosi' },
  DIRECT_SELLING: { en: 'Direct selling', id: 'Penjualan langsung' },
  BROCHURE: { en: 'Brochure', id: 'Brosur' },
  TV: { en: 'TV commercial', id: 'Iklan TV' },
  RADIO: { en: 'Radio', id: 'Radio' },
  MARKETPLACE: { en: 'Marketplace', id: 'Lokapasar' },
  ONLINE_SHOP: { en: 'Online shop', id: 'Toko daring' },
  MOBILE_APP: { en: 'Mobile app', id: 'Aplikasi seluler' },
  SERVICE_CHAT: { en: 'Service chat', id: 'Obrolan layanan' },
  PAID_MEDIA: { en: 'Paid media', id: 'Media berbayar' },
  OTHER: { en: 'Other', id: 'Lainnya' },
};

/** Causes of a negative experience (S17) as people call them, for the tags of that key. */
export const negativeCauseLabels = {
  UNNECESSARY_EFFORT: { en: 'Unnecessary effort', id: 'Upaya tidak perlu' },
  STRESS: { en: 'Stress', id: 'Stres' },
  CONFUSION: { en: 'Confusion', id: 'Kebingungan' },
  ANXIETY: { en: 'Anxiety', id: 'Kecemasan' },
  FRUSTRATION: { en: 'Frustration', id: 'Frustrasi' },
} as const;
