/** A valid custom element name that no page can know beforehand: "kqzvb-mrtja". */
export function randomTag(): string {
  const letters = [...crypto.getRandomValues(new Uint8Array(10))].map((byte) =>
    String.fromCharCode(97 + (byte % 26)),
  );
  return `${letters.slice(0, 5).join('')}-${letters.slice(5).join('')}`;
}
