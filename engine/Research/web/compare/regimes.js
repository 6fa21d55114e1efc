'use strict';
// Results by what the market was like: a strategy that earns in one mood alone waits for that mood.

function regimesSection() {
  if (!all.length) return null;
  if (!data.regimes.length) return missing('By mood of the market', data.market ? 'There are too few periods to tell one mood from another.' : 'The price of the market is not known over these periods.');
  const most = Math.max(...data.regimes.flatMap(regime => regime.figures.map(figure => Math.abs(figure.return.value ?? 0))), 1e-9);
  const cell = figure => {
    const node = el('td', { title: figure.sharpe.value === null ? figure.sharpe.reason : `Sharpe ${ratio(figure.sharpe.value)}` }, figureOf(figure.return, value => percent(value, 1, true)), el('span', { class: 'delta' }, figure.sharpe.value === null ? DASH : `SR ${ratio(figure.sharpe.value)}`));
    if (figure.return.value !== null) node.style.background = `color-mix(in srgb, var(--${figure.return.value < 0 ? 'down' : 'up'}) ${Math.round(4 + 42 * Math.abs(figure.return.value) / most)}%, var(--card))`;
    return node;
  };
  const rows = ['volatility', 'trend'].flatMap(kind => [el('tr', { class: 'group' }, el('td', { colspan: all.length + 2 }, kind === 'volatility' ? 'By volatility, thirds' : 'By trend')),
    ...data.regimes.filter(regime => regime.kind === kind).map(regime => el('tr', { 'data-regime': regime.name }, el('td', { class: 'text' }, regime.name), el('td', { class: 'soft' }, count(regime.periods)), regime.figures.map(cell)))]);
  const head = el('tr', {}, el('th', { class: 'text' }, ''), el('th', {}, 'periods'), all.map(item => el('th', { scope: 'col' }, label(item))));
  return section('By mood of the market', `${data.market}, told from the ${data.regimeLook} periods up to and with each; ${basis}; return and annual Sharpe ratio`,
    el('div', { class: 'scroll' }, el('table', { class: 'moods', id: 'regimes' }, el('thead', {}, head), el('tbody', {}, rows))));
}
