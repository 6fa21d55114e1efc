'use strict';
// Each variant as a line through all axes, the good ones on top. Drawn as SVG: no bundle of plotly that has candles has these.

const svg = (name, attributes, ...children) => {
  const node = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null && value !== undefined) node.setAttribute(key, value);
  node.append(...children.flat().filter(child => child !== null && child !== undefined));
  return node;
};

const plot = { width: 1000, height: 300, top: 34, bottom: 20, side: 60 };
const parallelY = height => plot.height - plot.bottom - height * (plot.height - plot.top - plot.bottom);
let flipped = new Set();

function parallelPath(line, columns, heightOf) {
  let path = '', pen = 'M';
  columns.forEach((x, at) => {
    const height = heightOf(line, at);
    if (height === null) { pen = 'M'; return; }
    path += `${pen}${x.toFixed(1)} ${parallelY(flipped.has(at) ? 1 - height : height).toFixed(1)}`;
    pen = 'L';
  });
  return path;
}

function drawParallel(node, said) {
  const { axes, lines } = data.space, scores = lines.map(line => line.objective).filter(value => value !== null), [low, high] = [Math.min(...scores), Math.max(...scores)];
  const columns = [...axes, null].map((_, at, list) => plot.side + at * (plot.width - 2 * plot.side) / Math.max(1, list.length - 1));
  const scoreHeight = line => line.objective === null ? null : high > low ? (line.objective - low) / (high - low) : .5;
  const heightOf = (line, at) => at < axes.length ? line.heights[at] : scoreHeight(line);
  const drawn = [...lines].reverse().map(line => {
    const height = scoreHeight(line), path = svg('path', { d: parallelPath(line, columns, heightOf), class: line.rank === 1 ? 'winner' : null });
    path.style.stroke = height === null ? 'var(--rule)' : `color-mix(in oklab, var(--one) ${Math.round(height * 100)}%, var(--two))`;
    path.style.strokeOpacity = line.rank === 1 ? 1 : height === null ? .35 : .12 + .6 * height ** 2;
    path.addEventListener('mouseenter', () => { said.textContent = `#${count(line.rank)} ${line.settings}: ${line.objective === null ? 'undefined' : number(line.objective, 3)}`; });
    return path;
  });
  const head = (name, x, at) => {
    const text = svg('text', { x, y: 14, class: 'axis-name', tabindex: 0, role: 'button' }, name + (flipped.has(at) ? ' ↓' : ''));
    const flip = () => { flipped.has(at) ? flipped.delete(at) : flipped.add(at); drawParallel(node, said); };
    text.addEventListener('click', flip);
    text.addEventListener('keydown', event => { if (event.key === 'Enter') flip(); });
    return text;
  };
  const ends = (x, at, bottom, top) => [[bottom, flipped.has(at) ? 1 : 0], [top, flipped.has(at) ? 0 : 1]].map(([text, height]) => svg('text', { x, y: parallelY(height) + (height ? -5 : 14), class: 'end' }, text));
  const frame = columns.flatMap((x, at) => {
    const axis = axes[at], [bottom, top] = axis ? [axis.labels[0], axis.labels.at(-1)] : [number(low, 2), number(high, 2)];
    return [svg('line', { x1: x, x2: x, y1: parallelY(0), y2: parallelY(1) }), head(axis ? axis.name : data.search.objective, x, at), ...ends(x, at, bottom, top)];
  });
  node.replaceChildren(svg('svg', { viewBox: `0 0 ${plot.width} ${plot.height}`, class: 'parallel', role: 'img', 'aria-label': 'variants as lines through all axes' }, drawn, frame));
}

function parallelSection() {
  if (!isSearch || !data.space?.axes.length || data.space.lines.every(line => line.objective === null)) return null;
  const node = el('div', { id: 'parallel' }), said = el('p', { class: 'note mono' }, 'point at a line');
  const { lines, axesLeftOut } = data.space;
  drawParallel(node, said);
  return section('All axes at once', `${count(lines.length)} of ${count(data.search.variants)} variants, the best hundred among them, ${period}; a click on a name turns its axis${axesLeftOut.length ? `; not shown: ${axesLeftOut.join(', ')}` : ''}`, node, said);
}
