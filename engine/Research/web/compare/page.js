'use strict';
// Some runs side by side: what differs first, then the figures, then the curves on one scale.

const runs = data.runs.map((item, at) => ({ ...item, tint: ['one', 'two', 'three', 'four', 'five', 'six'][at % 6], dash: ['solid', 'dash', 'dot', 'dashdot'][Math.floor(at / 6)], equity: unpack(item.equity) }));
const name = item => item.run.strategy.file.split('/').pop().replace(/\.csx$/, '');
const first = runs[0];

function label(item) {
  const dot = el('i', { class: 'legend' });
  dot.style.background = `var(--${item.tint})`;
  return el('span', {}, dot, name(item));
}
const heads = () => [el('th', { class: 'text', scope: 'col' }, ''), ...runs.map(item => el('th', { scope: 'col' }, label(item), el('div', { class: 'mono' }, item.run.runId)))];
const sheet = rows => el('div', { class: 'scroll' }, el('table', {}, el('thead', {}, el('tr', {}, heads())), el('tbody', {}, rows)));

// A row for everything that is not the same in all runs: with equal parameters and data, only figures can differ.
function differences() {
  const parameters = [...new Set(runs.flatMap(item => Object.keys(item.run.parameters)))];
  const data = item => item.run.data.map(entry => `${entry.instrument} ${entry.kind} ${day(entry.from)} to ${day(entry.to)}`).join(', ');
  const facts = [
    ['script', item => item.run.strategy.file], ['script hash', item => item.run.strategy.sha256.slice(0, 12)],
    ...parameters.map(key => [key, item => item.run.parameters[key] === undefined ? DASH : String(item.run.parameters[key])]),
    ['data', data], ['data hash', item => item.run.data.map(entry => entry.sha256.slice(0, 8)).join(', ')],
    ['cash', item => `${money(item.run.config.cash)} ${item.run.equity.currency}`], ['commission', item => JSON.stringify([item.run.config.commission, item.run.config.commissionOf])],
    ['limit orders', item => item.run.config.limitFill], ['seed', item => String(item.run.seed)], ['engine', item => item.run.engineVersion], ['mode', item => item.run.mode],
  ];
  const rows = facts.filter(([, read]) => new Set(runs.map(read)).size > 1)
    .map(([title, read]) => el('tr', {}, el('td', { class: 'text soft' }, title), runs.map(item => el('td', { class: 'wrap' }, read(item)))));
  const twins = new Set(runs.map(item => item.run.eventLogHash)).size === 1;
  return section('What differs', twins ? 'All runs have one EventLogHash: they made the same decisions.' : '',
    rows.length ? sheet(rows) : el('p', { class: 'soft' }, 'Neither script, parameters, data nor configuration.'));
}

function warnings() {
  const rows = runs.filter(item => item.run.warnings.length).map(item => el('li', {}, name(item) + ' ', el('span', { class: 'mono' }, item.run.runId), ': ' + item.run.warnings.join('; ')));
  return rows.length ? el('ul', { class: 'warnings' }, rows) : null;
}

function best(key, better) {
  const values = runs.map(item => valueOf(item.run, key)), known = values.filter(value => value !== null);
  if (better === 'neither' || known.length < 2 || new Set(known).size === 1) return null;
  return better === 'higher' ? Math.max(...known) : Math.min(...known);
}

function difference(item, key) {
  const [value, base] = [valueOf(item.run, key), valueOf(first.run, key)];
  if (item === first || value === null || base === null || value === base) return null;
  const { unit } = item.run.metrics[key], change = value - base;
  const text = unit === 'share' ? percent(change, 2, true) : unit === 's' ? (change < 0 ? MINUS : '+') + span(Math.abs(change)) : plus(number(change, unit === 'count' ? 0 : 2), change);
  return el('span', { class: 'delta' }, text);
}

function figuresTable() {
  const chapters = new Map();
  for (const entry of data.catalog) if (runs.some(item => valueOf(item.run, entry.key) !== null)) chapters.set(entry.group, [...chapters.get(entry.group) ?? [], entry]);
  const row = ({ key, label, better }) => {
    const top = best(key, better);
    return el('tr', { 'data-metric': key }, el('td', { class: 'text', title: runs.find(item => item.run.metrics[key])?.run.metrics[key].formula }, label), runs.map(item => {
      const value = valueOf(item.run, key);
      return el('td', { class: top !== null && value === top ? 'best' : null, title: value === null ? item.run.metrics[key]?.reason : null }, show(item.run.metrics[key]), difference(item, key));
    }));
  };
  const titles = { RiskAdjusted: 'Return for risk', Distribution: 'Shape of daily returns', Benchmark: 'Beside buy and hold' };
  const rows = [...chapters].flatMap(([group, entries]) => [el('tr', { class: 'group' }, el('td', { colspan: runs.length + 1 }, titles[group] ?? group)), ...entries.map(row)]);
  return section('Figures', 'a dot marks the best; below a figure its difference from the first run', sheet(rows));
}

const curves = el('div', { class: 'plot', id: 'curves' });
function draw() {
  const line = (item, y, yaxis, format) => ({ type: 'scatter', mode: 'lines', name: `${name(item)} ${item.run.runId}`.replace(/&/g, '&amp;').replace(/</g, '&lt;'), x: item.equity.t, y, yaxis, line: { width: 1.5, color: colour(item.tint), dash: item.dash }, hovertemplate: format });
  const indexed = item => item.equity.v.map(value => value / item.equity.v[0] * 100);
  const y = (domain, extra) => axis({ domain, side: 'right', fixedrange: true, nticks: 6, automargin: false, ...extra });
  Plotly.react(curves, [...runs.map(item => line(item, indexed(item), 'y', '%{y:.2f}')), ...runs.map(item => line(item, underwater(item.equity.v), 'y2', '%{y:.2%}'))], layout({
    height: 560, margin: { l: 4, r: 56, t: 22, b: 40 }, hovermode: 'x', xaxis: axis({ type: 'date', anchor: 'y2' }),
    yaxis: y([0.38, 1], {}), yaxis2: y([0, 0.3], { tickformat: '.1~%' }),
    annotations: [heading('Equity, 100 at the start', 1), heading('Under water', 0.3)].map(note => ({ ...note, yshift: 2 })),
  }), config);
}

page.replaceChildren(
  el('header', {}, el('h1', {}, `${runs.length} runs compared`), el('div', { class: 'chips' }, runs.map(item => el('span', { class: 'chip' }, label(item), ' ', el('span', { class: 'mono' }, item.run.runId))))),
  ...[warnings(), differences(), section('Curves', '', curves), figuresTable()].filter(Boolean));
figure(draw);
document.documentElement.dataset.ready = 'yes';
