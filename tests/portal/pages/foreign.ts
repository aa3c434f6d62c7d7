interface ForeignPage {
  html: string;
  headers: Record<string, string>;
}

/** Pages that tests put at any host and path of the certificate: hostile tenants, look-alikes, targets of redirects. */
export function createForeignPages() {
  const pages = new Map<string, ForeignPage>();
  return {
    set(host: string, path: string, html: string, headers: Record<string, string> = {}) {
      pages.set(`${host}${path}`, {
        html,
        headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
      });
    },
    find(host: string, path: string): Response | undefined {
      const page = pages.get(`${host}${path}`);
      return page && new Response(page.html, { headers: page.headers });
    },
    clear: () => pages.clear(),
  };
}
