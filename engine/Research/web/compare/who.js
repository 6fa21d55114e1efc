'use strict';
// Who is compared: names, colours, and the parts that every section uses.

const isSearch = data.kind === 'search';
const tints = ['one', 'two', 'three', 'four', 'five', 'six'], dashes = ['solid', 'dash', 'dot', 'dashdot'];
const all = data.contenders.map((item, at) => ({ ...item, at, run: data.runs.find(run => run.runId === item.key), tint: tints[at % 6], dash: dashes[Math.floor(at / 6) % 4], curve: unpack(item.curve) }));
const first = all[0];

// A variant goes by its rank and by what sets it apart; runs whose names are alike get what tells them apart.
const differing = new Set(all.flatMap(item => item.settings).filter((text, _, texts) => texts.filter(other => other === text).length < all.length).map(text => text.split('=')[0]));
const valuesOf = item => item.settings.filter(text => all.length < 2 || differing.has(text.split('=')[0])).map(text => text.slice(text.indexOf('=') + 1)).join(' / ');
const twins = new Set(all.map(item => item.label).filter((name, at, names) => names.indexOf(name) !== at));
const nameOf = item => isSearch ? `#${item.at + 1}  ${valuesOf(item) || item.label}` : twins.has(item.label) ? `${item.label} ${item.key.slice(0, 15)}` : item.label;
const shortName = item => (name => name.length > 26 ? name.slice(0, 24) + '…' : name)(nameOf(item));
function label(item, detail) {
  const dot = el('i', { class: 'legend' });
  dot.style.background = `var(--${item.tint})`;
  const more = isSearch ? valuesOf(item) : item.key !== item.label ? item.key : '';
  return el('span', { title: item.key }, dot, isSearch && !detail ? nameOf(item) : isSearch ? `#${item.at + 1}` : item.label, !detail && !isSearch && twins.has(item.label) ? el('span', { class: 'mono' }, ' ' + item.key.slice(0, 15)) : null, item.mode !== 'backtest' && item.mode !== 'variant' ? el('b', { class: 'mode' }, item.mode) : null, detail === true && more ? el('div', { class: 'mono' }, more) : null);
}

// An undefined figure is a dash that says why.
const dash = reason => el('span', { class: 'none', title: reason ?? 'undefined' }, DASH);
const figureOf = (value, format) => value === undefined || value === null || value.value === null ? dash(value?.reason) : format(value.value);
const plain = text => String(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const ratio = value => number(value, 2);
const share = value => percent(value, 1);

// No figure without its N and its period.
const period = `${day(data.clock.from)} to ${day(data.clock.to)}`;
const basis = data.clock.periods < 2 ? 'they share no time' : `${count(data.clock.periods)} periods of ${data.clock.name === 'day' ? 'a day' : data.clock.name}, ${period}`;
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
