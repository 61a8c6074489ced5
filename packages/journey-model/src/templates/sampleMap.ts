import type { MapDocs, OperationContext } from '../operation.ts';
import type { EmotionScore } from '../vocabulary.ts';
import { createMap } from './createMap.ts';
import { laneSetFor } from './laneSets.ts';
import type { EmotionDraft, MapDraft, StageDraft, StepDraft } from './MapDraft.ts';
import { sampleCards } from './sampleCards.ts';
import { type StageKey, stageKeys, templateStages } from './stageTexts.ts';

const steps: { readonly [Key in StageKey]: readonly StepDraft[] } = {
  awareness: [
    { ref: 'runOut', name: { en: 'Medicine runs low', id: 'Obat hampir habis' } },
    { ref: 'search', name: { en: 'Search online', id: 'Mencari di internet' } },
  ],
  consideration: [
    {
      ref: 'compare',
      name: { en: 'Compare pharmacies', id: 'Membandingkan apotek' },
      advanceAct: {
        en: 'Picks the shop with the clearest price',
        id: 'Memilih toko yang harganya paling jelas',
      },
      exitAct: {
        en: 'Asks in the family group and waits for an answer',
        id: 'Bertanya di grup keluarga dan menunggu jawaban',
      },
    },
    { ref: 'check', name: { en: 'Check trust', id: 'Memastikan kepercayaan' } },
  ],
  conversion: [
    {
      ref: 'upload',
      name: { en: 'Upload prescription', id: 'Mengunggah resep' },
      advanceAct: { en: 'Gets the approval of a pharmacist', id: 'Mendapat persetujuan apoteker' },
      exitAct: {
        en: 'Drops the basket after the second rejected photo',
        id: 'Meninggalkan keranjang setelah foto kedua ditolak',
      },
    },
    {
      ref: 'pay',
      name: { en: 'Pay', id: 'Membayar' },
      advanceAct: {
        en: 'Confirms the order with the total in view',
        id: 'Mengonfirmasi pesanan setelah melihat totalnya',
      },
      exitAct: {
        en: 'Gives up when delivery costs appear, and sends her son to the shop on the corner',
        id: 'Batal ketika ongkos kirim muncul, lalu menyuruh anaknya ke apotek dekat rumah',
      },
    },
  ],
  retention: [
    { ref: 'track', name: { en: 'Track delivery', id: 'Melacak kiriman' } },
    { ref: 'receive', name: { en: 'Receive and take', id: 'Menerima dan meminum' } },
    { ref: 'refill', name: { en: 'Refill', id: 'Isi ulang' } },
  ],
  advocacy: [
    { ref: 'recommend', name: { en: 'Review and recommend', id: 'Memberi ulasan dan merekomendasikan' } },
  ],
};

const feelings: readonly (readonly [step: string, score: EmotionScore, en: string, id: string])[] = [
  ['runOut', -1, 'worried', 'khawatir'],
  ['search', 0, 'curious', 'ingin tahu'],
  ['compare', -1, 'overwhelmed', 'kewalahan'],
  ['check', 1, 'reassured', 'lebih yakin'],
  ['upload', -2, 'frustrated', 'frustrasi'],
  ['pay', 0, 'hesitant', 'ragu'],
  ['track', -1, 'impatient', 'tidak sabar'],
  ['receive', 2, 'relieved', 'lega'],
  ['refill', 1, 'at ease', 'tenang'],
  ['recommend', 2, 'proud', 'bangga'],
];

/** A finished map to look at: an online pharmacy, five stages, ten steps, one persona, in both languages. */
export const sampleMap: MapDraft = {
  type: 'CURRENT_STATE',
  title: { en: 'Order medicine online', id: 'Memesan obat secara daring' },
  charter: {
    why: {
      en: 'One in three first orders is abandoned between prescription and payment. We want to know why.',
      id: 'Satu dari tiga pesanan pertama ditinggalkan antara unggah resep dan pembayaran. Kami ingin tahu sebabnya.',
    },
    goals: {
      en: 'Halve the time from upload to approval, and have six in ten customers refill within 40 days.',
      id: 'Memangkas separuh waktu dari unggah resep sampai disetujui, dan enam dari sepuluh pelanggan mengisi ulang dalam 40 hari.',
    },
    about: {
      en: 'People with a chronic condition who order for themselves, for the first time.',
      id: 'Orang dengan penyakit kronis yang memesan untuk dirinya sendiri, untuk pertama kalinya.',
    },
    experience: {
      en: 'From the day the tablets run low to the first refill, on phone and web.',
      id: 'Dari hari obat hampir habis hingga isi ulang pertama, di ponsel dan web.',
    },
  },
  stages: stageKeys.map((key): StageDraft => ({ ...templateStages[key], steps: steps[key] })),
  lanes: [...laneSetFor('CURRENT_STATE'), 'OPPORTUNITY' as const].map((kind) => ({ kind })),
  personas: [
    {
      ref: 'sari',
      name: { en: 'Sari, 46, teacher', id: 'Sari, 46, guru' },
      description: {
        en: 'Takes blood-pressure tablets daily. Shops on her phone in the evening, compares carefully, asks the family group before trusting a new shop. Wants no gap in her doses and no surprises in the price.',
        id: 'Minum obat tekanan darah setiap hari. Berbelanja lewat ponsel pada malam hari, teliti membandingkan, dan bertanya ke grup keluarga sebelum percaya pada toko baru. Ia tidak ingin dosisnya terputus dan tidak suka harga yang mengejutkan.',
      },
    },
  ],
  cards: sampleCards,
  emotions: feelings.map(
    ([step, score, en, id]): EmotionDraft => ({ step, persona: 'sari', score, word: { en, id } }),
  ),
};

/** Fills the empty documents of a new map with the sample. */
export function instantiateSampleMap(docs: MapDocs, context: OperationContext): void {
  createMap(docs, sampleMap, context);
}
