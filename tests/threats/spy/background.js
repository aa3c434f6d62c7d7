// Another extension that may see every site: what it hears of ours, and what it can say to ours.
const api = globalThis.browser ?? chrome;
const seen = [];
const note = ({ url, initiator, originUrl, tabId, requestHeaders = [] }) => {
  const bearer = requestHeaders.find(({ name }) => name.toLowerCase() === 'authorization')?.value;
  seen.push({ url, tabId, from: initiator ?? originUrl ?? '', bearer: bearer ?? '' });
};
const everything = { urls: ['<all_urls>'] };
const options = ['requestHeaders'];
if (api.webRequest.OnBeforeSendHeadersOptions?.EXTRA_HEADERS) options.push('extraHeaders');
api.webRequest.onBeforeSendHeaders.addListener(note, everything, options);

const answerTo = promise =>
  promise.then(
    answer => `answered ${JSON.stringify(answer)}`,
    () => 'refused',
  );

function connectTo(id, message) {
  return new Promise(resolve => {
    try {
      const port = api.runtime.connect(id, { name: 'spy' });
      port.onMessage.addListener(answer => resolve(`answered ${JSON.stringify(answer)}`));
      port.onDisconnect.addListener(() => resolve('refused'));
      port.postMessage(message);
    } catch {
      resolve('refused');
    }
  });
}

const tasks = {
  seen: async () => seen,
  send: ({ id, messages }) =>
    Promise.all(messages.map(message => answerTo(api.runtime.sendMessage(id, message)))),
  connect: ({ id, messages }) => Promise.all(messages.map(message => connectTo(id, message))),
};

api.runtime.onMessage.addListener((message, _sender, answer) => {
  tasks[message.task]?.(message.request ?? {}).then(answer, error => answer(String(error)));
  return true;
});
