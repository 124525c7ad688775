/**
 * Pages as people have them open all day: made by us after the way that well-known kinds of tools are built, with
 * invented words. Each has something that lies over, under or around a sidebar, or styles more than its own parts.
 */
type Ordinary = { title: string; head?: string; body: string; script?: string };

const rows = (count: number, row: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => row(at)).join('');
/** As design systems begin: every element is meant, also those that others put there. */
const RESET = '*,*::before,*::after{box-sizing:border-box;margin:0;padding:0}';

const PAGES: Record<string, Ordinary> = {
  'a mail client with a compose window': {
    title: 'Offer for the north hall',
    head: `<style>${RESET}html,body{height:100%;overflow:hidden}.app{display:grid;grid-template:48px 1fr/220px 1fr;height:100vh}
      header{position:fixed;inset:0 0 auto;height:48px;background:#fff;z-index:2147483647;box-shadow:0 1px 4px #0003}
      .list{overflow:auto;margin-top:48px}.compose{position:fixed;right:80px;bottom:0;width:500px;height:420px;z-index:1000;background:#fff;box-shadow:0 0 12px #0006}</style>`,
    body: `<header>Mail</header><div class="app"><nav>Inbox</nav><div class="list">${rows(60, (at) => `<p>Ana Ruiz: offer ${at}</p>`)}</div></div>
      <div class="compose" role="dialog"><div contenteditable="true">Dear Ana</div></div>`,
  },
  'a board that is dragged sideways': {
    title: 'Board of the depot',
    head: `<style>${RESET}body{display:flex;overflow-x:auto;width:300vw;touch-action:none}.col{flex:0 0 300px;height:100vh;overflow:auto}
      .card{will-change:transform;transform:translateZ(0);transition:all .3s}</style>`,
    body: rows(12, (at) => `<div class="col"><div class="card" draggable="true">Card ${at}</div></div>`),
  },
  'a wiki with a sticky head and a floating contents box': {
    title: 'Quarterly plan of the depot',
    head: `<style>header{position:sticky;top:0;z-index:99999;background:#fffd;backdrop-filter:blur(8px);height:60px}
      aside{position:fixed;right:0;top:80px;width:300px;height:80vh;z-index:2147483647;background:#fafafa}</style>`,
    body: `<header>Wiki</header><aside>Contents</aside>${rows(80, (at) => `<h2 id="s${at}">Part ${at}</h2><p>Words of part ${at}</p>`)}`,
    script: 'scrollTo(0, 900)',
  },
  'a code review with thousands of lines': {
    title: 'Read addresses in one place',
    head: `<style>table{font-family:monospace;content-visibility:auto}th{position:sticky;top:0}tr:hover{background:#ffd}</style>`,
    body: `<table><tr><th>File</th></tr>${rows(3_000, (at) => `<tr><td>${at}</td><td>const line${at} = ${at};</td></tr>`)}</table>`,
  },
  'a calendar in shadow trees': {
    title: 'Week 48',
    head: `<style>body{overflow:hidden;contain:strict;height:100vh}</style>`,
    body: '<x-week></x-week>',
    script: `customElements.define('x-week', class extends HTMLElement { constructor() { super();
      const root = this.attachShadow({ mode: 'closed' }); const grid = document.createElement('div');
      grid.style.cssText = 'position:fixed;inset:0;display:grid;grid-template-columns:repeat(7,1fr);z-index:2147483647';
      for (let at = 0; at < 168; at += 1) grid.append(Object.assign(document.createElement('div'), { textContent: at + ' h' }));
      root.append(grid); } });`,
  },
  'a support desk with a chat bubble in a frame': {
    title: 'Printer on floor two',
    head: `<style>iframe{position:fixed;right:20px;bottom:20px;width:380px;height:560px;border:0;z-index:2147483647;color-scheme:none}</style>`,
    body: '<p>It prints nothing.</p><iframe srcdoc="<body style=background:transparent>How can we help?"></iframe>',
  },
  'a page with a video that plays': {
    title: 'How the belt is mended',
    head: '<style>video{width:100%;height:70vh;background:#000}.controls{position:absolute;bottom:0;opacity:0;transition:opacity .2s}</style>',
    body: '<video id="video" autoplay muted loop></video><div class="controls">Play</div>',
    script: `const canvas = document.createElement('canvas'); const pen = canvas.getContext('2d');
      setInterval(() => { pen.fillStyle = 'hsl(' + (performance.now() % 360) + ' 50% 50%)'; pen.fillRect(0, 0, 300, 150); }, 40);
      document.getElementById('video').srcObject = canvas.captureStream(25);`,
  },
  'a map that is one canvas': {
    title: 'Way to the north hall',
    head: `<style>${RESET}canvas{position:fixed;inset:0;width:100vw;height:100vh;touch-action:none;cursor:grab}</style>`,
    body: '<canvas id="map"></canvas>',
    script: `const pen = document.getElementById('map').getContext('2d'); let turn = 0;
      const draw = () => { turn += 1; pen.clearRect(0, 0, 300, 150); pen.strokeRect(turn % 300, 20, 40, 40); requestAnimationFrame(draw); }; draw();
      addEventListener('wheel', (event) => event.preventDefault(), { passive: false });`,
  },
  'an editor of documents that scales its paper': {
    title: 'Minutes of Tuesday',
    head: '<style>body{background:#eee;overflow:auto}.paper{width:800px;height:1100px;margin:60px auto;background:#fff;transform:scale(1.1);transform-origin:top;filter:drop-shadow(0 0 6px #0003)}</style>',
    body: '<div class="paper" contenteditable="true" spellcheck="false">Present: Ana, Bo</div>',
  },
  'a shop with a banner about cookies in the top layer': {
    title: 'Belts, 40 mm',
    head: '<style>#cookies{inset:auto 0 0 0;width:100vw;max-width:none;height:160px;border:0;margin:0;background:#fff}</style>',
    body: `${rows(40, (at) => `<p>Belt ${at}</p>`)}<div id="cookies" popover="manual">We use cookies <button>Fine</button></div>`,
    script: `document.getElementById('cookies').showPopover()`,
  },
  'a console of machines, all absolute': {
    title: 'Node hall-2',
    head: `<style>${RESET}body{position:absolute;inset:0;overflow:hidden}div{position:absolute}.mask{inset:0;background:#fff;opacity:.5;z-index:18999}
      .window{left:340px;top:90px;width:560px;height:380px;z-index:19001;background:#f5f5f5;transform:translate3d(20px,0,0)}</style>`,
    body: '<div class="tree">Hosts</div><div class="mask"></div><div class="window"><div style="top:30px">Log in</div></div>',
  },
  'a page with a dialog that is not modal': {
    title: 'Sign in to the depot',
    body: '<dialog id="sign" style="position:fixed;inset:30% auto auto 30%;z-index:2147483647">Name <input></dialog><p>Welcome</p>',
    script: `document.getElementById('sign').show()`,
  },
  'a page whose dialog was answered': {
    title: 'Terms of the depot',
    head: '<style>dialog::backdrop{background:#000a;backdrop-filter:blur(4px)}</style>',
    body: '<dialog id="terms"><button id="yes" onclick="terms.close()">I agree</button></dialog><p>Terms</p>',
    script: `terms.showModal(); yes.click()`,
  },
  'a page that is read from right to left': {
    title: 'خطة الأسبوع',
    head: '<style>nav{position:fixed;inset-inline-start:0;top:0;width:240px;height:100vh;z-index:9999;background:#eee}</style>',
    body: `<nav>القائمة</nav>${rows(40, (at) => `<p>عمل ${at}</p>`)}`,
    script: `document.documentElement.dir = 'rtl'; document.documentElement.lang = 'ar'`,
  },
  'a page that zooms its root': {
    title: 'Large letters',
    head: '<style>html{zoom:1.3}body{font-size:20px}</style>',
    body: rows(40, (at) => `<p>Line ${at}</p>`),
  },
  'a page whose root is transformed, filtered and blended': {
    title: 'Night mode of a depot',
    head: '<style>html{filter:invert(1) hue-rotate(180deg);background:#fff}body{transform:translateX(0);mix-blend-mode:multiply;opacity:.95}</style>',
    body: rows(40, (at) => `<p>Line ${at}</p>`),
  },
  'a page that styles everything': {
    title: 'Everything glides',
    head: '<style>*{transition:all .4s !important;animation:glide 2s infinite alternate;outline:1px solid #eee !important}@keyframes glide{to{opacity:.9;transform:translateX(1px)}}[popover]{opacity:.4;border:9px solid}iframe{display:none !important}</style>',
    body: rows(40, (at) => `<p>Line ${at}</p>`),
  },
  'a feed that grows while it is read': {
    title: 'News of the depot',
    head: '<style>html{scroll-snap-type:y mandatory;scroll-behavior:smooth}article{scroll-snap-align:start;height:60vh}</style>',
    body: '<main></main>',
    script: `setInterval(() => { const one = document.createElement('article'); one.textContent = 'News ' + performance.now();
      document.querySelector('main').append(one); scrollBy(0, 40); }, 60)`,
  },
  'a single-page tool with toasts in the top layer': {
    title: 'Requests of November',
    head: '<style>.toast{inset:16px 16px auto auto;margin:0;width:280px;height:48px;border:0}</style>',
    body: '<div id="toasts"></div>',
    script: `let turn = 0; setInterval(() => { const toast = document.createElement('div'); toast.className = 'toast';
      toast.setAttribute('popover', 'manual'); toast.textContent = 'Saved ' + (turn += 1);
      document.getElementById('toasts').replaceChildren(toast); toast.showPopover(); setTimeout(() => toast.hidePopover(), 900); }, 3000)`,
  },
  'a table with menus and tips by anchors': {
    title: 'Stock of hall two',
    head: '<style>button{anchor-name:--menu}#menu{position:absolute;position-anchor:--menu;inset:auto;top:anchor(bottom);left:anchor(left)}td{padding:8px}</style>',
    body: `<button popovertarget="menu">More</button><div id="menu" popover>Rename</div><table>${rows(200, (at) => `<tr><td>Belt ${at}</td><td>${at * 3}</td></tr>`)}</table>`,
    script: `document.getElementById('menu').showPopover()`,
  },
};

const ORIGIN = 'https://depot.example';

/** Each page with the address where it is served, all on one site. */
export const ORDINARY_PAGES = Object.entries(PAGES).map(([name, { title, head = '', body, script }], at) => ({
  name,
  title,
  url: `${ORIGIN}/${at}`,
  html: `<!doctype html><title>${title}</title>${head}<body><h1>${title}</h1>${body}${script ? `<script>${script}</script>` : ''}`,
}));
