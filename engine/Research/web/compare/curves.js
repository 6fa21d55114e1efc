'use strict';
// Equity and drawdown laid over each other, over the band that the best of so many worthless trials would lie in.

const curvesNode = el('div', { class: 'plot', id: 'curves' });

// Of the drift of the expected best, and of the drifts between which nine of ten such bests lie.
function noiseTraces() {
  if (!data.noise || !data.clock.ends.length) return [];
  const x = [Date.parse(data.clock.from), ...times(data.clock.ends)], steps = [0, ...times(data.clock.numbers)];
  const line = (drift, extra) => ({ type: 'scatter', mode: 'lines', x, y: steps.map(step => 100 * (1 + drift) ** step), hoverinfo: 'skip', line: { width: 0 }, ...extra });
  const tint = colour('market');
  return [line(data.noise.low, {}), line(data.noise.high, { fill: 'tonexty', fillcolor: fade(tint, .16), name: 'noise' }), line(data.noise.expected, { name: 'noise', line: { width: 1.2, color: tint, dash: 'dot' } })];
}

function drawCurves() {
  const narrow = curvesNode.clientWidth < 600;
  const line = (item, y, yaxis, format, width) => ({ type: 'scatter', mode: 'lines', name: plain(shortName(item)), x: item.curve.t, y, yaxis, line: { width, color: colour(item.tint), dash: item.dash }, hovertemplate: format });
  const y = (domain, extra) => axis({ domain, side: 'right', fixedrange: true, nticks: 6, automargin: false, ...extra });
  const width = all.length > 8 ? 1.1 : 1.5;
  const cut = data.split.at.slice(0, 19), whole = ['x', 'paper'];
  Plotly.react(curvesNode, [...noiseTraces(), ...all.map(item => line(item, item.curve.v, 'y', '%{y:.2f}', width)), ...all.map(item => line(item, underwater(item.curve.v), 'y2', '%{y:.2%}', 1))], layout({
    height: narrow ? 460 : 560, margin: { l: 4, r: 56, t: 22, b: 40 }, hovermode: all.length > 8 ? 'closest' : 'x', xaxis: axis({ type: 'date', anchor: 'y2', tickangle: 0, nticks: narrow ? 4 : 9 }),
    yaxis: y([0.36, 1], {}), yaxis2: y([0, 0.29], { tickformat: '.2~%' }),
    shapes: [{ type: 'rect', xref: whole[0], yref: whole[1], x0: cut, x1: data.clock.to.slice(0, 19), y0: 0, y1: 1, fillcolor: fade(colour('two'), .07), line: { width: 0 }, layer: 'below' },
      { type: 'line', xref: whole[0], yref: whole[1], x0: cut, x1: cut, y0: 0, y1: 1, line: { width: 1, dash: 'dot', color: colour('faint') } }],
    annotations: [...[heading('Equity, 100 at the start', 1), heading('Under water', 0.29)].map(note => ({ ...note, yshift: 2 })),
      { text: data.split.later, x: cut, y: 1, xref: 'x', yref: 'paper', xanchor: 'left', yanchor: 'top', xshift: 4, showarrow: false, font: { size: 11, color: colour('faint') } }],
  }), config);
}

function curvesSection() {
  if (!all.some(item => item.curve.t.length)) return missing('Curves', 'There is no curve to draw: nothing finished with returns.');
  const key = el('div', { class: 'keys' }, all.map(item => label(item)), data.noise ? el('span', { class: 'soft' }, el('i', { class: 'legend noise' }), `best of ${count(data.noise.trials)} worthless trials: expected Sharpe ${ratio(data.noise.sharpe)}, dotted, and where nine of ten such bests lie`) : null);
  return section('Curves', `${basis}; shaded: ${data.split.later}`, key, curvesNode);
}
