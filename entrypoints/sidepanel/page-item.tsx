import { markOf, StateMark } from '@/components/icons/state-mark';
import { doubtText } from '@/components/item/doubt';
import { agoWords } from '@/components/item/time-words';
import { rowFacts } from '@/components/item/row-facts';
import { SourceMark, toolName } from '@/components/item/source-mark';
import { standingText } from '@/components/item/standing-text';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { t } from '@/utils/i18n';
import { systemClock } from '@/utils/model/clock';
import { displayText } from '@/utils/model/display-text';
import type { DraftGist, ItemRow, PageView } from '@/utils/model/row';
import { actByKey } from './by-key';
import type { KeyAct } from './key-table';
import { run } from './saving';
import { choose } from './choosing';
import type { Sidebar } from './sidebar';

type Props = { sidebar: Sidebar; page: Extract<PageView, { kind: 'item' }> };

/** This page is an item that is known: its state, what is out of step, and what is done with it most. */
export function PageItem({ sidebar, page }: Props) {
  const { item } = page;
  return (
    <>
      <Origin draft={page.draft} aside={t('page_seen', agoWords(page.seenAt, systemClock.now()))} />
      <h2 class="page-title" dir="auto">
        {displayText(item.title)}
      </h2>
      <p class="page-soft">
        <StateMark mark={markOf(item)} /> {standingText(item, sidebar.today.value)}
        {rowFacts(withoutRest(item), sidebar.today.value).map((fact, place) => (
          <span key={place}>
            {' · '}
            <bdi class={fact.tone}>{fact.text}</bdi>
          </span>
        ))}
        {item.requester &&
          item.reason?.code !== 'waiter' &&
          ` · ${t('page_asked_by', displayText(item.requester))}`}
      </p>
      <Drift page={page} />
      {item.check && <Doubt sidebar={sidebar} item={item} />}
      {page.also.map((also) => (
        <p key={also.id} class="page-soft">
          {t('page_also', displayText(also.title))}
        </p>
      ))}
      <Deeds sidebar={sidebar} item={item} />
    </>
  );
}

/** What the card does not say in places of its own. */
function withoutRest(item: ItemRow): ItemRow {
  const { reason } = item;
  const isAge = reason?.code === 'age' && reason.sleDays === undefined;
  const said = { source: undefined, requester: undefined, check: undefined, finished: undefined };
  return { ...item, ...said, reason: isAge ? undefined : reason };
}

/** Where the page comes from: tile, the item's name there, the tool. */
export function Origin({ draft, aside }: { draft: DraftGist; aside: string }) {
  return (
    <p class="page-origin">
      <SourceMark product={draft.product} host={draft.host} />
      <span class="page-origin-name">
        {draft.label && (
          <>
            <bdi>{displayText(draft.label)}</bdi>
            {' · '}
          </>
        )}
        {toolName(draft.product, draft.host)}
      </span>
      <span class="page-origin-aside">{aside}</span>
    </p>
  );
}

function Drift({ page }: { page: Props['page'] }) {
  if (!page.drift) return null;
  const { product, status } = page.drift;
  return (
    <p class="page-drift">
      <StateMark mark="done" />
      <span>{t('page_drift', toolName(product, page.draft.host), displayText(status))}</span>
      <Kbd keys="d" />
    </p>
  );
}

function Doubt({ sidebar, item }: { sidebar: Sidebar; item: ItemRow }) {
  if (!item.check) return null;
  return (
    <div class="page-doubt">
      <span>{doubtText(item.check)}</span>
      <Button onPress={() => void run(sidebar, 'item.edit', { id: item.id, changes: { check: null } })}>
        {t('check_is_right')}
      </Button>
    </div>
  );
}

function Deeds({ sidebar, item }: { sidebar: Sidebar; item: ItemRow }) {
  const act = (what: KeyAct) => () => {
    choose(sidebar, 'page', item.id);
    actByKey(sidebar, what);
  };
  const isOpen = item.state !== 'done' && item.state !== 'canceled';
  return (
    <div class="page-deeds">
      {isOpen && item.state !== 'started' && (
        <Button look="go" shortcut="s" onPress={act('start')}>
          {t('deed_start')}
        </Button>
      )}
      {isOpen && (
        <>
          <Button look={item.state === 'started' ? 'go' : 'usual'} shortcut="d" onPress={act('done')}>
            {t('deed_done')}
          </Button>
          <Button shortcut="w" onPress={act('wait')}>
            {t('deed_wait')}
          </Button>
          <Button shortcut="z" onPress={act('snooze')}>
            {t('deed_snooze')}
          </Button>
        </>
      )}
      {!isOpen && (
        <Button shortcut="r" onPress={act('ready')}>
          {t('deed_reopen')}
        </Button>
      )}
      <span class="page-deeds-end">
        <Button shortcut="↵" onPress={act('open')}>
          {t('deed_open_short')}
        </Button>
      </span>
    </div>
  );
}
