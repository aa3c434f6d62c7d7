import '../../assets/css/advice.css';

/** One sentence below a control. The line is there before its words, so that they are announced. */
export function AdviceLine({ text, doubt }: { text: string | undefined; doubt?: boolean }) {
  return (
    <p class="advice" role="status" data-part="advice" data-doubt={doubt || undefined}>
      {text}
    </p>
  );
}
