import { type RefObject, useEffect } from 'react';

/** What each editor of GraphiQL is called; it gives them no names itself. */
export interface EditorLabels {
  readonly query: string;
  readonly variables: string;
  readonly headers: string;
  readonly answer: string;
}

const editors = (labels: EditorLabels): readonly (readonly [string, string])[] => [
  ['.graphiql-query-editor textarea', labels.query],
  ['.graphiql-editor-tool .graphiql-editor:nth-child(1) textarea', labels.variables],
  ['.graphiql-editor-tool .graphiql-editor:nth-child(2) textarea', labels.headers],
  ['.result-window textarea', labels.answer],
];

/** Names the editors for those who do not see them, as each appears. */
export function useEditorLabels(
  container: RefObject<HTMLElement | null>,
  labels: EditorLabels,
  lang: string,
): void {
  useEffect(() => {
    const element = container.current;
    if (element === null) return;
    const name = () => {
      for (const [selector, label] of editors(labels)) {
        const area = element.querySelector(selector);
        if (area === null || area.getAttribute('aria-label') === label) continue;
        area.setAttribute('aria-label', label);
        area.setAttribute('lang', lang);
      }
    };
    name();
    const observer = new MutationObserver(name);
    observer.observe(element, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [container, labels, lang]);
}
