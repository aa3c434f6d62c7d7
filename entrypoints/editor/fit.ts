/**
 * Chromium gives a popup at most the height that its window leaves, and then forces a scrollbar on the document. The
 * document takes what was given instead, so that only the panel scrolls and the bar stays in sight.
 */
export function fitPopup(): void {
  const page = document.documentElement;
  const take = () => {
    if (window.innerWidth > page.clientWidth) page.style.blockSize = `${window.innerHeight}px`;
  };
  window.addEventListener('resize', take);
  take();
}
