import type { StageDraft } from './MapDraft.ts';

/** Keys of the stages a template can bring. */
export const stageKeys = ['awareness', 'consideration', 'conversion', 'retention', 'advocacy'] as const;
export type StageKey = (typeof stageKeys)[number];

/** The stages of the templates (S2, S3) with purpose and brand goal (S4). */
export const templateStages: { readonly [Key in StageKey]: StageDraft } = {
  awareness: {
    ref: 'awareness',
    key: 'awareness',
    position: 'PRE_PURCHASE',
    colour: 'amber',
    name: { en: 'Awareness', id: 'Kesadaran' },
    purpose: {
      en: 'People notice that they need something and look around for answers. They meet your brand for the first time, and what they see first stays with them.',
      id: 'Orang mulai menyadari kebutuhannya dan mencari jawaban. Di sinilah mereka pertama kali bertemu merek Anda, dan kesan pertama itu akan diingat.',
    },
    brandGoal: {
      en: 'Be easy to find, say plainly what you offer and to whom, and leave a good first impression.',
      id: 'Mudah ditemukan, menjelaskan dengan lugas apa yang Anda tawarkan dan untuk siapa, serta memberi kesan pertama yang baik.',
    },
  },
  consideration: {
    ref: 'consideration',
    key: 'consideration',
    position: 'PRE_PURCHASE',
    colour: 'blue',
    name: { en: 'Consideration', id: 'Pertimbangan' },
    purpose: {
      en: 'The buyer compares several ways to meet the need, yours among them, and asks whom to trust.',
      id: 'Calon pembeli membandingkan beberapa pilihan, termasuk milik Anda, dan menimbang siapa yang bisa dipercaya.',
    },
    brandGoal: {
      en: 'Get onto the short list and stay there: answer doubts honestly and make the comparison easy.',
      id: 'Masuk ke daftar pilihan dan bertahan di sana: jawab keraguan dengan jujur dan permudah perbandingan.',
    },
  },
  conversion: {
    ref: 'conversion',
    key: 'conversion',
    position: 'PURCHASE',
    colour: 'coral',
    name: { en: 'Conversion', id: 'Konversi' },
    purpose: {
      en: 'The person decides and acts: buys, subscribes to news or starts a free trial.',
      id: 'Orang mengambil keputusan dan bertindak: membeli, berlangganan kabar terbaru, atau memulai uji coba gratis.',
    },
    brandGoal: {
      en: 'Invite one clear act and take away whatever stands in its way, from hidden costs to long forms.',
      id: 'Ajak pelanggan melakukan satu tindakan yang jelas dan singkirkan penghalangnya, dari biaya tersembunyi hingga formulir yang panjang.',
    },
  },
  retention: {
    ref: 'retention',
    key: 'retention',
    position: 'POST_PURCHASE',
    colour: 'teal',
    name: { en: 'Retention', id: 'Retensi' },
    purpose: {
      en: 'The customer uses what was bought, meets problems, gets help, and decides whether to come back.',
      id: 'Pelanggan memakai yang dibelinya, menemui kendala, mendapat bantuan, lalu memutuskan apakah akan kembali.',
    },
    brandGoal: {
      en: 'Keep the promise, please people after the sale and give them no reason to leave.',
      id: 'Tepati janji, senangkan pelanggan setelah pembelian, dan jangan beri mereka alasan untuk pergi.',
    },
  },
  advocacy: {
    ref: 'advocacy',
    key: 'advocacy',
    position: 'POST_PURCHASE',
    colour: 'violet',
    name: { en: 'Advocacy', id: 'Advokasi' },
    purpose: {
      en: 'Satisfied customers tell others: at the dinner table, in reviews, on social media, or through people with a following.',
      id: 'Pelanggan yang puas bercerita kepada orang lain: di meja makan, lewat ulasan, di media sosial, atau melalui pemengaruh.',
    },
    brandGoal: {
      en: 'Make recommending easy, thank those who do it, and treat public criticism as help.',
      id: 'Permudah pelanggan merekomendasikan Anda, hargai yang melakukannya, dan perlakukan kritik terbuka sebagai masukan.',
    },
  },
};
