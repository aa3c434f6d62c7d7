// Takes orders from the test through the page, and hands back what the spy's background says.
const spyApi = globalThis.browser ?? chrome;
document.addEventListener('spy-ask', async () => {
  const root = document.documentElement;
  const order = JSON.parse(root.dataset.spyAsk);
  const answer = await spyApi.runtime.sendMessage(order);
  root.dataset.spyAnswer = JSON.stringify(answer ?? null);
});
document.addEventListener('spy-tamper', () => {
  for (const host of document.querySelectorAll('[data-nametag]')) {
    host.click();
    host.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    // An extension may open the roots that pages cannot.
    const root = spyApi.dom?.openOrClosedShadowRoot?.(host) ?? host.openOrClosedShadowRoot ?? host.shadowRoot;
    const button = root?.querySelector('button');
    button?.click();
    button?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    if (button) button.textContent = 'Rewritten';
    document.documentElement.dataset.spyReached = button ? 'yes' : 'no';
  }
});
document.documentElement.dataset.spy = 'here';
