import { useMemo } from 'preact/hooks';
import { t } from '@/utils/i18n';
import { live } from '@/utils/messaging/live';
import type { DeskState } from '../desk-state';
import { SwitchField } from '../settings/switch-field';
import { LessonsPart } from './lessons-part';
import { createSiteAccess } from './site-access';
import { ToolPart } from './tool-part';
import './tools.css';

const tools = live('tools', {}, undefined);

/** The tools that work was seen in: what is there of each, how well it is read, and what it may do by itself. */
export function Tools({ desk }: { desk: DeskState }) {
  const access = useMemo(createSiteAccess, []);
  const settings = desk.settings.value;
  const seen = tools.value;
  return (
    <section class="tools">
      <h1>{t('desk_tools')}</h1>
      <p class="lead">{t('tools_lead')}</p>
      {seen?.length === 0 && <p class="tools-empty">{t('tools_none')}</p>}
      <ul class="tool-list">
        {seen?.map((tool) => (
          <ToolPart key={tool.product} tool={tool} desk={desk} access={access} />
        ))}
      </ul>
      {settings && (
        <section class="part">
          <h2>{t('tools_marks')}</h2>
          <SwitchField
            name="marks"
            desk={desk}
            label={t('tools_marks_label')}
            why={t('tools_marks_why')}
            isOn={settings.marks}
            onSave={(marks) => void desk.save('marks', 'settings.change', { marks })}
          />
        </section>
      )}
      <LessonsPart desk={desk} />
    </section>
  );
}
