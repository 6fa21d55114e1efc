'use strict';
// The objective over two axes of the search, chosen by the reader.

const shades = ['Best of a cell', 'Median', 'Plateau'], shadeKeys = ['best', 'middle', 'plateau'];
const shadeNotes = ['the luckiest of each cell', 'the middle of each cell', 'lower quarter of each point and its neighbours: a peak that stands alone loses'];
let mapAt = 0, shade = 2, mapNode = null, shadeNote = null;

function extremes(rows) {
  const known = rows.flat().filter(value => value !== null);
  return known.length ? [Math.min(...known), Math.max(...known)] : [0, 0];
}

// Zero keeps the card's colour where the figures have both signs; else the middle does.
function drawMap() {
  const { axes, maps } = data.space, map = maps[mapAt], rows = map[shadeKeys[shade]];
  const [low, high] = extremes(rows), both = low < 0 && high > 0, middle = both ? 0 : (low + high) / 2, reach = Math.max(high - middle, middle - low) || 1;
  const top = high, digits = reach < .05 ? 4 : reach < 5 ? 2 : 1;
  const across = axes[map.across], down = axes[map.down];
  const order = down.labels.map((_, at) => at).reverse();
  mapNode.replaceChildren(grid(order.map(row => down.labels[row]), across.labels, (at, column) => {
    const row = order[at], value = rows[row][column], tried = map.counts[row][column];
    return { at: value === null ? null : (value - middle) / reach, text: value === null ? (tried ? DASH : '') : across.labels.length > 14 ? '' : number(value, digits),
      title: `${down.name} ${down.labels[row]}, ${across.name} ${across.labels[column]}: ${value === null ? 'undefined' : number(value, 4)} (${count(tried)} tried)`, mark: value !== null && value === top };
  }, { corner: `${down.name} ↑ ${across.name} →`, slim: across.labels.length > 14 }));
  shadeNote.textContent = `${shadeNotes[shade]}; framed: the highest`;
}

function spaceSection() {
  if (!isSearch) return null;
  const { space, search } = data;
  if (!space || !space.maps.length) return missing('Parameter map', space?.axes.length === 1 ? 'Only one axis was searched: there is no map of one axis; the lines below show it.' : 'No axis was searched on which variants differ.');
  [mapNode, shadeNote] = [el('div', { id: 'map' }), el('span')];
  const pairs = space.maps.map(map => `${space.axes[map.across].name} × ${space.axes[map.down].name}`);
  const node = section('Parameter map', `${search.objective}; ${trials}, ${period}; `,
    el('div', { class: 'choices' }, choice('Axes', pairs, mapAt, at => { mapAt = at; drawMap(); }), toggle('What a cell shows', shades, shade, at => { shade = at; drawMap(); })), mapNode);
  node.querySelector('.note').append(shadeNote);
  drawMap();
  return node;
}
