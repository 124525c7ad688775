import type { Identity } from './recogniser';

const KINDS: Record<string, string> = { issues: 'issue', pull: 'pull request', discussions: 'discussion' };
const ITEM = /^\/([\w.-]+)\/([\w.-]+)\/(issues|pull|discussions)\/(\d+)(?:$|[/.])/;
const ORG_DISCUSSION = /^\/orgs\/([\w.-]+)\/discussions\/(\d+)(?:$|\/)/;
const COMMIT = /^\/([\w.-]+\/[\w.-]+)\/commit\/([0-9a-f]{7,40})(?:$|[/.])/i;
const RUN = /^\/([\w.-]+\/[\w.-]+)\/actions\/runs\/(\d+)(?:$|\/)/;

/** The item that an address on GitHub or an Enterprise host names. */
export function identifyGitHub(url: URL): Identity | undefined {
  const pane = paneIssue(url);
  if (pane) return pane;
  const discussion = ORG_DISCUSSION.exec(url.pathname);
  if (discussion) {
    const [, org = '', number = ''] = discussion;
    const path = `orgs/${org}/discussions/${number}`;
    return numbered(url, { kind: 'discussion', scope: `orgs/${org}`, number, path });
  }
  const [, owner = '', repo = '', place = '', number = ''] = ITEM.exec(url.pathname) ?? [];
  if (number === '' || owner === 'orgs') return commitOrRun(url);
  const scope = `${owner}/${repo}`;
  return numbered(url, { kind: KINDS[place] ?? 'issue', scope, number, path: `${scope}/${place}/${number}` });
}

/** A project's side pane: `?pane=issue&issue=owner|repo|12`. */
function paneIssue(url: URL): Identity | undefined {
  if (!/\/projects\/\d+/.test(url.pathname)) return undefined;
  const [owner, repo, number] = (url.searchParams.get('issue') ?? '').split('|');
  if (!owner || !repo || !/^[\w.-]+\/[\w.-]+$/.test(`${owner}/${repo}`) || !/^\d+$/.test(number ?? ''))
    return undefined;
  const scope = `${owner}/${repo}`;
  return numbered(url, {
    kind: 'issue',
    scope,
    number: number ?? '',
    path: `${scope}/issues/${number}`,
  });
}

/** A commit is one whether its name is written whole or cut to seven digits or more. */
export const shortSha = (sha: string): string => sha.slice(0, 7).toLowerCase();

function commitOrRun(url: URL): Identity | undefined {
  const [, repo = '', sha = ''] = COMMIT.exec(url.pathname) ?? [];
  if (sha !== '') {
    const label = `${repo}@${shortSha(sha)}`;
    return item(url, repo, `${repo}/commit/${sha}`, { kind: 'commit', nativeId: shortSha(sha), label });
  }
  const [, place = '', number = ''] = RUN.exec(url.pathname) ?? [];
  if (number === '') return undefined;
  const nativeId = `runs/${number}`;
  return item(url, place, `${place}/actions/${nativeId}`, {
    kind: 'run',
    nativeId,
    label: `${place}/${nativeId}`,
  });
}

/** Issues, pull requests and discussions of a repository share one row of numbers. */
const numbered = (
  url: URL,
  { kind, scope, number, path }: { kind: string; scope: string; number: string; path: string },
): Identity => item(url, scope, path, { kind, nativeId: number, label: `${scope}#${number}` });

/** Owner and name ignore case. */
function item(
  url: URL,
  scope: string,
  path: string,
  own: Pick<Identity, 'kind' | 'nativeId' | 'label'>,
): Identity {
  const host = url.host === 'www.github.com' ? 'github.com' : url.host;
  return { ...own, scope: scope.toLowerCase(), url: `${url.protocol}//${host}/${path}`, host };
}

/** "owner/repo" as the address spells it. */
export const projectOf = ({ label }: Identity): string | undefined =>
  /^[^#@]+?(?=[#@]|\/runs\/)/.exec(label ?? '')?.[0];
