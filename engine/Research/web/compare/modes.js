'use strict';
// One script in a backtest, on paper and live: the same fills, and what they cost more and came later.

const slipNode = el('div', { class: 'plot', id: 'slips' });
const points = value => number(value * 1e4, 2) + THIN + 'bp';

function drawSlips() {
  Plotly.react(slipNode, data.modes.filter(pair => pair.matched).map(pair => ({ type: 'scatter', mode: 'markers', name: plain(nameOf(all[pair.other])), x: times(pair.times), y: pair.slips.map(value => value * 1e4), customdata: pair.lates, marker: { size: 5, color: fade(colour(all[pair.other].tint), .7) }, hovertemplate: '%{y:.2f} bp against us<br>%{customdata:.3f} s later<extra></extra>' })),
    layout({ height: 260, margin: { l: 8, r: 10, t: 8, b: 36 }, xaxis: axis({ type: 'date', fixedrange: true }), yaxis: axis({ title: { text: 'basis points against us' }, fixedrange: true, zeroline: true, zerolinecolor: colour('faint') }) }), noBar);
}

function modesSection() {
  if (isSearch) return null;
  if (!data.modes.length) return missing('Backtest, paper, live', 'All of these are of one mode, or of different scripts. Name a session of the same script to lay it beside: ./run.sh compare RUN SESSION.');
  const list = table([
    { name: '', text: true, cell: pair => el('span', {}, label(all[pair.first]), ' and ', label(all[pair.other])) },
    { name: 'Both covered, UTC', text: true, cell: pair => `${minute(pair.from)} to ${minute(pair.to)}` },
    { name: 'Fills', cell: pair => `${count(pair.firstFills)} and ${count(pair.otherFills)}` }, { name: 'in both', cell: pair => count(pair.matched) },
    { name: 'Price against us', cell: pair => figureOf(pair.slip, points) }, { name: 'at worst', cell: pair => figureOf(pair.worstSlip, points) },
    { name: 'Later by', cell: pair => figureOf(pair.late, value => span(Math.abs(value))) }, { name: 'at most', cell: pair => figureOf(pair.latest, value => span(Math.abs(value))) },
  ], data.modes);
  return section('Backtest, paper, live', 'fills of one script beside each other: same instrument, side and quantity, at most a minute apart; medians. Why decisions differ: ./run.sh parity SESSION', list, data.modes.some(pair => pair.matched) ? slipNode : null);
}
