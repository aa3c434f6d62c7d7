import '../../assets/css/advice.css';
import { useMemo } from 'preact/hooks';
import { loadMarkdown } from '../../utils/advice/markdown';
import { useLoaded } from '../advice/use-loaded';

/** A text with its Markdown drawn. */
export function Markdown({ text }: { text: string }) {
  const render = useLoaded(loadMarkdown);
  // A card is drawn again for each of its fields: only another text is another drawing.
  const drawn = useMemo(() => render?.(text), [render, text]);
  return (
    <div class="markdown" dir="auto" data-part="markdown">
      {drawn}
    </div>
  );
}
