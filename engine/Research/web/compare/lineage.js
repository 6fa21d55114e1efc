'use strict';
// The family tree of the scripts, one column for each generation; a click shows the script.

function lineageSection() {
  if (!data.lineage.length) return null;
  const generations = [...new Set(data.lineage.map(node => node.generation))].sort((a, b) => a - b);
  const columns = generations.map(generation => data.lineage.filter(node => node.generation === generation));
  const row = 30, wide = 190, height = Math.max(...columns.map(column => column.length)) * row + 12, width = Math.max(columns.length * wide, wide);
  const place = new Map(columns.flatMap((column, x) => column.map((node, y) => [node.id, { x: x * wide + 8, y: 22 + y * row }])));
  const shown = el('pre', { id: 'lineage-script' }, 'a click on a name shows its script');
  const links = data.lineage.flatMap(node => node.parents.filter(parent => place.has(parent)).map(parent => {
    const [from, to] = [place.get(parent), place.get(node.id)];
    return svg('path', { d: `M${from.x + 134} ${from.y - 4}C${to.x - 22} ${from.y - 4} ${from.x + 156} ${to.y - 4} ${to.x - 4} ${to.y - 4}` });
  }));
  const names = data.lineage.map(node => {
    const { x, y } = place.get(node.id), text = svg('text', { x, y, tabindex: 0, role: 'button' }, `${node.id.slice(0, 14)}${node.score === null ? '' : '  ' + number(node.score, 2)}`, svg('title', {}, `${node.id}${node.born ? ', ' + node.born : ''}${node.parents.length ? ', from ' + node.parents.join(' and ') : ''}`));
    const open = () => { shown.textContent = node.text ?? 'its script was not kept'; };
    text.addEventListener('click', open);
    text.addEventListener('keydown', event => { if (event.key === 'Enter') open(); });
    return text;
  });
  return section('Family', `${count(data.lineage.length)} scripts over ${count(generations.length)} generations, from left to right`,
    el('div', { class: 'scroll' }, svg('svg', { viewBox: `0 0 ${width} ${height}`, width, height, class: 'lineage', id: 'lineage' }, links, names)), shown);
}
