import { language } from '@/utils/i18n';

/** An instant (UTC ms) with its year, in the person's own zone: a copy may be old. */
export const instantWords = (at: number): string =>
  new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' }).format(at);
