'use strict';
// A study: its figure, what a reader must know before it, and the data that it was made of.

const place = el('div', { class: 'plot' });
page.replaceChildren(...[
  el('header', {}, el('h1', {}, data.title)),
  data.warnings.length ? el('ul', { class: data.warnings.length > 1 ? 'warnings' : 'warnings one' }, data.warnings.map(text => el('li', {}, text))) : null,
  el('section', {}, place),
  section('Data', '', dataTable(data.data)),
].filter(Boolean));
WorkbenchFigures.use(Plotly);
WorkbenchFigures.show(place, data.figure).then(() => { document.documentElement.dataset.ready = 'yes'; });
