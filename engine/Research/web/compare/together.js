'use strict';
// How those compared hang together: returns, trades, and where the money goes.

// Above a column there is room for little.
const topName = item => isSearch ? `#${item.at + 1}` : shortName(item);

function correlationSection() {
  if (all.length < 2) return null;
  const order = times(data.correlations.order), names = order.map(at => shortName(all[at])), tops = order.map(at => topName(all[at])), wide = order.length > 12;
  const cell = (row, column) => {
    const value = data.correlations.matrix[order[row]][order[column]];
    return { at: value, text: value === null ? DASH : wide ? '' : number(value, 2), title: `${names[row]}, ${names[column]}: ${value === null ? 'one of them never moved' : number(value, 3)}` };
  };
  return section('Correlation of returns', `${basis}; those that move alike lie beside each other`, grid(names, tops, cell, { slim: wide }));
}

function overlapSection() {
  if (all.length < 2) return null;
  const { sameWay, sameEntries, reason } = data.overlaps;
  if (sameWay.flat().every(value => value === null)) return missing('Trades in common', isSearch ? 'A search keeps no trades of its variants. Run those that matter (./run.sh backtest … --set …) and compare the runs.' : reason ?? 'None was made.');
  const names = all.map(shortName), wide = all.length > 12;
  const cell = (row, column) => {
    const value = row === column ? null : (row < column ? sameWay : sameEntries)[row][column];
    return { at: value, text: row === column ? '' : value === null ? DASH : wide ? '' : percent(value, 0), title: row === column ? names[row] : `${names[row]}, ${names[column]}: ${row < column ? 'in the market the same way' : 'the same entries'} ${value === null ? DASH : percent(value, 1)}` };
  };
  return section('Trades in common', `${period}; above the diagonal: share of the time in the market in which both held the same way; below: share of entries into the same, the same way, at the same instant`, grid(names, all.map(topName), cell, { slim: wide }));
}

const costParts = [['commission', 'Commission', 'one'], ['spread', 'Spread', 'two'], ['slippage', 'Slippage', 'four'], ['swap', 'Swap', 'six'], ['funding', 'Funding', 'five'], ['borrow', 'Borrow fee', 'faint']];

// Each cost as a share of the profit before costs; of its size where there was a loss.
function costsSection() {
  const known = all.filter(item => metricOf(item, 'totalCosts') !== null);
  if (!known.length) return missing('Costs', 'None of them has figures of costs.');
  const parts = costParts.filter(([key]) => known.some(item => metricOf(item, key)));
  const row = item => {
    const gross = Math.abs(metricOf(item, 'grossProfit') ?? 0), total = metricOf(item, 'totalCosts'), whole = Math.max(gross, total, 1e-9);
    const bar = el('div', { class: 'costs', role: 'img', 'aria-label': 'costs beside profit before costs' }, parts.map(([key, title, tint]) => {
      const part = el('span', { title: `${title} ${money(metricOf(item, key))}` });
      part.style.flexBasis = `${Math.max(0, metricOf(item, key) ?? 0) / whole * 100}%`;
      part.style.background = `var(--${tint})`;
      return part;
    }));
    return el('tr', {}, el('td', { class: 'text' }, label(item)), el('td', { class: 'bar' }, bar), el('td', {}, money(total)), el('td', {}, figureOf(item.metrics.costShare, share)), el('td', {}, money(metricOf(item, 'grossProfit'), true)));
  };
  const head = ['', 'Of the profit or loss before costs', 'Costs', 'of gross profit', 'Gross'].map((name, at) => el('th', { class: at < 2 ? 'text' : null, scope: 'col' }, name));
  const keys = parts.length ? el('div', { class: 'keys' }, parts.map(([, title, tint]) => { const dot = el('i', { class: 'legend' }); dot.style.background = `var(--${tint})`; return el('span', {}, dot, title); })) : null;
  return section('Costs', `each over its whole run, ${period}`, keys, el('div', { class: 'scroll' }, el('table', { id: 'costs' }, el('thead', {}, el('tr', {}, head)), el('tbody', {}, known.map(row)))));
}
