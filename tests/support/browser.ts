import { find, type Program } from '../../.ci/browsers.mjs';

/** The path of a browser or display tool; throws with what to do when the machine has none. */
export function program(name: Program): string {
  const path = find(name);
  if (!path) throw new Error(`No ${name} on this machine: run "npm test" once, which installs it on Debian.`);
  return path;
}
