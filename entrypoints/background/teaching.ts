import * as v from 'valibot';
import type { Inventory } from '@/storage/inventory';
import type { Parsed, Reply } from '@/utils/messaging/commands';
import type { CommandId } from '@/utils/model/ids';
import { LESSON_FIELDS, type LessonField, LessonSchema } from '@/utils/model/lesson';
import type { Teaching } from '@/utils/model/row';
import { askIfPresent, askPage } from './page-link';
import type { Pages } from './pages';
import { createShelf } from './session';

const TeachingSchema = v.object({
  field: v.picklist(LESSON_FIELDS),
  phase: v.picklist(['pointing', 'found', 'nothing']),
  lesson: v.optional(LessonSchema),
});

type With = { inventory: Inventory; pages: Pages; changed(): void };

/** A person points at a field in a page: what the page's script finds there is kept only when they say so. */
export function createTeaching({ inventory, pages, changed }: With) {
  const tabs = createShelf<Teaching>('teaching', TeachingSchema);
  const put = async (tabId: number, teaching: Teaching | undefined) => {
    await (teaching ? tabs.set(tabId, teaching) : tabs.drop(tabId));
    changed();
  };
  return {
    get: tabs.get,
    forget: tabs.drop,

    async start(tabId: number, field: LessonField): Promise<Reply> {
      const source = (await pages.last(tabId))?.draft?.source;
      if (!source) return { ok: false, code: 'no-page' };
      await put(tabId, { field, phase: 'pointing' });
      try {
        const { product, host, kind } = source;
        await askPage(tabId, { ask: 'point', about: { product, host, kind, field } });
        return { ok: true, value: { outcome: 'done' } };
      } catch {
        // The page does not let us in any more.
        await put(tabId, undefined);
        return { ok: false, code: 'no-page' };
      }
    },

    /** The page's script says what was pointed at. It counts only while this tab is asked for this very field. */
    async pointed(tabId: number, { isLeft, lesson }: Parsed<'page.pointed'>): Promise<void> {
      const asked = await tabs.get(tabId);
      if (asked?.phase !== 'pointing') return;
      if (isLeft) return put(tabId, undefined);
      const isAnswer = lesson?.field === asked.field && lesson.example !== '';
      await put(tabId, isAnswer ? { ...asked, phase: 'found', lesson } : { ...asked, phase: 'nothing' });
    },

    /** The person keeps what was found, or lets it go. */
    async learn(id: CommandId, tabId: number, isKept: boolean): Promise<Reply> {
      const { lesson, phase } = (await tabs.get(tabId)) ?? {};
      if (phase === 'pointing') await askIfPresent(tabId, { ask: 'stopPointing' });
      await put(tabId, undefined);
      if (!isKept || !lesson) return { ok: true, value: { outcome: 'nothing' } };
      const reply = await inventory.execute(id, 'lesson.save', { lessons: [lesson] }, { via: 'ui' });
      await pages.readAgain(tabId);
      return reply;
    },
  };
}

export type TeachingDesk = ReturnType<typeof createTeaching>;
