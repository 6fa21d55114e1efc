'use strict';
// The first thing to read: how likely it is that the best is luck, and one line for each figure behind that.

const chiefFigures = ['spa', 'white', 'sidak', 'dsr', 'pbo', 'minBacktestYears'];

function oddsSection() {
  const { odds } = data;
  const figure = item => item.value === null ? dash(item.reason) : item.unit === 'share' ? percent(item.value, item.value < .1 ? 2 : 1) : item.unit === 'count' ? count(item.value) : number(item.value, Math.abs(item.value) < .1 && item.value !== 0 ? 4 : 2);
  const row = item => el('tr', { 'data-figure': item.key },
    el('th', { scope: 'row' }, item.label), el('td', { class: 'value' }, figure(item)),
    el('td', { class: 'text wrap' }, item.value === null ? `${item.meaning} Undefined: ${item.reason}.` : item.meaning), el('td', { class: 'basis' }, `N ${count(item.trials)}, ${count(item.periods)} periods`));
  const rows = list => el('div', { class: 'scroll' }, el('table', { class: 'lines' }, el('tbody', {}, list.map(row))));
  const chief = odds.figures.filter(item => chiefFigures.includes(item.key)), more = odds.figures.filter(item => !chiefFigures.includes(item.key));
  const band = odds.effectiveTrials.filter(item => item.count.value !== null).map(item => `${item.label} ${number(item.count.value, item.count.value < 100 ? 1 : 0)}`);
  const where = isSearch ? Object.entries(data.search.trialsBySource).map(([source, number]) => `${source} ${count(number)}`).join(', ') : '';
  return el('section', { class: 'odds ' + odds.verdict, id: 'odds' },
    el('p', { class: 'sentence' }, odds.sentence),
    el('p', { class: 'note' }, `${count(odds.trials)} trials${where ? ` (${where})` : ''}, ${basis}.`, band.length ? ` Independent trials, by several guesses: ${band.join(', ')}.` : ''),
    chief.length ? rows(chief) : null,
    more.length ? el('details', {}, el('summary', {}, `${more.length} more figures behind it`), rows(more)) : null,
    haircuts(odds));
}

function haircuts(odds) {
  if (!odds.haircuts.length || odds.haircuts.every(item => item.sharpe.value === null)) return null;
  const annual = value => number(value * Math.sqrt(odds.periodsPerYear), 2);
  return el('details', {}, el('summary', {}, 'What is left of the best Sharpe ratio'), table([
    { name: 'Correction', text: true, cell: item => item.label }, { name: 'p', cell: item => figureOf(item.p, value => number(value, 4)) },
    { name: 'Sharpe, annual', cell: item => figureOf(item.sharpe, annual) }, { name: 'cut by', cell: item => figureOf(item.share, share) },
  ], odds.haircuts));
}

const notes = () => data.notes.length ? el('ul', { class: data.notes.length > 1 ? 'warnings' : 'warnings one' }, data.notes.map(text => el('li', {}, text))) : null;
