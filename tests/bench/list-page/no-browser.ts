import messages from '@/public/_locales/en/messages.json';

const catalogue: Record<string, { message: string }> = messages;

/** What the list asks of a browser's extension interface: words. */
const browser = {
  i18n: {
    getMessage: (key: string, values: string[] = []) =>
      (catalogue[key]?.message ?? '').replace(
        /\$(\d)/g,
        (_, place: string) => values[Number(place) - 1] ?? '',
      ),
    getUILanguage: () => 'en',
  },
};

// The polyfill, in whose place this stands, is a default export.
// oxlint-disable-next-line import/no-default-export
export default browser;
