import localFont from 'next/font/local';

/** Plus Jakarta Sans, served by us; its metrics shape the fallback so that nothing moves when it arrives. */
export const jakarta = localFont({
  src: '../../../../node_modules/@fontsource-variable/plus-jakarta-sans/files/plus-jakarta-sans-latin-wght-normal.woff2',
  weight: '200 800',
  style: 'normal',
  display: 'swap',
  variable: '--font-jakarta',
  adjustFontFallback: 'Arial',
  preload: true,
});
