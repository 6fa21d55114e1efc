'use strict';
// Return against drawdown: up and to the left is better; the front is joined by a line.

const frontNode = el('div', { class: 'plot', id: 'front' });

function drawFront() {
  const sized = data.front.some(point => point.complexity !== null), most = Math.max(1, ...data.front.map(point => point.complexity ?? 0));
  const size = point => sized ? 5 + 13 * (point.complexity ?? 0) / most : isSearch ? 6 : 10;
  const known = new Map(all.map(item => [item.key, item]));
  const text = point => plain((known.has(point.key) ? nameOf(known.get(point.key)) : point.key).slice(0, 80)) + (sized ? `<br>complexity ${point.complexity}` : '');
  const cloud = (points, extra, marker) => ({ type: 'scatter', mode: 'markers', x: points.map(point => point.drawdown), y: points.map(point => point.return), text: points.map(text), hovertemplate: '%{text}<br>drawdown %{x:.2%}, return %{y:.2%}<extra></extra>', marker: { size: points.map(size), ...marker }, ...extra });
  const front = data.front.filter(point => point.front).sort((a, b) => a.drawdown - b.drawdown), rest = data.front.filter(point => !point.front && !known.has(point.key)), named = data.front.filter(point => known.has(point.key));
  const returns = data.front.map(point => point.return), [low, high] = [Math.min(0, ...returns), Math.max(0, ...returns)], pad = (high - low || .01) * .12;
  Plotly.react(frontNode, [
    { type: 'scatter', mode: 'lines', x: front.map(point => point.drawdown), y: front.map(point => point.return), hoverinfo: 'skip', line: { color: colour('three'), width: 1.4, dash: 'dot' } },
    cloud(rest, {}, { color: fade(colour('market'), .55) }), cloud(front.filter(point => !known.has(point.key)), {}, { color: colour('card'), line: { width: 1.6, color: colour('three') } }),
    cloud(named, isSearch ? {} : { mode: 'markers+text', textposition: 'top center', text: named.map(point => plain(shortName(known.get(point.key)))), textfont: { size: 11, color: colour('soft') } }, { color: named.map(point => colour(known.get(point.key).tint)), line: { width: named.map(point => point.front ? 2 : 0), color: colour('ink') } }),
  ], layout({
    height: 380, margin: { l: 8, r: 12, t: 18, b: 44 }, hovermode: 'closest',
    xaxis: axis({ title: { text: 'max drawdown' }, tickformat: '.2~%', range: [0, 1.12 * Math.max(...data.front.map(point => point.drawdown), 1e-4)] }), yaxis: axis({ title: { text: 'total return' }, range: [low - pad, high + pad], tickformat: '.2~%', zeroline: true, zerolinecolor: colour('faint'), zerolinewidth: 1 }),
  }), noBar);
}

function frontSection() {
  const note = `${count(data.frontOf)} with both figures, ${period}${data.front.length < data.frontOf ? `; ${count(data.front.length)} drawn, the whole front among them` : ''}`;
  if (!data.front.length) return missing('Return against drawdown', 'None has both figures.');
  return section('Return against drawdown', note, frontNode, el('p', { class: 'note' }, 'Joined: none returns more at no more drawdown. ', data.front.some(point => point.complexity !== null) ? 'Size of a point: complexity of the script.' : ''));
}
