'use strict';
// What the report and the comparison share: elements, numbers as people read them, tables, and the look of the figures.

const data = JSON.parse(document.getElementById('data').textContent);
const page = document.getElementById('page');

// Text from a run only ever becomes a text node: there is no way from a tag or a symbol to markup.
function el(name, attributes, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
    else node.setAttribute(key, value);
  }
  node.append(...children.flat().filter(child => child !== null && child !== undefined && child !== ''));
  return node;
}

const MINUS = '\u2212', DASH = '\u2014', THIN = '\u202f';
const signed = (text, value) => value < 0 ? MINUS + text : text;

function number(value, decimals = 2) {
  if (value === null || !Number.isFinite(value)) return DASH;
  return signed(Math.abs(value).toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }), Number(value.toFixed(decimals)));
}
const count = value => number(value, 0);
const plus = (text, value) => value > 0 ? '+' + text : text;
const money = (text, sign) => { const value = Number(text); return sign ? plus(number(value), value) : number(value); };
function percent(value, decimals = 2, sign = false) {
  if (value === null || value === undefined || !Number.isFinite(value)) return DASH;
  const text = number(value * 100, decimals) + THIN + '%';
  return sign ? plus(text, Number((value * 100).toFixed(decimals))) : text;
}
// As many decimals as the number itself has, trailing zeros cut: quantities and prices.
const exact = text => { const [whole, fraction] = text.replace('-', '').split('.'); return (text.startsWith('-') ? MINUS : '') + Number(whole).toLocaleString('en-US') + (fraction ? '.' + fraction : ''); };
function span(seconds) {
  if (seconds === null || seconds === undefined) return DASH;
  const units = [['d', 86400], ['h', 3600], ['m', 60], ['s', 1]];
  const at = units.findIndex(([, size]) => seconds >= size);
  if (at < 0) return number(seconds, 3) + THIN + 's';
  const [unit, size] = units[at];
  const [next, small] = units[at + 1] ?? ['', 1];
  const rest = next ? Math.round((seconds - Math.floor(seconds / size) * size) / small) : 0;
  return `${count(Math.floor(seconds / size))}${THIN}${unit}` + (rest > 0 && rest < size / small ? ` ${rest}${THIN}${next}` : '');
}
const seconds = (from, to) => (Date.parse(to) - Date.parse(from)) / 1000;
const day = iso => iso.slice(0, 10);
const minute = iso => iso.slice(0, 16).replace('T', ' ');
const instant = iso => iso.slice(0, 19).replace('T', ' ');
const tone = value => value > 0 ? 'up' : value < 0 ? 'down' : '';

const catalog = new Map((data.catalog ?? []).map(entry => [entry.key, entry]));
const valueOf = (run, key) => { const metric = run.metrics[key]; return metric === undefined || metric.value === null ? null : Number(metric.value); };
function show(metric) {
  if (metric === undefined || metric.value === null) return DASH;
  const value = Number(metric.value);
  switch (metric.unit) {
    case 'share': return percent(value);
    case 's': return span(value);
    case 'count': return count(value);
    case 'ratio': return number(value, Math.abs(value) >= 1000 ? 0 : Math.abs(value) < .1 && value !== 0 ? 4 : 2);
    default: return number(value);
  }
}

// Columns: { name, cell(row) → text or node, sort(row) → number or text, text: left-aligned, tone(row) }.
function table(columns, rows, options = {}) {
  const body = el('tbody');
  const fill = list => body.replaceChildren(...list.map(row => {
    const line = el('tr', {}, columns.map(column => el('td', { class: [column.text ? 'text' : '', column.tone ? tone(column.tone(row)) : ''].join(' ').trim() || null }, column.cell(row))));
    options.row?.(line, row);
    return line;
  }));
  const heads = columns.map(column => el('th', { class: [column.text ? 'text' : '', options.sortable ? 'sortable' : ''].join(' ').trim() || null, scope: 'col', title: column.title, tabindex: options.sortable ? 0 : null }, column.name));
  if (options.sortable) heads.forEach((head, at) => {
    const sort = () => {
      const descending = head.getAttribute('aria-sort') !== 'descending';
      heads.forEach(other => other.removeAttribute('aria-sort'));
      head.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
      const key = columns[at].sort ?? columns[at].cell;
      const order = (a, b) => { const [x, y] = [key(a), key(b)]; return x < y ? -1 : x > y ? 1 : 0; };
      fill([...rows].sort((a, b) => descending ? order(b, a) : order(a, b)));
    };
    head.addEventListener('click', sort);
    head.addEventListener('keydown', event => { if (event.key === 'Enter') sort(); });
  });
  fill(rows);
  return el('div', { class: options.tall ? 'scroll tall' : 'scroll' }, el('table', {}, el('thead', {}, el('tr', {}, heads)), body));
}

// What was seen, and what the check had said of it: the same in every report.
const dataTable = items => table([
  { name: 'Instrument', text: true, cell: item => item.instrument }, { name: 'Kind', text: true, cell: item => item.kind }, { name: 'Source', text: true, cell: item => item.source },
  { name: 'From', text: true, cell: item => minute(item.from) }, { name: 'To', text: true, cell: item => minute(item.to) }, { name: 'Events', cell: item => count(item.count) }, { name: 'Gaps', cell: item => count(item.gaps) },
  { name: 'Quality', text: true, cell: item => el('span', { title: item.qualityNote || (item.quality === 'unchecked' ? `./run.sh data check ${item.instrument}:${item.kind}` : '') }, item.quality) },
  { name: 'SHA-256', text: true, cell: item => el('code', { title: item.sha256 }, item.sha256.slice(0, 16) + '…') },
], items);

const section = (title, note, ...content) => el('section', {}, el('div', { class: 'head' }, el('h2', {}, title), note ? el('p', { class: 'note' }, note) : null), ...content);

// Times come as the first and then the steps.
const times = steps => { let at = 0; return steps.map(step => at += step); };
const unpack = curve => ({ t: times(curve.t), v: curve.v });
function underwater(values) {
  let peak = -Infinity;
  return values.map(value => { peak = Math.max(peak, value); return peak > 0 ? value / peak - 1 : null; });
}

const colour = name => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();
const fade = (hex, alpha) => hex + Math.round(alpha * 255).toString(16).padStart(2, '0');
// Plotly's own tool bar can upload a chart to its makers' cloud: a trader's results stay where they are.
const config = { showSendToCloud: false, showEditInChartStudio: false, displaylogo: false, responsive: true, displayModeBar: 'hover', modeBarButtonsToRemove: ['sendChartToCloud', 'sendDataToCloud', 'select2d', 'lasso2d', 'autoScale2d', 'zoomIn2d', 'zoomOut2d'], toImageButtonOptions: { scale: 2 } };
function layout(extra) {
  return {
    paper_bgcolor: 'rgba(0,0,0,0)', plot_bgcolor: 'rgba(0,0,0,0)', showlegend: false, autosize: true,
    font: { family: getComputedStyle(document.body).fontFamily, size: 12, color: colour('soft') },
    modebar: { bgcolor: 'rgba(0,0,0,0)', color: colour('faint'), activecolor: colour('ink') },
    hoverlabel: { bgcolor: colour('card'), bordercolor: colour('rule'), font: { color: colour('ink'), size: 12 } },
    ...extra,
  };
}
const axis = extra => ({ gridcolor: colour('rule'), linecolor: colour('rule'), zeroline: false, automargin: true, ...extra });
const heading = (text, y) => ({ text, x: 0, y, xref: 'paper', yref: 'paper', xanchor: 'left', yanchor: 'bottom', showarrow: false, font: { size: 12, color: colour('soft') } });

// Ticks of money: cents only where a panel spans little.
const moneyTicks = values => { let [low, high] = [Infinity, -Infinity]; for (const value of values) { low = Math.min(low, value); high = Math.max(high, value); } return high - low > 20 ? ',.0f' : ',.2f'; };

// Figures are drawn anew when the page turns dark or goes to the printer.
const figures = [];
function figure(draw) { figures.push(draw); draw(); }
const redraw = () => figures.forEach(draw => draw());
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
matchMedia('print').addEventListener('change', redraw);
