/** Where the browsers and the tools of a display are on this machine. Node built-ins only: runs before install. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const { env, platform } = process;

const MAC = '/Applications';
const WINDOWS = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean);

const PROGRAMS = {
  chromium: {
    variable: 'CHROMIUM_BIN',
    names: [
      'chromium',
      'chromium-browser',
      'google-chrome',
      'google-chrome-stable',
      'chrome',
      'microsoft-edge',
      'brave-browser',
    ],
    mac: [
      'Chromium.app/Contents/MacOS/Chromium',
      'Google Chrome.app/Contents/MacOS/Google Chrome',
      'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    windows: [
      'Chromium/Application/chrome.exe',
      'Google/Chrome/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ],
  },
  firefox: {
    variable: 'FIREFOX_BIN',
    names: ['firefox-esr', 'firefox'],
    mac: ['Firefox.app/Contents/MacOS/firefox'],
    windows: ['Mozilla Firefox/firefox.exe'],
  },
  xvfb: { variable: 'XVFB_BIN', names: ['Xvfb'], mac: [], windows: [] },
  xdotool: { variable: 'XDOTOOL_BIN', names: ['xdotool'], mac: [], windows: [] },
};

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // Absent or not ours to run: either way not the one we look for.
  }
}

function usualPlaces({ mac, windows }) {
  if (platform === 'darwin') return mac.map((path) => join(MAC, path));
  if (platform === 'win32') return WINDOWS.flatMap((base) => windows.map((path) => join(base, path)));
  return [];
}

/**
 * The path of a program, or undefined when the machine has none: the environment's choice first
 * (CHROMIUM_BIN, FIREFOX_BIN), then the usual names on PATH, then the usual places of the system.
 */
export function find(program) {
  const wanted = PROGRAMS[program];
  const chosen = env[wanted.variable];
  if (chosen) return chosen;
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = wanted.names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...usualPlaces(wanted)].find(isProgram);
}

/** The environment variable by which a person names the program. */
export const variableOf = (program) => PROGRAMS[program].variable;

/** Flags for a browser that does nothing of its own: no updates, no sync, no first-run pages. */
export const QUIET_CHROMIUM = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  // Names the whole list: Playwright's own would turn storage partitioning off, and no person has that.
  '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,LensOverlay,MediaRouter,PaintHolding,OptimizationHints,Translate',
  // Chromium refuses to sandbox the root user, as which containers and CI run.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** Preferences for a Firefox that does nothing of its own. */
export const QUIET_FIREFOX = {
  'app.update.disabledForTesting': true,
  'browser.aboutwelcome.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.tabs.warnOnClose': false,
  'captivedetect.canonicalURL': '',
  'datareporting.policy.dataSubmissionEnabled': false,
  'datareporting.usage.uploadEnabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'remote.prefs.recommended': true,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'toolkit.telemetry.enabled': false,
  'toolkit.telemetry.server': 'data:,',
};
