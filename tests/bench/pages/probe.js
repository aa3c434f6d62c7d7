/** Runs first in each measured page: notes when things happened, in milliseconds since the navigation began. */
(() => {
  const times = {};
  const frames = [];
  /** `told` hears the time once the next frame is drawn: a message that is posted from the frame arrives after its paint. */
  const afterFrame = told =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => told(performance.now());
      port2.postMessage(0);
    });
  /** `told` hears the time of the next turn: whatever is attached in this one is there. */
  const nextTurn = told => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => told(performance.now());
    port2.postMessage(0);
  };
  const once = name => time => {
    times[name] ??= time;
  };
  new PerformanceObserver(list => {
    for (const { name, startTime } of list.getEntries())
      if (name === 'first-contentful-paint') times.fcp = startTime;
  }).observe({ type: 'paint', buffered: true });

  if (document.documentElement.dataset.surface) {
    const values = Object.entries(JSON.parse(localStorage.benchValues ?? '{}'));
    const plain = text => String(text ?? '').replaceAll('\r\n', '\n');
    const painted = () =>
      document.querySelector('[data-state=ready]') &&
      values.every(
        ([name, value]) => plain(document.getElementById(`field-${name}`)?.value) === plain(value),
      );
    const observer = new MutationObserver(() => {
      if (!painted()) return;
      observer.disconnect();
      nextTurn(once('interactive'));
      afterFrame(once('data'));
    });
    observer.observe(document, { childList: true, subtree: true });
  } else {
    addEventListener('DOMContentLoaded', () => {
      nextTurn(once('interactive'));
      afterFrame(once('data'));
    });
  }

  let stop = () => {};
  /** From now on, notes for each event of a type when it came, and when the frame was drawn that shows it: the next, or the first in which the status line contains `words`. */
  function watch(type, words = '') {
    stop();
    frames.length = 0;
    const isShown = () => !words || document.querySelector('[data-part=status]')?.textContent.includes(words);
    let handled = 0;
    /** After what the event's own listeners left to the end of the turn. */
    const done = () =>
      queueMicrotask(() =>
        queueMicrotask(() => {
          handled = performance.now();
        }),
      );
    const note = event => {
      if (!event.isTrusted) return;
      const began = performance.now();
      handled = began;
      const look = () =>
        requestAnimationFrame(start => {
          const shown = isShown();
          nextTurn(now => {
            if (!shown) return look();
            const work = handled - began + (now - Math.max(start, handled));
            frames.push({
              total: now - began,
              work,
              came: performance.timeOrigin + began,
              drawn: performance.timeOrigin + now,
            });
          });
        });
      look();
    };
    for (const each of [type, 'input']) addEventListener(each, done);
    addEventListener(type, note, true);
    stop = () => {
      removeEventListener(type, note, true);
      for (const each of [type, 'input']) removeEventListener(each, done);
    };
  }

  globalThis.bench = { times, frames, watch, afterFrame };
})();
