export default function Home() {
  return (
    <main id="main" className="p-8 text-display font-semibold">
      Jejak
    </main>
  );
}
