/** What a click may open. */
const SCHEMES = ['http:', 'https:', 'mailto:'];

/**
 * An address that may be opened, in the browser's own form; undefined for everything else that a page or a file called
 * an address: that stays a text (safety T11). The one place that decides it. An address with a name or a password in
 * it is none either: "https://bank.example@evil.example" reads as what it is not.
 */
export function addressToOpen(text: string): string | undefined {
  const url = URL.parse(text);
  if (!url || !SCHEMES.includes(url.protocol) || url.username || url.password) return undefined;
  return url.href;
}
