import type { LocalizedText } from '../snapshot.ts';
import type { LaneKind } from '../vocabulary.ts';

/** Questions that help to fill a lane (S23-S26 for the first four kinds); none for a lane of one's own. */
export const lanePrompts: { readonly [Kind in LaneKind]: readonly LocalizedText[] } = {
  ACTION: [
    { en: 'What does the customer do here?', id: 'Apa yang dilakukan pelanggan di sini?' },
    {
      en: 'Which act takes them on to the next stage?',
      id: 'Tindakan mana yang membawanya ke tahap berikutnya?',
    },
    { en: 'What do they do instead when they stop?', id: 'Apa yang dilakukannya jika ia berhenti?' },
  ],
  MOTIVATION: [
    { en: 'What keeps them going?', id: 'Apa yang membuatnya terus melangkah?' },
    {
      en: 'What do they want to achieve, or which problem do they want solved?',
      id: 'Apa yang ingin dicapainya, atau masalah apa yang ingin diselesaikannya?',
    },
    { en: 'How do they feel about it?', id: 'Bagaimana perasaannya?' },
  ],
  QUESTION: [
    { en: 'What are they unsure about?', id: 'Apa yang membuatnya ragu?' },
    { en: 'What are they looking for right now?', id: 'Apa yang sedang dicarinya saat ini?' },
    { en: 'Where do they get confused?', id: 'Di bagian mana ia bingung?' },
  ],
  PAIN_POINT: [
    { en: 'What keeps them from going on?', id: 'Apa yang menghalanginya untuk lanjut?' },
    { en: 'Is it the process?', id: 'Apakah prosesnya?' },
    { en: 'Is it the price?', id: 'Apakah harganya?' },
  ],
  EMOTION: [
    {
      en: 'How does it feel after this step, from very bad (−2) to very good (+2)?',
      id: 'Bagaimana perasaannya setelah langkah ini, dari sangat buruk (−2) sampai sangat baik (+2)?',
    },
    { en: 'Which one word would the customer use?', id: 'Satu kata apa yang akan dipakai pelanggan?' },
  ],
  TOUCHPOINT: [
    {
      en: 'Where does the customer meet you when the problem comes up?',
      id: 'Di mana pelanggan bertemu Anda saat masalahnya muncul?',
    },
    { en: 'And while searching for a solution?', id: 'Lalu saat mencari solusi?' },
    { en: 'And while using what you offer?', id: 'Lalu saat memakai yang Anda tawarkan?' },
  ],
  CHANNEL: [
    { en: 'Through which channel does this happen?', id: 'Lewat saluran apa ini terjadi?' },
    {
      en: 'Does the message match the other channels?',
      id: 'Apakah pesannya selaras dengan saluran lain?',
    },
  ],
  OPPORTUNITY: [
    { en: 'What could remove a pain point here?', id: 'Apa yang bisa menghilangkan titik masalah di sini?' },
    {
      en: 'What could be a pleasant surprise?',
      id: 'Apa yang bisa menjadi kejutan menyenangkan?',
    },
  ],
  RESOURCE: [
    {
      en: 'What do you have for this: people, processes, technology?',
      id: 'Apa yang sudah Anda miliki untuk ini: orang, proses, teknologi?',
    },
    { en: 'What is still missing?', id: 'Apa yang masih kurang?' },
  ],
  FRONTSTAGE: [
    {
      en: 'What do your people or systems do in view of the customer?',
      id: 'Apa yang dilakukan orang atau sistem Anda di hadapan pelanggan?',
    },
  ],
  BACKSTAGE: [
    {
      en: 'What happens out of sight to make that possible?',
      id: 'Apa yang terjadi di balik layar agar itu bisa berjalan?',
    },
  ],
  SUPPORT: [
    {
      en: 'Which other teams, suppliers or systems does this depend on?',
      id: 'Tim, pemasok, atau sistem lain mana yang menjadi tumpuannya?',
    },
  ],
  EVIDENCE: [
    {
      en: 'What does the customer see, hold or keep: a page, a receipt, a parcel?',
      id: 'Apa yang dilihat, dipegang, atau disimpan pelanggan: halaman, struk, paket?',
    },
  ],
  CUSTOM: [],
};
