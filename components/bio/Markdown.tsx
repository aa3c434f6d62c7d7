import '../../assets/css/advice.css';
import { loadMarkdown } from '../../utils/advice/markdown';
import { useLoaded } from '../advice/use-loaded';

/** A text with its Markdown drawn. */
export function Markdown({ text }: { text: string }) {
  const render = useLoaded(loadMarkdown);
  return (
    <div class="markdown" dir="auto" data-part="markdown">
      {render?.(text)}
    </div>
  );
}
