import messages from '@/public/_locales/en/messages.json';

const catalogue: Record<string, { message: string }> = messages;

/** Stands in the place of utils/browser: what the list asks of it is words. */
export const browser = {
  i18n: {
    getMessage: (key: string, values: string[] = []) =>
      (catalogue[key]?.message ?? '').replace(
        /\$(\d)/g,
        (_, place: string) => values[Number(place) - 1] ?? '',
      ),
    getUILanguage: () => 'en',
  },
};
