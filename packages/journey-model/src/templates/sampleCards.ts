import type { CardDraft } from './MapDraft.ts';

/** The cards of the sample map, by lane, along the journey. */
export const sampleCards: readonly CardDraft[] = [
  // What she does
  {
    column: 'runOut',
    lane: 'ACTION',
    text: {
      en: 'Sees that the blood-pressure tablets will last four more days',
      id: 'Melihat tablet tekanan darah tinggal cukup untuk empat hari',
    },
  },
  {
    column: 'search',
    lane: 'ACTION',
    text: {
      en: 'Types the name on the strip into a search engine',
      id: 'Mengetik nama obat dari strip ke mesin pencari',
    },
    channel: 'WEB',
    team: 'MARKETING',
  },
  {
    column: 'compare',
    lane: 'ACTION',
    text: {
      en: 'Opens three pharmacies in tabs and compares price and delivery time',
      id: 'Membuka tiga apotek di tab berbeda lalu membandingkan harga dan waktu antar',
    },
    channel: 'WEB',
  },
  {
    column: 'check',
    lane: 'ACTION',
    text: { en: 'Looks up the licence number of the pharmacy', id: 'Memeriksa nomor izin apotek' },
    channel: 'WEB',
  },
  {
    column: 'upload',
    lane: 'ACTION',
    text: { en: 'Photographs the prescription and uploads it', id: 'Memotret resep lalu mengunggahnya' },
    channel: 'MOBILE_APP',
    team: 'PRODUCT',
  },
  {
    column: 'pay',
    lane: 'ACTION',
    text: {
      en: 'Pays by bank transfer and saves the receipt',
      id: 'Membayar lewat transfer bank dan menyimpan buktinya',
    },
    channel: 'MOBILE_APP',
    team: 'SALES',
  },
  {
    column: 'receive',
    lane: 'ACTION',
    text: {
      en: 'Checks the expiry date before signing for the parcel',
      id: 'Memeriksa tanggal kedaluwarsa sebelum menerima paket',
    },
  },
  {
    column: 'refill',
    lane: 'ACTION',
    text: {
      en: 'Orders the same again from last month\u2019s list',
      id: 'Memesan lagi dari daftar bulan lalu',
    },
    channel: 'MOBILE_APP',
    team: 'PRODUCT',
  },
  {
    column: 'recommend',
    lane: 'ACTION',
    text: { en: 'Sends the link to the family group', id: 'Mengirim tautannya ke grup keluarga' },
    channel: 'MESSAGING',
    team: 'MARKETING',
    tags: ['WORD_OF_MOUTH'],
  },
  // What drives her
  {
    column: 'runOut',
    lane: 'MOTIVATION',
    text: { en: 'Must not miss a dose', id: 'Tidak boleh melewatkan satu dosis pun' },
  },
  {
    column: 'compare',
    lane: 'MOTIVATION',
    text: { en: 'Wants to spend less than at the clinic', id: 'Ingin lebih hemat daripada di klinik' },
  },
  {
    column: 'check',
    lane: 'MOTIVATION',
    text: {
      en: 'Has heard of counterfeit medicine and wants to be sure',
      id: 'Pernah mendengar soal obat palsu dan ingin memastikan',
    },
    tags: ['ANXIETY'],
  },
  {
    column: 'pay',
    lane: 'MOTIVATION',
    text: {
      en: 'Wants it settled before the children come home',
      id: 'Ingin urusan ini selesai sebelum anak-anak pulang',
    },
  },
  {
    column: 'refill',
    lane: 'MOTIVATION',
    text: { en: 'Wants to stop thinking about refills', id: 'Tidak ingin terus memikirkan isi ulang' },
  },
  // What she asks
  {
    column: 'search',
    lane: 'QUESTION',
    text: { en: 'Is the generic the same as my brand?', id: 'Apakah obat generik sama dengan merek saya?' },
    team: 'MARKETING',
  },
  {
    column: 'check',
    lane: 'QUESTION',
    text: { en: 'How do I know this pharmacy is licensed?', id: 'Bagaimana saya tahu apotek ini berizin?' },
    team: 'MARKETING',
    resolved: true,
  },
  {
    column: 'upload',
    lane: 'QUESTION',
    text: { en: 'Is my photo sharp enough?', id: 'Apakah foto saya cukup jelas?' },
    team: 'PRODUCT',
  },
  {
    column: 'upload',
    lane: 'QUESTION',
    text: { en: 'Who sees my prescription?', id: 'Siapa saja yang melihat resep saya?' },
    team: 'SERVICE',
  },
  {
    column: 'pay',
    lane: 'QUESTION',
    text: { en: 'Does my insurance cover this?', id: 'Apakah asuransi saya menanggung ini?' },
    team: 'SALES',
  },
  {
    column: 'track',
    lane: 'QUESTION',
    text: { en: 'Will the courier come while I am at work?', id: 'Apakah kurir datang saat saya bekerja?' },
    team: 'SERVICE',
    channel: 'SERVICE_CHAT',
  },
  // What hurts
  {
    column: 'compare',
    lane: 'PAIN_POINT',
    text: {
      en: 'Delivery costs are not shown until checkout',
      id: 'Ongkos kirim baru terlihat saat pembayaran',
    },
    cause: 'PRICE',
    team: 'SALES',
    tags: ['FRUSTRATION'],
  },
  {
    column: 'upload',
    lane: 'PAIN_POINT',
    text: {
      en: 'Rejected photo, reason not given: she starts over',
      id: 'Foto ditolak tanpa alasan: ia mengulang dari awal',
    },
    cause: 'PROCESS',
    team: 'PRODUCT',
    tags: ['UNNECESSARY_EFFORT', 'FRUSTRATION'],
    channel: 'MOBILE_APP',
  },
  {
    column: 'upload',
    lane: 'PAIN_POINT',
    text: {
      en: 'Waits two hours for a pharmacist to approve, with no word in between',
      id: 'Menunggu persetujuan apoteker dua jam tanpa kabar',
    },
    cause: 'PROCESS',
    team: 'SERVICE',
    tags: ['STRESS'],
  },
  {
    column: 'track',
    lane: 'PAIN_POINT',
    text: {
      en: 'Tracking shows \u201cin transit\u201d for a whole day',
      id: 'Pelacakan menampilkan \u201cdalam perjalanan\u201d seharian penuh',
    },
    cause: 'PROCESS',
    team: 'SERVICE',
    tags: ['ANXIETY'],
    channel: 'MOBILE_APP',
  },
  {
    column: 'receive',
    lane: 'PAIN_POINT',
    text: {
      en: 'The leaflet is long and does not say what to do after a missed dose',
      id: 'Lembar petunjuknya panjang, tetapi tidak menjelaskan apa yang dilakukan bila lupa minum',
    },
    cause: 'OTHER',
    team: 'PRODUCT',
    tags: ['CONFUSION'],
  },
  // What pleases her, and who else plays a part
  {
    column: 'check',
    lane: 'MOTIVATION',
    kind: 'INFLUENCE',
    text: {
      en: 'Her doctor calls the pharmacy reliable',
      id: 'Dokternya menyebut apotek ini dapat dipercaya',
    },
  },
  {
    column: 'compare',
    lane: 'MOTIVATION',
    kind: 'ALTERNATIVE',
    text: {
      en: 'The shop on the corner: dearer, but open and five minutes away',
      id: 'Apotek dekat rumah: lebih mahal, tetapi buka dan hanya lima menit',
    },
  },
  {
    column: 'receive',
    lane: 'MOTIVATION',
    kind: 'GAIN',
    text: {
      en: 'Doses are packed by day, with her name on each bag',
      id: 'Obat dikemas per hari dengan namanya di setiap kantong',
    },
    team: 'PRODUCT',
  },
  // Where they meet
  {
    column: 'search',
    lane: 'TOUCHPOINT',
    text: {
      en: 'Medicine page with plain-language answers',
      id: 'Halaman obat dengan jawaban yang mudah dipahami',
    },
    channel: 'WEB',
    team: 'MARKETING',
  },
  {
    column: 'compare',
    lane: 'TOUCHPOINT',
    text: { en: 'Price and delivery calculator', id: 'Kalkulator harga dan ongkos kirim' },
    channel: 'WEB',
    team: 'SALES',
  },
  {
    column: 'upload',
    lane: 'TOUCHPOINT',
    text: { en: 'Prescription upload', id: 'Unggah resep' },
    channel: 'MOBILE_APP',
    team: 'PRODUCT',
  },
  {
    column: 'track',
    lane: 'TOUCHPOINT',
    text: { en: 'Delivery status message', id: 'Pesan status pengiriman' },
    channel: 'MESSAGING',
    team: 'SERVICE',
  },
  {
    column: 'receive',
    lane: 'TOUCHPOINT',
    text: { en: 'Parcel and courier', id: 'Paket dan kurir' },
    team: 'SERVICE',
    channel: 'OTHER',
  },
  {
    column: 'receive',
    lane: 'TOUCHPOINT',
    text: { en: 'Chat with a pharmacist', id: 'Obrolan dengan apoteker' },
    channel: 'SERVICE_CHAT',
    team: 'SERVICE',
  },
  {
    column: 'refill',
    lane: 'TOUCHPOINT',
    text: {
      en: 'Reminder five days before the strip is empty',
      id: 'Pengingat lima hari sebelum obat habis',
    },
    channel: 'MOBILE_APP',
    team: 'PRODUCT',
  },
  // Through what
  {
    column: 'search',
    lane: 'CHANNEL',
    text: { en: 'Search result and website', id: 'Hasil pencarian dan situs web' },
    channel: 'WEB',
    team: 'MARKETING',
  },
  {
    column: 'pay',
    lane: 'CHANNEL',
    text: { en: 'Mobile app', id: 'Aplikasi seluler' },
    channel: 'MOBILE_APP',
    team: 'PRODUCT',
  },
  {
    column: 'track',
    lane: 'CHANNEL',
    text: { en: 'Messaging app, SMS as a fallback', id: 'Aplikasi pesan, SMS sebagai cadangan' },
    channel: 'MESSAGING',
    team: 'SERVICE',
  },
  {
    column: 'recommend',
    lane: 'CHANNEL',
    text: { en: 'Review page and social media', id: 'Halaman ulasan dan media sosial' },
    channel: 'SOCIAL_MEDIA',
    team: 'MARKETING',
  },
  // What could be better
  {
    column: 'upload',
    lane: 'OPPORTUNITY',
    text: {
      en: 'Check the photo on the phone before it is sent',
      id: 'Periksa foto di ponsel sebelum dikirim',
    },
    team: 'PRODUCT',
  },
  {
    column: 'track',
    lane: 'OPPORTUNITY',
    text: { en: 'Let her choose a two-hour window', id: 'Biarkan ia memilih jendela waktu dua jam' },
    team: 'SERVICE',
  },
  {
    column: 'retention',
    lane: 'OPPORTUNITY',
    text: {
      en: 'Automatic refills that can be paused at any time',
      id: 'Isi ulang otomatis yang bisa dijeda kapan saja',
    },
    team: 'SALES',
  },
  {
    column: 'recommend',
    lane: 'OPPORTUNITY',
    text: {
      en: 'Answer every critical review within a day, by name',
      id: 'Balas setiap ulasan kritis dalam sehari, dengan nama jelas',
    },
    team: 'SERVICE',
  },
];
