'use strict';
// Draws the figures of notebooks: waits for plotly.js and for the place to be on the page, takes the page's colours, and says why where it cannot.

window.WorkbenchFigures = (() => {
  // The colours of a figure's JSON are those of light ground; these are their twins on dark ground, as in page.css.
  const dark = {
    '#ffffff': '#171c21', '#1b2127': '#e1e6ea', '#5d6873': '#9aa5af', '#8a949d': '#75808a', '#e3e6e9': '#29313a',
    '#12805f': '#3fb68f', '#c03a36': '#ef6b64', '#2464b4': '#6aa5f0', '#98a1aa': '#74808b', '#1f66d0': '#74acff', '#d9730d': '#ffa24d',
    '#8a5a00': '#f0c766', '#fff7e3': '#2a2415', '#e9c468': '#6d5620', '#8e44ad': '#c58be6', '#00838f': '#4dd0e1',
  };
  const shown = new Set();
  let give;
  const plotly = new Promise(resolve => { give = resolve; });

  // Ink tells the ground: light ink stands on dark. Every page says its ink, few say their ground.
  function isDark(place) {
    const [red, green, blue] = getComputedStyle(place).color.match(/[\d.]+/g).map(Number);
    return .299 * red + .587 * green + .114 * blue > 140;
  }

  function repaint(value) {
    if (typeof value === 'string') return value[0] === '#' && dark[value.slice(0, 7)] ? dark[value.slice(0, 7)] + value.slice(7) : value;
    if (Array.isArray(value)) return typeof value.at(-1) === 'number' ? value : value.map(repaint);
    if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, repaint(part)]));
    return value;
  }

  function fail(place, error) {
    place.dataset.state = 'failed';
    const text = document.createElement('pre');
    text.style.cssText = 'white-space:pre-wrap;color:#c03a36;margin:4px 0';
    text.textContent = 'This figure cannot be drawn: ' + (error?.message ?? error);
    place.replaceChildren(text);
  }

  async function paint(place, figure) {
    place.dataset.ground = isDark(place) ? 'dark' : 'light';
    const { data, layout, config } = isDark(place) ? repaint(figure) : structuredClone(figure);
    const library = await plotly;
    if (!place.classList.contains('js-plotly-plot')) place.replaceChildren();
    await library.react(place, data, { ...layout, font: { family: getComputedStyle(place).fontFamily, ...layout.font } }, config);
    place.dataset.state = 'drawn';
  }

  async function show(place, figure) {
    try {
      await paint(place, figure);
      shown.add({ place, figure });
    } catch (error) { fail(place, error); }
  }

  // An output may be made before it is put on the page, and may be hidden for a while: it is drawn once it has a width.
  function ready(place) {
    return new Promise(resolve => {
      const look = tries => place.isConnected && place.clientWidth > 0 || tries === 0 ? resolve() : setTimeout(look, 50, tries - 1);
      look(600);
    });
  }

  function find(name) {
    return [...document.querySelectorAll(`[data-figure="${name}"]`)].find(place => !place.dataset.state);
  }

  function draw(name, figure, tries = 200) {
    const place = find(name);
    if (!place) { if (tries > 0) setTimeout(draw, 50, name, figure, tries - 1); return; }
    place.dataset.state = 'waiting';
    ready(place).then(() => show(place, figure));
  }

  function use(library) { give(library); }

  async function unpack(text) {
    try {
      const bytes = Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
      const source = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
      const before = window.Plotly, script = document.createElement('script');
      // A page with a module loader (nbconvert has one) must not catch the library, and one with another Plotly keeps its own.
      script.textContent = '(function (define, module, exports) {' + source + '\n}).call(window);';
      document.head.append(script);
      script.remove();
      if (!window.Plotly || window.Plotly === before) throw new Error('the page does not let the chart library run');
      use(window.Plotly);
      if (before) window.Plotly = before;
    } catch (error) { give({ react() { throw error; } }); }
  }

  // Figures are drawn anew when the page turns dark or light.
  function follow() {
    for (const one of shown) {
      if (!one.place.isConnected) shown.delete(one);
      else if (one.place.dataset.ground !== (isDark(one.place) ? 'dark' : 'light')) paint(one.place, one.figure).catch(error => fail(one.place, error));
    }
  }
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => setTimeout(follow));
  for (const part of [document.documentElement, document.body].filter(Boolean))
    new MutationObserver(() => setTimeout(follow)).observe(part, { attributes: true, attributeFilter: ['class', 'style', 'data-theme', 'data-jp-theme-light', 'data-vscode-theme-kind'] });

  return { draw, show, use, unpack };
})();
