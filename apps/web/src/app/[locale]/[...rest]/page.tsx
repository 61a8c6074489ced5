import { notFound } from 'next/navigation';

/** Every address that no page claims. */
export default function UnknownPage() {
  notFound();
}
