'use strict';
// Who is compared: names, colours, and the parts that every section uses.

const isSearch = data.kind === 'search';
const tints = ['one', 'two', 'three', 'four', 'five', 'six'], dashes = ['solid', 'dash', 'dot', 'dashdot'];
const all = data.contenders.map((item, at) => ({ ...item, at, run: data.runs.find(run => run.runId === item.key), tint: tints[at % 6], dash: dashes[Math.floor(at / 6) % 4], curve: unpack(item.curve) }));
const first = all[0];

// Names that are alike get what tells them apart.
const twins = new Set(all.map(item => item.label).filter((label, at, labels) => labels.indexOf(label) !== at));
const nameOf = item => twins.has(item.label) ? `${item.label} ${item.key.slice(0, 15)}` : item.label;
const shortName = item => (name => name.length > 26 ? name.slice(0, 24) + '…' : name)(nameOf(item));
function label(item, detail) {
  const dot = el('i', { class: 'legend' });
  dot.style.background = `var(--${item.tint})`;
  return el('span', { title: item.key }, dot, item.label, item.mode !== 'backtest' && item.mode !== 'variant' ? el('b', { class: 'mode' }, item.mode) : null, detail && item.key !== item.label ? el('div', { class: 'mono' }, item.key) : null);
}

// An undefined figure is a dash that says why.
const dash = reason => el('span', { class: 'none', title: reason ?? 'undefined' }, DASH);
const figureOf = (value, format) => value === undefined || value === null || value.value === null ? dash(value?.reason) : format(value.value);
const plain = text => String(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const ratio = value => number(value, 2);
const share = value => percent(value, 1);

// No figure without its N and its period.
const period = `${day(data.clock.from)} to ${day(data.clock.to)}`;
const basis = `${count(data.clock.periods)} periods of ${data.clock.name === 'day' ? 'a day' : data.clock.name}, ${period}`;
const trials = isSearch ? `N ${count(data.search.variants)}` : `N ${count(all.length)}`;

// A section that has nothing to show still says why.
const missing = (title, why) => section(title, '', el('p', { class: 'soft' }, why));
const noBar = { ...config, displayModeBar: false };

function choice(name, options, chosen, pick) {
  const list = el('select', { 'aria-label': name, onchange: event => pick(Number(event.target.value)) }, options.map((text, at) => el('option', { value: at, selected: at === chosen ? '' : null }, text)));
  return el('label', { class: 'choice' }, name + ' ', list);
}
function toggle(name, options, chosen, pick) {
  const buttons = options.map((text, at) => el('button', { type: 'button', 'aria-pressed': at === chosen, onclick: () => { buttons.forEach((other, i) => other.setAttribute('aria-pressed', i === at)); pick(at); } }, text));
  return el('span', { class: 'tools', role: 'group', 'aria-label': name }, buttons);
}
