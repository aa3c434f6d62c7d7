import '../../assets/css/advice.css';
import { useFocusInSight } from './use-focus-in-sight';

/** One sentence below a control. The line is there before its words, so that they are announced. */
export function AdviceLine({ text, doubt }: { text: string | undefined; doubt?: boolean }) {
  useFocusInSight(!!text);
  return (
    <p class="advice" role="status" data-part="advice" data-doubt={doubt || undefined}>
      {text}
    </p>
  );
}
