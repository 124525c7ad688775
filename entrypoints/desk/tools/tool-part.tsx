import { HostName } from '@/components/item/host-name';
import { SourceMark, toolName } from '@/components/item/source-mark';
import { agoWords } from '@/components/item/time-words';
import { writeDay } from '@/components/item/day-words';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/icons/icon';
import { type MessageKey, t, tCount } from '@/utils/i18n';
import { systemClock } from '@/utils/model/clock';
import type { ToolHealth } from '@/utils/model/row';
import type { DeskState } from '../desk-state';
import { Outcome } from '../outcome';
import { Report } from './report';
import type { SiteAccess } from './site-access';

type Props = { tool: ToolHealth; desk: DeskState; access: SiteAccess };

/** One tool: items, last success, what fails, its sites and its switch. */
export function ToolPart({ tool, desk, access }: Props) {
  const { product, hosts, items, failing, isOn } = tool;
  const name = toolName(product, hosts[0] ?? '');
  return (
    <li class={`tool ${isOn ? '' : 'tool-off'}`}>
      <div class="tool-head">
        <SourceMark product={product} host={hosts[0] ?? ''} />
        <h2>{name}</h2>
        <span class="tool-items">{tCount('tools_items', items)}</span>
        <label class="switch tool-switch">
          <input
            type="checkbox"
            checked={isOn}
            aria-label={t('tools_recognise_named', name)}
            onChange={(event) => switchTool(desk, product, event.currentTarget.checked)}
          />
          <span>{t('tools_recognise')}</span>
        </label>
      </div>
      <p class="hint">{isOn ? readWords(tool) : t('tools_off_words', name)}</p>
      <Outcome desk={desk} place={`tool-${product}`} />
      {failing.length > 0 && (
        <ul class="tool-failing">
          {failing.map(({ field, from, since }) => (
            <li key={field + from}>
              <Icon name="warning" />
              {t(
                'tools_failing',
                fieldWords(field),
                fromWords(from),
                writeDay(since, { day: 'numeric', month: 'short' }),
              )}
            </li>
          ))}
        </ul>
      )}
      <ul class="tool-hosts">
        {hosts.map((host) => (
          <Site key={host} host={host} tool={tool} access={access} />
        ))}
      </ul>
      <Report tool={tool} name={name} />
    </li>
  );
}

function switchTool(desk: DeskState, product: string, isOn: boolean): void {
  const off = new Set(desk.settings.value?.toolsOff);
  if (isOn) off.delete(product);
  else off.add(product);
  void desk.save(`tool-${product}`, 'settings.change', { toolsOff: [...off].toSorted() });
}

function readWords({ lastSuccess, lastRead }: ToolHealth): string {
  const now = systemClock.now();
  if (lastSuccess !== undefined) return t('tools_last_success', agoWords(lastSuccess, now));
  return lastRead === undefined ? t('tools_never_read') : t('tools_never_sure', agoWords(lastRead, now));
}

/** A host of the tool, and whether its pages are read without being asked. */
function Site({ host, tool, access }: { host: string; tool: ToolHealth; access: SiteAccess }) {
  const isGranted = tool.granted.includes(host);
  return (
    <li>
      <HostName host={host} class="tool-host" />
      <span class="faint">{isGranted ? t('tools_granted') : t('tools_not_granted')}</span>
      <Button onPress={() => void (isGranted ? access.takeBack(host) : access.allow(host))}>
        {isGranted ? t('settings_seen_remove') : t('tools_grant')}
      </Button>
      {access.refused.value.has(host) && <span class="hint">{t('tools_grant_refused')}</span>}
    </li>
  );
}

const FIELDS: Record<string, MessageKey> = {
  title: 'field_title',
  status: 'field_status',
  assignees: 'field_assignees',
  requester: 'field_requester',
  dueDay: 'field_due_day',
  labels: 'field_labels',
  priority: 'field_priority',
  project: 'field_project',
};
const FROM: Record<string, MessageKey> = {
  url: 'from_url',
  'document title': 'from_document_title',
  heading: 'from_heading',
  'json-ld': 'from_structured_data',
  'structured data': 'from_structured_data',
  'open graph': 'from_open_graph',
  microdata: 'from_structured_data',
  'field hook': 'from_field_hook',
  link: 'from_link',
  taught: 'from_taught',
};

/** A field's name in words; the name itself for one that has none. */
export const fieldWords = (field: string): string => (FIELDS[field] ? t(FIELDS[field]) : field);
const fromWords = (from: string): string => (FROM[from] ? t(FROM[from]) : from);
