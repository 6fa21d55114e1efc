'use strict';
// A grid of coloured cells: parameter maps, correlations, overlaps. Colours are mixed by the browser, so they follow light and dark.

// From one tint to another through the card's own colour; at -1, 0 and 1.
function blend(at, low = 'two', high = 'one') {
  const strength = Math.round(Math.min(1, Math.abs(at)) * 78 + 4);
  return `color-mix(in srgb, var(--${at < 0 ? low : high}) ${strength}%, var(--card))`;
}

// rows, columns: names; cell(row, column) → { at: -1…1 for the colour or null, text, title, mark }.
function grid(rows, columns, cell, options = {}) {
  const head = el('tr', {}, el('th', {}, options.corner ?? ''), columns.map(name => el('th', { scope: 'col', title: name }, el('span', {}, name))));
  const body = rows.map((name, row) => el('tr', {}, el('th', { scope: 'row', title: name }, name), columns.map((_, column) => {
    const { at, text, title, mark } = cell(row, column);
    const node = el('td', { title, class: [at === null ? 'empty' : '', mark ? 'mark' : ''].join(' ').trim() || null }, text ?? '');
    if (at !== null) node.style.background = blend(at, options.low, options.high);
    if (at !== null && at > .8) node.classList.add('deep');
    return node;
  })));
  return el('div', { class: 'scroll' }, el('table', { class: 'cells' + (options.slim ? ' slim' : '') }, el('thead', {}, head), el('tbody', {}, body)));
}
