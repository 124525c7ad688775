import type { BrowserContext } from '@playwright/test';

/** A page by its address: its HTML, or HTML with headers. */
export type Pages = Record<string, string | { html: string; headers?: Record<string, string> }>;

/**
 * Serves sample pages under the real addresses of their tools, without any network: every other request of the
 * pages is answered with "not found". Query and hash are ignored unless the address given has them.
 */
export async function servePages(context: BrowserContext, pages: Pages): Promise<void> {
  const byAddress = new Map(Object.entries(pages).map(([address, page]) => [new URL(address).href, page]));
  await context.route(/^https?:\/\//, async (route) => {
    const url = new URL(route.request().url());
    const page = byAddress.get(url.href) ?? byAddress.get(url.origin + url.pathname);
    if (page === undefined)
      return route.fulfill({ status: 404, contentType: 'text/html', body: '<title>Not found</title>' });
    const { html, headers = {} } = typeof page === 'string' ? { html: page } : page;
    return route.fulfill({
      status: 200,
      headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
      body: html,
    });
  });
}
