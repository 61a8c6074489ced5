/**
 * Takes pictures of pages for people to look at: each in both languages, light and dark, at the widths of a desk,
 * a tablet and a phone.
 *
 *     npx tsx apps/e2e/src/screens.ts http://127.0.0.1:3000 --cookie "name=value" --out test-results/screens / /people
 *
 * `--locale`, `--theme` and `--width` (each a list with commas) narrow it down; `--whole` takes the page beyond the
 * window. Messages of the browser's console are printed: a page should have none.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';

const heights: Readonly<Record<string, number>> = { '390': 844, '1024': 768, '1280': 720, '1440': 900 };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    cookie: { type: 'string', default: '' },
    out: { type: 'string', default: 'test-results/screens' },
    locale: { type: 'string', default: 'en,id' },
    theme: { type: 'string', default: 'light,dark' },
    width: { type: 'string', default: '1440,1024,390' },
    whole: { type: 'boolean', default: false },
  },
});
const [origin, ...paths] = positionals;
if (origin === undefined || paths.length === 0) {
  process.stderr.write('Usage: screens.ts <origin> [options] <path>…\n');
  process.exit(2);
}

const listOf = (text: string) => text.split(',').filter((part) => part !== '');

/** A file name that says what the picture shows. */
function fileName(path: string, locale: string, theme: string, width: string): string {
  const page = path.replace(/[^a-z0-9]+/giu, '-').replace(/^-|-$/g, '') || 'home';
  return `${page}.${locale}.${theme}.${width}.png`;
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
try {
  await mkdir(values.out, { recursive: true });
  for (const width of listOf(values.width)) {
    for (const theme of listOf(values.theme)) {
      const context = await browser.newContext({
        viewport: { width: Number(width), height: heights[width] ?? 800 },
        colorScheme: theme === 'dark' ? 'dark' : 'light',
        hasTouch: Number(width) < 500,
      });
      const cookies = listOf(values.cookie.replaceAll(';', ',')).map((pair) => {
        const [name = '', ...rest] = pair.trim().split('=');
        return { name, value: rest.join('='), url: origin };
      });
      if (cookies.length > 0) await context.addCookies(cookies);
      for (const locale of listOf(values.locale)) {
        for (const path of paths) {
          const page = await context.newPage();
          page.on('console', (message) => {
            if (['error', 'warning'].includes(message.type())) {
              process.stdout.write(`${locale}${path}: ${message.type()}: ${message.text()}\n`);
            }
          });
          page.on('pageerror', (error) => process.stdout.write(`${locale}${path}: ${error.message}\n`));
          await page.goto(`${origin}/${locale}${path === '/' ? '' : path}`, { waitUntil: 'networkidle' });
          const overflow = await page.evaluate(
            'document.documentElement.scrollWidth - document.documentElement.clientWidth',
          );
          if (overflow !== 0)
            process.stdout.write(`${locale}${path} at ${width}: wider than the window by ${overflow}\n`);
          const file = join(values.out, fileName(path, locale, theme, width));
          await page.screenshot({ path: file, fullPage: values.whole });
          process.stdout.write(`${file}\n`);
          await page.close();
        }
      }
      await context.close();
    }
  }
} finally {
  await browser.close();
}
