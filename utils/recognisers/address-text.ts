/** True for a fragment that a page routes by: "#/inbox/12", "#id=5"; a mere place on the page is not kept. */
export const isRoute = (hash: string): boolean =>
  /[/=]/.test(hash) && !hash.startsWith('#:~:') && !/(?:^#|[&#])token=|access_token=/.test(hash);

/** Percent-decoded where it is well-formed, else as it is. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // A stray "%" is legal in an address; the raw text is what a person sees there.
  }
}
