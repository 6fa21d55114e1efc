'use strict';
// One run: verdict first, then what happened, then the figures, then how to run it again.

const { run, curves } = data;
const currency = run.equity.currency;
const file = [run.strategy.file.split('/').pop().replace(/\.csx$/, ''), ...run.moreScripts.map(script => script.book)].join(' + ');
// An indicator that is no price, an oscillator or a range, would squeeze the candles into a line: it is named and not drawn.
const charts = curves.charts.map(chart => ({ ...chart, t: times(chart.t), indicators: chart.indicators.map(line => ({ ...line, isPrice: liesAmong(line.v, chart) })) }));
function liesAmong(values, chart) {
  const known = values.filter(Number.isFinite).sort((a, b) => a - b), middle = known[known.length >> 1];
  return known.length > 0 && middle > .5 * chart.l.reduce((a, b) => Math.min(a, b)) && middle < 2 * chart.h.reduce((a, b) => Math.max(a, b));
}
const equity = unpack(curves.equity), benchmark = unpack(curves.benchmark);
const grossLeverage = unpack(curves.grossLeverage), netLeverage = unpack(curves.netLeverage);
const metric = key => valueOf(run, key);

function opening() {
  const data = run.data.map(item => `${item.instrument} ${item.kind}`).join(', ');
  return el('header', {},
    el('h1', {}, file),
    el('span', { class: 'about' }, `${data} · ${minute(run.firstEvent)} to ${minute(run.lastEvent)} UTC · ${run.mode}`),
    el('span', { class: 'id mono' }, run.runId),
    el('div', { class: 'chips' }, Object.entries(run.parameters).map(([name, value]) => el('span', { class: 'chip' }, name + ' ', el('b', {}, String(value))))));
}

function verdict() {
  const tile = (name, value, unit, sub, sign) => el('div', { class: 'tile' }, el('div', { class: 'name' }, name),
    el('div', { class: 'value ' + tone(sign ?? 0) }, value, unit ? el('small', {}, ' ' + unit) : null), el('div', { class: 'sub' }, sub));
  const net = metric('netProfit'), costs = metric('totalCosts'), share = metric('costShare');
  const trades = metric('trades'), odds = metric('probabilisticSharpe'), factor = metric('profitFactor');
  return el('div', { class: 'verdict' },
    tile('Net profit', money(net, true), currency, `${percent(metric('totalReturn'), 2, true)}, buy and hold ${percent(metric('marketChange'), 2, true)}`, net),
    tile('Max drawdown', percent(metric('maxDrawdown')), '', `${money(metric('maxDrawdownMoney'))} ${currency}`, 0),
    tile('Sharpe ratio', number(metric('sharpe')), '', odds === null ? run.metrics.sharpe.reason : `${percent(odds, 0)} odds that it is above 0`, 0),
    tile('Profit factor', number(factor), '', factor === null ? run.metrics.profitFactor.reason : `${money(metric('expectancy'), true)} ${currency} a trade`, 0),
    tile('Trades', count(trades), '', trades ? `${percent(metric('winRate'), 1)} won, payoff ${number(metric('payoff'))}` : 'nothing was closed', 0),
    tile('Costs', money(costs), currency, share === null ? 'no profit before costs' : `${percent(share, 0)} of gross profit`, 0));
}

const warnings = () => run.warnings.length
  ? el('ul', { class: 'warnings' }, run.warnings.map(text => el('li', {}, text)))
  : el('p', { class: 'fine' }, 'No warning applies.');

// One figure, four panels, one time axis: what one zooms in one panel is zoomed in all.
const timeline = el('div', { class: 'plot', id: 'timeline' });
// Neither the colours of the fills nor those of the candles.
const lineColours = ['four', 'six', 'soft'];
let shown = 0, chosen = null;

const panels = { price: [0.46, 1], equity: [0.26, 0.42], water: [0.13, 0.225], stake: [0, 0.095] };

function fills() {
  const seen = new Set(), buys = { x: [], y: [], text: [] }, sells = { x: [], y: [], text: [] };
  const add = (side, time, price, qty, tag, symbol) => {
    const key = side + time + price;
    if (symbol !== charts[shown]?.symbol || seen.has(key)) return;
    seen.add(key);
    const to = side === 'buy' ? buys : sells;
    to.x.push(time.slice(0, 23)); to.y.push(Number(price)); to.text.push(`${side} ${exact(qty)} at ${exact(price)}${tag ? ' · ' + plain(tag) : ''}`);
  };
  for (const [list, open] of [[curves.trades, false], [run.tables.openTrades, true]]) for (const trade of list) {
    add(trade.side, trade.entryTime, trade.entryPrice, trade.qty, trade.entryTag, trade.instrument);
    if (!open) add(trade.side === 'buy' ? 'sell' : 'buy', trade.exitTime, trade.exitPrice, trade.qty, trade.exitTag, trade.instrument);
  }
  return { buys, sells };
}
// Plotly reads a few HTML tags in hover texts; a tag of a script is text and nothing else.
function plain(text) { return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;'); }

// Many fills in sight are drawn small, or they would hide the candles.
const markerSize = inSight => inSight <= 80 ? 10 : inSight <= 300 ? 7 : 5;

function traces() {
  const chart = charts[shown], list = [];
  if (chart) {
    list.push({ type: 'candlestick', name: plain(chart.symbol), x: chart.t, open: chart.o, high: chart.h, low: chart.l, close: chart.c, yaxis: 'y', line: { width: 1 },
      increasing: { line: { color: colour('up') }, fillcolor: colour('up') }, decreasing: { line: { color: colour('down') }, fillcolor: colour('down') }, hoverlabel: { split: false } });
    chart.indicators.forEach((line, at) => line.isPrice && list.push({ type: 'scatter', mode: 'lines', name: plain(line.name), x: chart.t, y: line.v, yaxis: 'y',
      line: { width: 1.3, color: colour(lineColours[at % lineColours.length]) }, hoverinfo: 'name+y' }));
    const { buys, sells } = fills();
    const marker = (points, symbol, name) => ({ type: 'scatter', mode: 'markers', name, ...points, yaxis: 'y', hoverinfo: 'text',
      marker: { symbol, size: markerSize(buys.x.length + sells.x.length), color: colour(name), line: { width: 1, color: colour('card') } } });
    list.push(marker(buys, 'triangle-up', 'buy'), marker(sells, 'triangle-down', 'sell'));
  }
  if (benchmark.t.length) list.push({ type: 'scatter', mode: 'lines', name: 'buy and hold', x: benchmark.t, y: benchmark.v, yaxis: 'y2', line: { width: 1, color: colour('market') } });
  list.push({ type: 'scatter', mode: 'lines', name: 'equity', x: equity.t, y: equity.v, yaxis: 'y2', line: { width: 1.6, color: colour('line') } });
  list.push({ type: 'scatter', mode: 'lines', name: 'under water', x: equity.t, y: underwater(equity.v), yaxis: 'y3', fill: 'tozeroy',
    line: { width: 1, color: colour('down') }, fillcolor: fade(colour('down'), .18), hovertemplate: '%{y:.2%}' });
  list.push({ type: 'scatter', mode: 'lines', name: 'net leverage', x: netLeverage.t, y: netLeverage.v, yaxis: 'y4', line: { width: 1, color: colour('soft'), shape: 'hv' }, fill: 'tozeroy', fillcolor: fade(colour('soft'), .14), hovertemplate: '%{y:.2f}' });
  return list;
}

// A market that closes leaves a hole in the time axis; up to a hundred of them are cut out.
function closed() {
  const chart = charts[shown];
  if (!chart || chart.t.length < 3) return [];
  const steps = chart.t.slice(1).map((time, at) => time - chart.t[at]), usual = [...steps].sort((a, b) => a - b)[steps.length >> 1];
  const holes = steps.flatMap((step, at) => step > 4 * 3600e3 && step > 3 * usual ? [{ bounds: [chart.t[at] + usual, chart.t[at + 1]].map(time => new Date(time).toISOString().slice(0, 19)) }] : []);
  return holes.length <= 100 ? holes : [];
}

// The whole run with a little air on either side; Plotly's own choice would make room for half a marker.
function everything() {
  const first = Math.min(equity.t[0], ...charts.map(chart => chart.t[0])), last = equity.t.at(-1), air = (last - first) * .008;
  return [first - air, last + air].map(time => new Date(time).toISOString().slice(0, 23));
}

function drawTimeline() {
  const narrow = timeline.clientWidth < 600;
  const y = (domain, extra) => axis({ domain, side: 'right', fixedrange: true, ticks: '', nticks: 6, automargin: false, ...extra });
  const chart = charts[shown];
  Plotly.react(timeline, traces(), layout({
    height: narrow ? 720 : 880, margin: { l: 4, r: narrow ? 56 : 66, t: 22, b: 40 }, hovermode: 'x', dragmode: narrow ? false : 'zoom',
    xaxis: axis({ type: 'date', anchor: 'y4', rangeslider: { visible: false }, rangebreaks: closed(), range: timeline.layout?.xaxis?.range ?? everything(),
      showspikes: true, spikemode: 'across', spikesnap: 'cursor', spikethickness: 1, spikedash: 'dot', spikecolor: colour('faint'), automargin: false, tickangle: 0, nticks: narrow ? 5 : undefined }),
    yaxis: y(panels.price, { tickformat: chart ? `,.${Math.min(chart.decimals, 5)}f` : '', nticks: 9 }),
    yaxis2: y(panels.equity, { tickformat: moneyTicks(equity.v) }), yaxis3: y(panels.water, { tickformat: '.3~%', nticks: 4 }), yaxis4: y(panels.stake, { tickformat: '.3~g', nticks: 5 }),
    annotations: [
      heading(chart ? plain(chart.symbol) + chart.indicators.map((line, at) => ` <span style="color:${colour(line.isPrice ? lineColours[at % lineColours.length] : 'faint')}">${plain(line.name)}${line.isPrice ? '' : ' (no price)'}</span>`).join('') : 'No candles were recorded', panels.price[1]),
      heading(`<span style="color:${colour('line')}">Equity</span>, ${currency}` + (benchmark.t.length ? `  <span style="color:${colour('market')}">buy and hold ${plain(curves.benchmarkSymbol)}</span>` : ''), panels.equity[1]),
      heading('Under water', panels.water[1]), heading('Net exposure over equity', panels.stake[1]),
    ].map(note => ({ ...note, yshift: 2 })),
    shapes: chosen ? mark(chosen) : [],
  }), config);
}

function mark(trade) {
  const won = Number(trade.net) >= 0 ? colour('up') : colour('down');
  const [from, to] = [trade.entryTime.slice(0, 23), trade.exitTime.slice(0, 23)];
  return [
    { type: 'rect', xref: 'x', yref: 'paper', x0: from, x1: to, y0: 0, y1: 1, fillcolor: fade(won, .09), line: { width: 0 }, layer: 'below' },
    ...(trade.instrument === charts[shown]?.symbol ? [{ type: 'line', xref: 'x', yref: 'y', x0: from, x1: to, y0: Number(trade.entryPrice), y1: Number(trade.exitPrice), line: { color: won, width: 2, dash: 'dot' } }] : []),
  ];
}

// Heights follow what is in sight, as a trader expects of a chart.
function fit() {
  const range = timeline.layout.xaxis.range?.map(bound => typeof bound === 'number' ? bound : Date.parse(bound.replace(' ', 'T') + (/Z|\+/.test(bound) ? '' : 'Z')));
  if (!range) return;
  const extremes = lines => {
    let [low, high] = [Infinity, -Infinity];
    for (const { t, v } of lines) for (let i = 0; i < t.length; i++) if (t[i] >= range[0] && t[i] <= range[1] && v[i] !== null) { low = Math.min(low, v[i]); high = Math.max(high, v[i]); }
    const pad = (high - low || Math.abs(high) || 1) * .05;
    return low <= high ? [low - pad, high + pad] : null;
  };
  const chart = charts[shown];
  const fitted = {
    'yaxis.range': chart && extremes([{ t: chart.t, v: chart.l }, { t: chart.t, v: chart.h }]),
    'yaxis2.range': extremes([equity, benchmark].filter(line => line.t.length)),
    'yaxis3.range': extremes([{ t: equity.t, v: underwater(equity.v) }]),
    'yaxis4.range': extremes([netLeverage]),
  };
  const at = timeline.data.flatMap((trace, i) => trace.mode === 'markers' ? [i] : []);
  const inSight = at.reduce((sum, i) => sum + timeline.data[i].x.filter(time => { const moment = Date.parse(time.replace('Z', '') + 'Z'); return moment >= range[0] && moment <= range[1]; }).length, 0);
  if (at.length) Plotly.restyle(timeline, { 'marker.size': markerSize(inSight) }, at);
  return Plotly.relayout(timeline, Object.fromEntries(Object.entries(fitted).filter(([, value]) => value)));
}

function jump(trade, line) {
  document.querySelectorAll('tr.chosen').forEach(row => row.classList.remove('chosen'));
  line.classList.add('chosen');
  chosen = trade;
  const other = charts.findIndex(chart => chart.symbol === trade.instrument);
  if (other >= 0 && other !== shown) pick(other);
  const [from, to] = [Date.parse(trade.entryTime), Date.parse(trade.exitTime)];
  const step = charts[shown] ? (charts[shown].t.at(-1) - charts[shown].t[0]) / charts[shown].t.length : 60e3;
  const pad = Math.max((to - from) * .75, step * 25);
  Plotly.relayout(timeline, { 'xaxis.range': [from - pad, to + pad].map(time => new Date(time).toISOString().slice(0, 23)), 'xaxis.autorange': false, shapes: mark(trade) });
  timeline.closest('section').scrollIntoView({ behavior: 'smooth', block: 'start' });
}

function pick(at) {
  shown = at;
  document.querySelectorAll('#instruments button').forEach((button, i) => button.setAttribute('aria-pressed', i === at));
  drawTimeline();
}

function whole() {
  chosen = null;
  document.querySelectorAll('tr.chosen').forEach(row => row.classList.remove('chosen'));
  const free = Object.fromEntries(['yaxis', 'yaxis2', 'yaxis3', 'yaxis4'].map(name => [name + '.autorange', true]));
  Plotly.relayout(timeline, { ...free, 'xaxis.autorange': false, 'xaxis.range': everything(), shapes: [] }).then(fit);
}

function timelineSection() {
  const chart = charts[0];
  const step = chart && chart.t.length > 1 ? [...chart.t.slice(1).map((time, at) => time - chart.t[at])].sort((a, b) => a - b)[chart.t.length >> 1] ?? 0 : 0;
  const picker = charts.length > 1 ? el('span', { class: 'tools', id: 'instruments' }, charts.map((item, at) => el('button', { type: 'button', 'aria-pressed': at === 0, onclick: () => pick(at) }, item.symbol))) : null;
  const node = el('section', {}, el('div', { class: 'head' }, el('h2', {}, 'What happened'),
    el('p', { class: 'note' }, (step ? `Candles of ${span(step / 1000)}. ` : '') + 'Drag to zoom, double-click for the whole; a row of the trade table jumps here.'),
    picker, el('span', { class: picker ? '' : 'tools' }, el('button', { type: 'button', onclick: whole }, 'Whole run'))), timeline);
  return node;
}

function heatmap() {
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  const { monthly, yearly } = run.tables;
  const most = Math.max(...monthly.map(item => Math.abs(item.return ?? 0)), 1e-9);
  const cell = (item, year) => {
    const node = el('td', { class: year ? 'year' : null, title: item ? `${money(item.profit, true)} ${currency}` : null }, item ? number((item.return ?? NaN) * 100, Math.abs(item.return) >= 1 ? 0 : 2) : '');
    if (item && item.return !== null && !year) node.style.background = `color-mix(in srgb, var(--${item.return < 0 ? 'down' : 'up'}) ${Math.round(8 + 62 * Math.abs(item.return) / most)}%, var(--card))`;
    if (item && year) node.classList.add(tone(item.return) || 'soft');
    return node;
  };
  const rows = yearly.map(year => el('tr', {}, el('th', { scope: 'row' }, String(year.year)), months.map((_, at) => cell(monthly.find(item => item.year === year.year && item.month === at + 1))), cell(year, true)));
  return section('Returns by month', 'percent, compounded from daily equity; trading days by their end in UTC',
    el('div', { class: 'scroll' }, el('table', { class: 'heat' }, el('thead', {}, el('tr', {}, el('th', {}, ''), months.map(name => el('th', { scope: 'col' }, name)), el('th', { scope: 'col' }, 'Year'))), el('tbody', {}, rows))),
    drawdowns(), costs());
}

function drawdowns() {
  if (!run.tables.drawdowns.length) return null;
  const when = metric('days') > 60 ? day : iso => minute(iso).slice(5);
  return el('div', {}, el('h3', {}, 'Deepest drawdowns, on sampled equity'), table([
    { name: 'Depth', cell: item => percent(-item.depth) }, { name: currency, cell: item => number(-item.money) },
    { name: 'Peak', cell: item => when(item.peak), text: true }, { name: 'Bottom', cell: item => when(item.trough), text: true },
    { name: 'Recovered', cell: item => item.recovery ? when(item.recovery) : 'not yet', text: true }, { name: 'Lasted', cell: item => span(seconds(item.peak, item.end)) },
  ], run.tables.drawdowns));
}

const histogram = el('div', { class: 'plot', id: 'profits' });
function drawHistogram() {
  const edges = curves.profitEdges, counts = curves.profitCounts;
  const middle = counts.map((_, at) => (edges[at] + edges[at + 1]) / 2);
  Plotly.react(histogram, [{ type: 'bar', x: middle, y: counts, width: edges[1] - edges[0], marker: { color: middle.map(value => colour(value < 0 ? 'down' : 'up')), line: { width: 1, color: colour('card') } },
    customdata: counts.map((_, at) => `${number(edges[at])} to ${number(edges[at + 1])}`), hovertemplate: '%{customdata}<br>%{y} trades<extra></extra>' }],
  layout({ height: 390, margin: { l: 40, r: 8, t: 8, b: 36 }, bargap: 0, xaxis: axis({ title: { text: `net profit of a trade, ${currency}` }, tickformat: ',~r', fixedrange: true }), yaxis: axis({ fixedrange: true, tickformat: ',d', dtick: Math.max(...counts) < 6 ? 1 : undefined }) }), { ...config, displayModeBar: false });
}

function distribution() {
  const sides = groups('Long and short', run.tables.bySide, 'Side');
  const chart = curves.profitCounts.length ? histogram : el('p', { class: 'soft' }, 'No trade was closed.');
  return section('Profit by trade', 'net of all costs; the outermost bars hold the outermost hundredth', chart, sides);
}

function costs() {
  const parts = [['Commission', 'commission', 'one'], ['Spread', 'spread', 'two'], ['Slippage', 'slippage', 'four'], ['Swap', 'swap', 'six'],
    ...[['Funding', 'funding', 'soft'], ['Borrow fee', 'borrow', 'faint']].filter(([, key]) => Number(run.costs[key]) !== 0)];
  const gross = metric('grossProfit'), net = metric('netProfit'), total = metric('totalCosts'), whole = Math.max(Math.abs(gross), total, 1e-9);
  const bar = el('div', { class: 'costs', role: 'img', 'aria-label': 'costs beside profit before costs' }, parts.map(([name, key, tint]) => {
    const part = el('span', { title: `${name} ${money(run.costs[key])} ${currency}` });
    part.style.flexBasis = `${Math.max(0, Number(run.costs[key])) / whole * 100}%`;
    part.style.background = `var(--${tint})`;
    return part;
  }));
  const rows = [['Profit before costs', gross], ...parts.map(([name, key, tint]) => [name, -Number(run.costs[key]), tint]), ['Net profit', net], ...(Number(run.dividends) !== 0 ? [['Dividends within', Number(run.dividends)]] : [])];
  return el('div', {}, el('h3', {}, `From gross to net, ${currency}`), bar, table([
    { name: '', text: true, cell: ([name, , tint]) => { const dot = el('i', { class: 'legend' }); dot.style.background = tint ? `var(--${tint})` : 'transparent'; return el('span', {}, dot, name); } },
    { name: currency, cell: ([, value]) => number(value === 0 ? 0 : value), tone: ([name, value]) => name.includes('rofit') ? value : 0 },
    { name: 'of gross', cell: ([, value]) => gross > 0 ? percent(value / gross, 1) : DASH },
  ], rows));
}

const groupNames = { Result: 'Result', Risk: 'Risk', RiskAdjusted: 'Return for risk', Trades: 'Trades', Costs: 'Costs', Exposure: 'Exposure', Distribution: 'Shape of daily returns', Benchmark: 'Beside buy and hold' };
function metrics() {
  const keys = Object.keys(run.metrics);
  const block = group => {
    const rows = keys.filter(key => (catalog.get(key)?.group ?? 'Result') === group).map(key => {
      const value = run.metrics[key], entry = catalog.get(key);
      return el('tr', {}, el('td', { title: `${value.formula}\nSource: ${entry?.source ?? ''}` }, entry?.label ?? key),
        value.value === null ? el('td', { class: 'none' }, value.reason) : el('td', { id: 'metric-' + key }, show(value)));
    });
    return rows.length ? el('div', { class: 'block' }, el('h3', {}, groupNames[group]), el('table', {}, el('tbody', {}, rows))) : null;
  };
  const formulas = el('details', {}, el('summary', {}, 'Formulas and sources'), table([
    { name: 'Metric', text: true, cell: key => catalog.get(key)?.label ?? key }, { name: 'JSON', text: true, cell: key => el('code', {}, key) },
    { name: 'Formula', text: true, cell: key => run.metrics[key].formula }, { name: 'Source', text: true, cell: key => catalog.get(key)?.source ?? '' },
  ], keys));
  return section('All figures', `${run.periodsPerYear} days a year, risk-free rate 0, money in ${currency}; point at a name for its formula`, el('div', { class: 'metrics' }, Object.keys(groupNames).map(block)), formulas);
}

function groups(title, list, name) {
  if (!list.length) return null;
  return el('div', {}, title ? el('h3', {}, title) : null, table([
    { name, text: true, cell: item => item.name || '(none)' }, { name: 'Trades', cell: item => count(item.trades), sort: item => item.trades }, { name: 'Won', cell: item => percent(item.winRate, 1), sort: item => item.winRate },
    { name: 'Net', cell: item => money(item.net, true), tone: item => Number(item.net), sort: item => Number(item.net) },
    { name: 'Per trade', cell: item => number(item.net / item.trades), sort: item => item.net / item.trades },
    { name: 'Factor', cell: item => number(item.profitFactor), sort: item => item.profitFactor ?? Infinity }, { name: 'Best', cell: item => money(item.best), sort: item => Number(item.best) }, { name: 'Worst', cell: item => money(item.worst), sort: item => Number(item.worst) },
    { name: 'Held', cell: item => span(item.averageHeld), sort: item => item.averageHeld },
  ], list, { sortable: list.length > 1 }));
}

// Each script's own result, open positions marked to market; one script's is the run's.
function scripts() {
  if (run.scripts.length < 2) return null;
  const total = item => ['commission', 'spread', 'slippage', 'swap', 'funding', 'borrow'].reduce((sum, key) => sum + Number(item.costs[key]), 0);
  return section('By script', 'each with a book of its own; the results add up to the run’s', el('div', {}, table([
    { name: 'Script', text: true, cell: item => item.name }, { name: 'Fills', cell: item => count(item.fills) }, { name: 'Closed', cell: item => count(item.trades) },
    { name: `Net, ${currency}`, cell: item => money(item.net, true), tone: item => Number(item.net) }, { name: 'Costs', cell: item => number(total(item)) },
    { name: 'Dividends', cell: item => money(item.dividends) },
  ], run.scripts)), groups('Closed trades', run.tables.byScript, 'Script'));
}

function groupTables() {
  const { byInstrument, byEntryTag, byExitTag, byExitReason, byMix } = run.tables;
  if (!byExitTag.length) return null;
  return el('div', { class: 'pair' },
    section('By reason', '', groups('Entry tag', byEntryTag, 'Tag'), groups('Exit tag', byExitTag, 'Tag'), groups('Kind of exit', byExitReason, 'Exit')),
    section('By instrument and mix', '', groups('Instrument', byInstrument, 'Instrument'), groups('Entry and exit together', byMix, 'Tags')));
}

function tradeColumns(open) {
  return [
    { name: '#', cell: item => count(item.number), sort: item => item.number },
    ...(charts.length > 1 || run.tables.byInstrument.length > 1 ? [{ name: 'Instrument', text: true, cell: item => item.instrument }] : []),
    { name: 'Side', text: true, cell: item => item.side === 'buy' ? 'long' : 'short' }, { name: 'Quantity', cell: item => exact(item.qty), sort: item => Number(item.qty) },
    { name: 'Entry, UTC', text: true, cell: item => instant(item.entryTime) }, { name: 'at', cell: item => exact(item.entryPrice), sort: item => Number(item.entryPrice) },
    { name: open ? 'Last mark' : 'Exit, UTC', text: true, cell: item => instant(item.exitTime) }, { name: 'at', cell: item => exact(item.exitPrice), sort: item => Number(item.exitPrice) },
    { name: 'Held', cell: item => span(seconds(item.entryTime, item.exitTime)), sort: item => seconds(item.entryTime, item.exitTime) },
    { name: 'Costs', cell: item => money(item.costs), sort: item => Number(item.costs) }, { name: `Net, ${currency}`, cell: item => money(item.net, true), tone: item => Number(item.net), sort: item => Number(item.net) },
    ...(run.scripts.length > 1 ? [{ name: 'Script', text: true, cell: item => run.scripts[item.script].name }] : []),
    { name: 'Entry tag', text: true, cell: item => item.entryTag }, ...(open ? [] : [{ name: 'Exit tag', text: true, cell: item => item.exitTag }, { name: 'Exit', text: true, cell: item => item.exitReason }]),
  ];
}

function trades() {
  const row = (line, trade) => {
    line.className = 'jump';
    line.tabIndex = 0;
    line.addEventListener('click', () => jump(trade, line));
    line.addEventListener('keydown', event => { if (event.key === 'Enter') jump(trade, line); });
  };
  const list = curves.trades, all = metric('trades') ?? 0;
  const note = list.length < all ? `the ${count(list.length)} of ${count(all)} with the largest profit or loss; all are in ${run.artifacts.trades ?? 'the run’s Parquet file'}` : 'a click shows the trade in the chart; a click on a heading sorts';
  const open = run.tables.openTrades;
  return section('Trades', list.length ? note : 'none was closed',
    open.length ? el('div', {}, el('h3', {}, 'Left open at the end, marked to market'), table(tradeColumns(true), open, { row })) : null,
    open.length && list.length ? el('h3', {}, 'Closed') : null,
    list.length ? table(tradeColumns(false), list, { tall: true, sortable: true, row }) : null);
}

function orders() {
  const refusals = Object.entries(run.tables.refusals);
  const parts = ['submitted', 'filled', 'cancelled', 'rejected', 'expired', 'open'].map(name => `${count(run.orders[name])} ${name}`);
  return [parts.join(', ') + `; ${count(run.tables.partiallyFilled)} ended partly filled; ${count(run.fills)} fills`, ...refusals.map(([reason, times]) => `rejected ${count(times)} ×: ${reason}`)];
}

function identity() {
  const schedule = item => { const parts = [['rate', 'of notional'], ['perUnit', 'a unit'], ['fixed', 'a fill'], ['minimum', 'at least'], ['maximum', 'at most'], ['makerRate', 'of notional for makers']].filter(([key]) => Number(item[key] ?? 0) !== 0).map(([key, text]) => `${item[key]} ${text}`).concat((item.tiers ?? []).map(tier => `${tier.rate} from ${tier.from} traded a ${item.window}`)); return parts.length ? parts.join(' + ') : 'none'; };
  const commissions = [`commission ${schedule(run.config.commission)}`, ...Object.entries(run.config.commissionOf).map(([symbol, item]) => `${symbol} ${schedule(item)}`)].join('; ');
  const timing = Object.entries(run.timings).map(([name, value]) => `${name} ${number(value, 3)}${THIN}s`).join(', ');
  const lines = [
    ['EventLogHash', el('code', { id: 'event-log-hash' }, run.eventLogHash)],
    ['Run', el('span', {}, el('code', {}, run.runId), ` made ${instant(run.created)} UTC, engine ${run.engineVersion}, seed ${run.seed}` + (run.partial ? ', PARTIAL' : ''))],
    ['Script', el('span', {}, run.strategy.file + ' ', el('code', {}, run.strategy.sha256))],
    ...run.moreScripts.map(script => ['With', el('span', {}, script.file + ' ', el('code', {}, script.sha256), ' ' + Object.entries(script.parameters).map(([name, value]) => `${name} = ${value}`).join(', '))]),
    ['Parameters', Object.entries(run.parameters).map(([name, value]) => `${name} = ${value}`).join(', ') || 'none'],
    ['Account', `${money(run.config.cash)} ${currency}, ${commissions}; limit orders fill when the price trades ${run.config.limitFill === 'touch' ? 'at' : 'through'} them`],
    ['Models', el('span', {}, run.models.map(text => el('div', {}, text)))],
    ['Orders', el('span', {}, orders().map(text => el('div', {}, text)))],
    ['Speed', `${count(run.events)} events in ${number(run.wallSeconds, 3)}${THIN}s, ${count(run.eventsPerSecond)} a second; ${timing}`],
    ['Files', Object.entries(run.artifacts).map(([name, path]) => `${name}: ${path}`).join(', ') || 'none'],
  ];
  return section('How to run it again', '', el('pre', { id: 'command' }, run.command), el('h3', {}, 'Identity'),
    el('dl', {}, lines.flatMap(([name, content]) => [el('dt', {}, name), el('dd', {}, content)])), el('h3', {}, 'Data'), dataTable(run.data));
}

page.replaceChildren(opening(), verdict(), warnings(), timelineSection(), el('div', { class: 'pair' }, heatmap(), distribution()), metrics(), ...[scripts(), groupTables()].filter(Boolean), trades(), identity());
figure(drawTimeline);
if (curves.profitCounts.length) figure(drawHistogram);
timeline.on('plotly_relayout', change => { if (change['xaxis.range[0]'] !== undefined || change['xaxis.range'] !== undefined) fit(); });
timeline.on('plotly_doubleclick', () => { whole(); return false; });
document.documentElement.dataset.ready = 'yes';
