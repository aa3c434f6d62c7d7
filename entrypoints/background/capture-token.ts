import { browser } from 'wxt/browser';
import { type Domains, type Space, spaceOf, spaceOfApi } from '../../utils/portal/space';

/** What the browser tells of a request; Chromium names the initiator's origin, Firefox the URL of the page. */
export interface SeenRequest {
  method: string;
  url: string;
  frameId: number;
  tabId: number;
  /** Chromium alone tells these two. */
  frameType?: string;
  documentLifecycle?: string;
  initiator?: string;
  originUrl?: string;
  cookieStoreId?: string;
  requestHeaders?: { name: string; value?: string }[];
}

export interface Captured {
  space: Space;
  token: string;
  tab: number;
  container: string;
}

const bearer = /^Bearer ([A-Za-z0-9._~+/=-]{20,4096})$/;

/** The origin of the page that made the request, where it is told. */
function originOf({ initiator, originUrl }: SeenRequest): string | undefined {
  const told = initiator ?? originUrl;
  return told && URL.canParse(told) ? new URL(told).origin : undefined;
}

/** The stages of a page's life in which Chromium has not put it in its tab's place: not told yet, and prerendered. */
const early = ['', 'prerender'];

/**
 * Whether the page of a tab made a request, and not a frame in it or a preflight. Until a page is in its place, its frame has
 * another number than 0.
 */
const isOfPage = ({ method, tabId, frameId, frameType, documentLifecycle = '' }: SeenRequest) =>
  method !== 'OPTIONS' &&
  tabId >= 0 &&
  (frameId === 0 || (frameType === 'outermost_frame' && early.includes(documentLifecycle)));

/**
 * The space of a request, if the portal of that very space made it: top frame, real tab, not a preflight. A page of another
 * space, a frame, a page's own worker or we ourselves are nobody (T06, T09, T10).
 */
export function spaceOfRequest(request: SeenRequest, domains: Domains): Space | undefined {
  if (!isOfPage(request)) return undefined;
  const space = spaceOfApi(request.url);
  const origin = originOf(request);
  return space && origin && spaceOf(`${origin}/`, domains) === space ? space : undefined;
}

/** The token of a request that the portal of its own space made. */
export function tokenOf(request: SeenRequest, domains: Domains): Captured | undefined {
  const { tabId, requestHeaders = [], cookieStoreId = '' } = request;
  const space = spaceOfRequest(request, domains);
  if (!space) return undefined;
  const header = requestHeaders.find(({ name }) => name.toLowerCase() === 'authorization')?.value ?? '';
  const token = bearer.exec(header)?.[1];
  return token ? { space, token, tab: tabId, container: cookieStoreId } : undefined;
}

const hasToken = ({ requestHeaders = [] }: SeenRequest) =>
  requestHeaders.some(
    ({ name, value }) => name.toLowerCase() === 'authorization' && bearer.test(value ?? ''),
  );

const hostOf = (request: SeenRequest) => {
  const origin = originOf(request);
  return origin && URL.canParse(origin) ? new URL(origin).host : 'unknown';
};

/** Observes the portal's own API requests; nothing is changed or held up. Must be called in the worker's first turn. */
export function captureTokens(
  domains: () => Promise<Domains>,
  onToken: (captured: Captured) => void,
  onRefused: (host: string) => void = () => {},
): void {
  browser.webRequest.onBeforeSendHeaders.addListener(
    details => {
      const request = details as unknown as SeenRequest;
      // Without a known origin of a space the request is nobody's business of ours; domains are read only for the rest.
      const captured = tokenOf(request, {});
      if (captured) onToken(captured);
      else if (isOfPage(request)) {
        void domains().then(bound => {
          const late = tokenOf(request, bound);
          if (late) onToken(late);
          else if (hasToken(request)) onRefused(hostOf(request));
        });
      }
      return undefined;
    },
    { urls: ['https://*.spaces.nexudus.com/api/*'] },
    ['requestHeaders'],
  );
}
