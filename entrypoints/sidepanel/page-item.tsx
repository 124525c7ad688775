import { markOf, StateMark } from '@/components/icons/state-mark';
import { doubtText } from '@/components/item/doubt';
import { agoWords } from '@/components/item/time-words';
import { driftOfPage } from '@/components/item/page-drift';
import { driftText, rowFacts } from '@/components/item/row-facts';
import { SourceMark, toolName } from '@/components/item/source-mark';
import { standingText } from '@/components/item/standing-text';
import { Button } from '@/components/ui/button';
import { t } from '@/utils/i18n';
import { systemClock } from '@/utils/model/clock';
import { displayText } from '@/utils/model/display-text';
import { isOpen } from '@/utils/model/item';
import type { DraftGist, ItemRow, PageView } from '@/utils/model/row';
import { actByKey } from './by-key';
import type { KeyAct } from './key-table';
import { listOf } from './list-choosing';
import { ListBeside } from './list-part';
import { Alike, AsksFromHere } from './page-kin';
import { run } from './saving';
import { choose } from './choosing';
import type { Sidebar } from './sidebar';
import { TeachOffer } from './teach-part';

type Props = { sidebar: Sidebar; page: Extract<PageView, { kind: 'item' }> };

/** This page is an item that is known: its state, what is out of step, and what is done with it most. */
export function PageItem({ sidebar, page }: Props) {
  const { item } = page;
  const list = listOf(page);
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
      <Drift sidebar={sidebar} page={page} />
      {item.check && <Doubt sidebar={sidebar} item={item} />}
      {page.also.map((also) => (
        <p key={also.id} class="page-soft">
          {t('page_also', displayText(also.title))}
        </p>
      ))}
      <Deeds sidebar={sidebar} item={item} isDrifting={driftOfPage(page) !== undefined} />
      <Alike sidebar={sidebar} page={page} />
      <AsksFromHere sidebar={sidebar} asks={page.asks} />
      <TeachOffer sidebar={sidebar} draft={page.draft} />
      {list && <ListBeside sidebar={sidebar} list={list} />}
    </>
  );
}

/** What the card does not say in places of its own. */
function withoutRest(item: ItemRow): ItemRow {
  const { reason } = item;
  const isAge = reason?.code === 'age' && reason.sleDays === undefined;
  const said = {
    drift: undefined,
    source: undefined,
    requester: undefined,
    check: undefined,
    finished: undefined,
  };
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

/** The source says otherwise, here and now or when it was last seen; one key agrees with it. */
function Drift({ sidebar, page }: Props) {
  const { item } = page;
  const told = driftOfPage(page);
  if (!told) return null;
  return (
    <div class={`page-drift ${told.over ? '' : 'page-drift-on'}`}>
      <StateMark mark={told.over ? 'done' : 'started'} />
      <span>{driftText(told)}</span>
      <Button
        look="go"
        shortcut={told.over ? 'd' : 's'}
        onPress={pageAct(sidebar, item, told.over ? 'done' : 'start')}
      >
        {told.over ? t('deed_done') : t('deed_start')}
      </Button>
    </div>
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

/** Does to the page's item what the key does. */
const pageAct = (sidebar: Sidebar, item: ItemRow, what: KeyAct) => () => {
  choose(sidebar, 'page', item.id);
  actByKey(sidebar, what);
};

/** What is done with the item most; what its drift offers already is not said again. */
function Deeds({ sidebar, item, isDrifting }: { sidebar: Sidebar; item: ItemRow; isDrifting: boolean }) {
  const act = (what: KeyAct) => pageAct(sidebar, item, what);
  const isOngoing = isOpen(item.state);
  return (
    <div class="page-deeds">
      {isOngoing && item.state !== 'started' && (
        <Button look={isDrifting ? 'usual' : 'go'} shortcut="s" onPress={act('start')}>
          {t('deed_start')}
        </Button>
      )}
      {isOngoing && (
        <>
          {!isDrifting && (
            <Button look={item.state === 'started' ? 'go' : 'usual'} shortcut="d" onPress={act('done')}>
              {t('deed_done')}
            </Button>
          )}
          <Button shortcut="w" onPress={act('wait')}>
            {t('deed_wait')}
          </Button>
          <Button shortcut="z" onPress={act('snooze')}>
            {t('deed_snooze')}
          </Button>
        </>
      )}
      {!isOngoing && (
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
