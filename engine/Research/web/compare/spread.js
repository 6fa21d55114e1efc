'use strict';
// How all trials did, beside what they would do if none were worth anything; and what picking the best of one half is worth in the other.

const spreadNode = el('div', { class: 'plot', id: 'spread' }), logitsNode = el('div', { class: 'plot', id: 'logits' }), halvesNode = el('div', { class: 'plot', id: 'halves' });
const steps = (from, width, n) => Array.from({ length: n }, (_, at) => from + width * at);

function drawSpread() {
  const { from, width, counts, trials: n, nullDeviation: deviation, best } = data.spread, noise = data.noise;
  const middle = steps(from + width / 2, width, counts.length), fine = steps(from, width / 4, counts.length * 4 + 1);
  const bell = x => n * width * Math.exp(-((x / deviation) ** 2) / 2) / (deviation * Math.sqrt(2 * Math.PI));
  const mark = (x, text, tint, y, anchor) => ({ x, y, xref: 'x', yref: 'paper', text, showarrow: false, xanchor: anchor, xshift: anchor === 'left' ? 4 : -4, yanchor: 'top', font: { size: 11, color: colour(tint) } });
  const stake = (x, tint) => ({ type: 'line', xref: 'x', yref: 'paper', x0: x, x1: x, y0: 0, y1: 1, line: { width: 1.4, color: colour(tint), dash: 'dot' } });
  Plotly.react(spreadNode, [
    { type: 'bar', x: middle, y: counts, width, marker: { color: fade(colour('one'), .55), line: { width: 1, color: colour('card') } }, customdata: middle.map(x => `${ratio(x - width / 2)} to ${ratio(x + width / 2)}`), hovertemplate: '%{customdata}<br>%{y} trials<extra></extra>' },
    { type: 'scatter', mode: 'lines', x: fine, y: fine.map(bell), line: { width: 1.6, color: colour('market') }, hoverinfo: 'skip' },
  ], layout({
    height: 300, margin: { l: 36, r: 10, t: 20, b: 42 }, bargap: 0, xaxis: axis({ title: { text: 'Sharpe ratio, annual' }, fixedrange: true }), yaxis: axis({ fixedrange: true, tickformat: ',d', dtick: Math.max(...counts) < 6 ? 1 : undefined }),
    shapes: [stake(best, 'two'), ...(noise ? [stake(noise.sharpe, 'soft')] : [])],
    annotations: [mark(best, `the best, ${ratio(best)}`, 'two', 1.06, 'right'), ...(noise ? [mark(noise.sharpe, `expected of luck, ${ratio(noise.sharpe)}`, 'soft', .96, noise.sharpe > best ? 'left' : 'right')] : [])],
  }), noBar);
}

function drawLogits() {
  const { from, width, counts } = data.odds.overfitting.logits, middle = steps(from + width / 2, width, counts.length);
  Plotly.react(logitsNode, [{ type: 'bar', x: middle, y: counts, width, marker: { color: middle.map(x => fade(colour(x <= 0 ? 'down' : 'up'), .6)), line: { width: 1, color: colour('card') } }, hovertemplate: '%{y} halves<extra></extra>' }],
    layout({ height: 300, margin: { l: 44, r: 10, t: 8, b: 42 }, bargap: 0, xaxis: axis({ title: { text: 'logit of the winner’s rank in the other half' }, fixedrange: true, zeroline: true, zerolinecolor: colour('faint') }), yaxis: axis({ fixedrange: true, tickformat: ',d' }) }), noBar);
}

function drawHalves() {
  const { inSample, outOfSample } = data.odds.overfitting, annual = Math.sqrt(data.odds.periodsPerYear), scale = list => list.map(value => value === null ? null : value * annual);
  Plotly.react(halvesNode, [{ type: 'scatter', mode: 'markers', x: scale(inSample), y: scale(outOfSample), marker: { size: 4, color: fade(colour('one'), .35) }, hovertemplate: 'chosen with %{x:.2f}<br>then %{y:.2f}<extra></extra>' }],
    layout({ height: 300, margin: { l: 8, r: 10, t: 8, b: 42 }, xaxis: axis({ title: { text: 'Sharpe of each half’s winner, in that half' }, fixedrange: true }), yaxis: axis({ title: { text: 'in the other half' }, fixedrange: true, zeroline: true, zerolinecolor: colour('faint'), zerolinewidth: 1.4 }) }), noBar);
}

function spreadSection() {
  if (!data.spread) return missing('Sharpe ratios of all trials', 'Fewer than two trials have one.');
  return section('Sharpe ratios of all trials', `${count(data.spread.trials)} trials with one, ${count(data.spread.periods)} periods, ${period}; grey: what as many worthless independent trials would spread like, deviation ${ratio(data.spread.nullDeviation)}`, spreadNode);
}

function halvesSections() {
  const study = data.odds.overfitting;
  if (!study) return [missing('Does picking the best help?', data.odds.figures.find(item => item.key === 'pbo')?.reason ?? 'The probability of overfitting is undefined here.')];
  const dropped = study.rowsDropped ? `, ${count(study.rowsDropped)} periods dropped at the start` : '';
  return [section('Does picking the best help?', `${count(study.halves)} halves of ${study.blocks} blocks${dropped}, N ${count(data.odds.columns)}, ${period}; red: the half’s winner was in the worse half of all in the other`, logitsNode),
    section('What was chosen, and what came of it', `${count(study.inSample.length)} of ${count(study.halves)} halves, ${period}`, halvesNode)];
}
