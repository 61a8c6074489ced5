import type { ReactNode } from 'react';

/** The title of a form's page with the sentence that explains it. */
export function FormHeading({ title, text }: { readonly title: string; readonly text?: ReactNode }) {
  return (
    <div className="mb-6 flex flex-col gap-1.5">
      <h1 className="text-title font-semibold">{title}</h1>
      {text && <p className="text-body text-muted text-pretty">{text}</p>}
    </div>
  );
}
