import type { AddressPattern } from './address-pattern';
import type { TitlePattern } from './title-pattern';

/**
 * Where a field stands: a CSS selector, and behind a space and "@" the attribute to read instead of the text:
 * `[data-issue-key] @data-issue-key`. Of an input its present value is read. `{id}` in it is the item's native id:
 * `#message-content-{id}` is the text of this message and of no other.
 */
export type Hook = string;

export type HookName =
  | 'title'
  | 'id'
  | 'status'
  | 'assignees'
  | 'requester'
  | 'dueDay'
  | 'labels'
  | 'priority'
  | 'project'
  | 'excerpt';

/** One kind of item of a tool: every form of its address, and what they have in common. */
export type ItemForm = {
  kind: string;
  at: AddressPattern | AddressPattern[];
  /** The address that leads back, from the holes: "/browse/{id}", or whole, with its host. */
  to: string;
  /** The native id; `{id}` when absent. */
  id?: string;
  /** What the id is unique within; `{base}` when absent. */
  scope?: string;
  /** How a person names it: "{id}", "#{id}". */
  label?: string;
  /** How the tool means ids that it takes in any case. */
  case?: 'upper' | 'lower';
};

/** A tool told as data: what `describeTool` makes a recogniser of. */
export type Description = {
  /** Stable lower-case name, the first part of every key: "azure-devops". */
  product: string;
  /**
   * Where it lives: "app.asana.com", "*.zendesk.com" (sub-domains only), "desk.zoho.*" (any ending), each with the
   * first part of the path where a host has several tools: "*.atlassian.net/wiki".
   */
  hosts?: string[];
  /** Of a tool that lives on any host: selectors, one of which marks every page of it and no page of another tool. */
  signs?: string[];
  items: ItemForm[];
  /** Addresses that have an item's form and are none. */
  except?: AddressPattern[];
  /** One host that stands for all the tool's hosts in keys, where they share their ids. */
  host?: string;
  /** Forms of an item's page title, most particular first. None: the title of the page is never the item's. */
  title?: TitlePattern | TitlePattern[];
  /** Forms of a list's page title. */
  lists?: TitlePattern[];
  /** Around what is in front, of a tool that keeps several items in the page. Without it in the page no hook is read. */
  pane?: string;
  /** `id` is where the page names its own item: it binds the title beside it, and tells another item's page. */
  hooks?: Partial<Record<HookName, Hook>>;
  /** The same, within one row of a list: the nearest `row` around the link. */
  row?: string;
  cells?: Partial<Record<HookName, Hook>>;
  /** Does its markup stand in shadow trees? They are then read too, which takes a walk through the page. */
  deep?: boolean;
};
