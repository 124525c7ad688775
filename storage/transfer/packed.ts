/** The bytes of a backup file: its lines, packed. */
export function packed(lines: AsyncIterable<string>): ReadableStream<Uint8Array<ArrayBuffer>> {
  return textStream(lines).pipeThrough(new CompressionStream('gzip'));
}

function textStream(lines: AsyncIterable<string>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const source = lines[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await source.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await source.return?.();
    },
  });
}
