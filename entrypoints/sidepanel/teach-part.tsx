import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { lessonFieldName, locatorWords } from '@/components/item/locator-words';
import { Button } from '@/components/ui/button';
import { Menu } from '@/components/ui/menu';
import { t } from '@/utils/i18n';
import { displayText } from '@/utils/model/display-text';
import type { Lesson } from '@/utils/model/lesson';
import type { DraftGist } from '@/utils/model/row';
import type { Sidebar } from './sidebar';
import { fieldsToTeach, learn, teach, teachingOf } from './teaching';
import './teach-part.css';

/** "Something missing or wrong? Teach": a field is chosen, then pointed at in the page. */
export function TeachOffer({ sidebar, draft }: { sidebar: Sidebar; draft: DraftGist }) {
  const [at, setAt] = useState<{ x: number; y: number } | undefined>();
  if (teachingOf(sidebar).value) return null;
  return (
    <p class="teach-offer">
      <span>{t('teach_offer')}</span>
      <Button look="plain" opens="menu" onPress={({ clientX, clientY }) => setAt({ x: clientX, y: clientY })}>
        {t('teach')}
      </Button>
      {at && (
        <Menu
          label={t('teach_menu')}
          at={at}
          onClose={() => setAt(undefined)}
          items={fieldsToTeach(draft).map(({ field, isMissing }) => ({
            name: lessonFieldName(field),
            ...(isMissing && { aside: t('teach_missing') }),
            onPick: () => teach(sidebar, field),
          }))}
        />
      )}
    </p>
  );
}

/** While a field is pointed at, and what was found there. */
export function TeachingNow({ sidebar }: { sidebar: Sidebar }) {
  const teaching = teachingOf(sidebar).value;
  if (!teaching) return null;
  const { field, phase, lesson } = teaching;
  const name = lessonFieldName(field);
  if (phase === 'found' && lesson) return <Found sidebar={sidebar} lesson={lesson} />;
  return (
    <div class="teaching" role="status">
      <p>{phase === 'pointing' ? t('teach_pointing', name) : t('teach_nothing')}</p>
      <div class="page-deeds">
        {phase !== 'pointing' && (
          <Button look="go" onPress={() => teach(sidebar, field)}>
            {t('teach_again')}
          </Button>
        )}
        <Button shortcut="Esc" onPress={() => void learn(sidebar, false)}>
          {t('teach_leave')}
        </Button>
      </div>
    </div>
  );
}

/** What was read, and by what it will be found again; nothing is kept before the person says so. */
function Found({ sidebar, lesson }: { sidebar: Sidebar; lesson: Lesson }) {
  const box = useRef<HTMLDivElement>(null);
  // The person pointed for this very question: Enter answers it.
  useLayoutEffect(() => box.current?.querySelector<HTMLElement>('.button-go')?.focus(), [lesson]);
  return (
    <div ref={box} class="teaching" role="status">
      <p>{t('teach_found', lessonFieldName(lesson.field))}</p>
      <p class="teaching-example">
        <bdi dir="auto">{displayText(lesson.example)}</bdi>
      </p>
      <p class="page-soft">{t('teach_where')}</p>
      <ul class="teaching-places">
        {lesson.locators.map((locator, place) => (
          <li key={place}>
            <bdi>{locatorWords(locator)}</bdi>
          </li>
        ))}
      </ul>
      <div class="page-deeds">
        <Button look="go" shortcut="↵" onPress={() => void learn(sidebar, true)}>
          {t('teach_keep')}
        </Button>
        <Button shortcut="Esc" onPress={() => void learn(sidebar, false)}>
          {t('teach_drop')}
        </Button>
        <Button look="plain" onPress={() => teach(sidebar, lesson.field)}>
          {t('teach_again')}
        </Button>
      </div>
    </div>
  );
}
