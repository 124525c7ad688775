import { useRef, useState } from 'preact/hooks';
import { HostName } from '@/components/item/host-name';
import { toolName } from '@/components/item/source-mark';
import { Button } from '@/components/ui/button';
import { t, tCount } from '@/utils/i18n';
import { live } from '@/utils/messaging/live';
import { displayText } from '@/utils/model/display-text';
import type { Lesson, Locator } from '@/utils/model/lesson';
import type { DeskState } from '../desk-state';
import { Outcome } from '../outcome';
import { type LessonsRead, readLessons, writeLessons } from './lessons-file';
import { LocatorLine } from './locator-line';
import { fieldWords } from './tool-part';

const lessons = live('lessons', {}, undefined);

/** What was taught by pointing: shown in words, changed, taken back, written to a file and read from one. */
export function LessonsPart({ desk }: { desk: DeskState }) {
  const all = lessons.value ?? [];
  return (
    <section class="part">
      <h2>{t('lessons')}</h2>
      <p class="hint">{t('lessons_why')}</p>
      {all.length > 0 && (
        <ul class="lessons">
          {all.map((lesson) => (
            <LessonLine key={lesson.id} lesson={lesson} desk={desk} />
          ))}
        </ul>
      )}
      <LessonFiles all={all} desk={desk} />
      <Outcome desk={desk} place="lessons" />
    </section>
  );
}

function LessonLine({ lesson, desk }: { lesson: Lesson; desk: DeskState }) {
  const { id, product, host, field, example, locators } = lesson;
  const save = (changed: Locator[]) =>
    void desk.save(`lesson-${id}`, 'lesson.save', { lessons: [{ ...lesson, locators: changed }] });
  return (
    <li class="lesson">
      <p class="lesson-head">
        <strong>{fieldWords(field)}</strong>
        <span class="faint">
          {toolName(product, host)} · <HostName host={host} />
        </span>
        <Button onPress={() => void desk.save(`lesson-${id}`, 'lesson.remove', { id })}>
          {t('lessons_remove')}
        </Button>
      </p>
      <p class="hint">
        {t('lessons_example')} <bdi dir="auto">{displayText(example)}</bdi>
      </p>
      <ol class="locators">
        {locators.map((locator, place) => (
          <LocatorLine
            key={JSON.stringify(locator)}
            locator={locator}
            isOnly={locators.length === 1}
            onChange={(changed) => save(locators.toSpliced(place, 1, ...(changed ? [changed] : [])))}
          />
        ))}
      </ol>
      <Outcome desk={desk} place={`lesson-${id}`} />
    </li>
  );
}

function LessonFiles({ all, desk }: { all: readonly Lesson[]; desk: DeskState }) {
  const file = useRef<HTMLInputElement>(null);
  const [read, setRead] = useState<LessonsRead | undefined>();
  const take = async (given: File | undefined) => {
    if (!given) return;
    const found = readLessons(await given.text());
    setRead(found);
    if ('lessons' in found && found.lessons.length > 0)
      await desk.save('lessons', 'lesson.save', { lessons: found.lessons });
  };
  return (
    <div class="lesson-files">
      {all.length > 0 && <Button onPress={() => download(writeLessons(all))}>{t('lessons_export')}</Button>}
      <Button onPress={() => file.current?.click()}>{t('lessons_import')}</Button>
      <input
        ref={file}
        type="file"
        accept="application/json,.json"
        hidden
        aria-label={t('lessons_import')}
        onChange={(event) => void take(event.currentTarget.files?.[0])}
      />
      {read && (
        <p class="hint" role={'problem' in read ? 'alert' : 'status'}>
          {'problem' in read ? problemWords(read) : tCount('lessons_imported', read.lessons.length)}
        </p>
      )}
    </div>
  );
}

function problemWords(read: Extract<LessonsRead, { problem: string }>): string {
  switch (read.problem) {
    case 'too-large':
      return t('lessons_file_too_large');
    case 'no-json':
    case 'other-file':
      return t('lessons_file_other');
    case 'wrong':
      return t('lessons_file_wrong', read.place ?? '');
  }
}

/** Saves a text as a file, by the browser's own download of a link; needs no permission. */
function download(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = 'throughline-lessons.json';
  link.click();
  URL.revokeObjectURL(address);
}
