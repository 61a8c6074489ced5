/** Shown while the web process is starting; tries again by itself. In both languages, as there is nobody to ask yet. */
export const waitingPage = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="1">
<title>Jejak</title>
<style>
  :root { color-scheme: light dark; font: 1.125rem/1.6 system-ui, sans-serif; }
  body { display: grid; min-height: 100vh; margin: 0; place-content: center; text-align: center; }
</style>
<main role="status">
  <p>Jejak is starting. This page opens by itself in a moment.</p>
  <p lang="id">Jejak sedang dimulai. Halaman ini akan terbuka sendiri sebentar lagi.</p>
</main>
`;
