'use strict';
// The table: the earlier part beside the later, the best of each row marked, differences from the first and how sure they are.

const metricOf = (item, key) => item.metrics[key]?.value ?? null;

function bestOf(values, better) {
  const known = values.filter(value => value !== null);
  if (better === 'neither' || known.length < 2 || new Set(known).size === 1) return null;
  return better === 'higher' ? Math.max(...known) : Math.min(...known);
}

// One line of a phase table: read(item) → { value, reason }.
function phaseRow(title, read, format, better, hint) {
  const values = all.map(item => read(item)?.value ?? null), top = bestOf(values, better);
  return el('tr', {}, el('td', { class: 'text', title: hint }, title), all.map((item, at) => el('td', { class: top !== null && values[at] === top ? 'best' : null }, figureOf(read(item), format))));
}

function differenceRow(title, key, format, brief, hint) {
  const cell = item => {
    const { value, reason, low, high, p, significant } = item[key];
    if (value === null || value === undefined) return dash(reason);
    return el('span', { class: significant ? 'sure' : 'unsure', title: `chance of so large a difference where there is none: ${number(p, 3)}` },
      plus(format(value), value), low === null ? null : el('span', { class: 'delta' }, `${brief(low)} … ${brief(high)}`));
  };
  return el('tr', { 'data-difference': key }, el('td', { class: 'text', title: hint }, title), all.map(item => el('td', {}, cell(item))));
}

const settingRows = () => facts().filter(([, read]) => new Set(all.map(read)).size > 1).map(([title, read]) => el('tr', {}, el('td', { class: 'text soft' }, title), all.map(item => el('td', {}, read(item)))));

function phases() {
  if (!all.length) return missing('Figures', 'No variant came to a figure that it could be ranked by.');
  const { split } = data;
  const group = (text, note) => el('tr', { class: 'group' }, el('td', { colspan: all.length + 1 }, text, note ? el('span', { class: 'aside' }, ' · ' + note) : null));
  const part = (key, title, periods) => [
    group(title[0].toUpperCase() + title.slice(1), `${count(periods)} periods`),
    phaseRow('Return', item => item.figures[key].return, value => percent(value, 2, true), 'higher', 'compounded over the part’s periods'),
    phaseRow('Sharpe ratio, annual', item => item.figures[key].sharpe, ratio, 'higher', 'mean over standard deviation of returns per period, times the root of the periods in a year'),
    phaseRow('Max drawdown', item => item.figures[key].drawdown, value => percent(value), 'lower', 'at the ends of periods, from the part’s own peak'),
  ];
  // Runs over different times, such as one over what was looked at and one over what was not: each over its own.
  const alone = () => [group('Each over its own time'), el('tr', {}, el('td', { class: 'text' }, 'From, to'), all.map(item => el('td', { class: 'wrap' }, item.run ? `${minute(item.run.firstEvent)} to ${minute(item.run.lastEvent)}` : DASH))), ...part('whole', 'whole', 0).slice(1)];
  const survival = all.some(item => item.survival.value !== null);
  const stepM = item => item.beatsLuck === null ? dash('it has no place in the test') : item.beatsLuck ? el('span', { class: 'yes', title: 'on the list of those that beat luck, stepwise test of Romano and Wolf' }, '★ beats luck') : el('span', { class: 'soft' }, 'not shown');
  const rows = [
    ...(isSearch ? [...settingRows(), phaseRow(`Objective: ${data.search.objective}`, item => item.objective, value => number(value, 3), 'neither')] : []),
    ...(data.clock.periods < 2 ? alone() : [...part('earlier', `${split.earlier}, to ${minute(split.at)}`, split.periods), ...part('later', `${split.later}, from ${minute(split.at)}`, data.clock.periods - split.periods)]),
    group('Beside the first, all periods', '95 % intervals, paired block bootstrap'),
    differenceRow('Sharpe ratio, annual', 'sharpeDifference', ratio, value => number(value, 1), 'blocks of the same periods are drawn for both, 999 times or as many as were asked for'),
    differenceRow('Mean return of a year', 'meanDifference', value => percent(value, 1), value => percent(value, 0), 'mean return per period times the periods in a year'),
    el('tr', {}, el('td', { class: 'text', title: 'which of them beat luck at a family error rate of 5 %' }, 'Stepwise test'), all.map(item => el('td', {}, stepM(item)))),
    ...(survival ? [phaseRow('Survival on adversarial tapes', item => item.survival, share, 'higher')] : []),
  ];
  return section('Both parts of the time', `${basis}; ${split.meaning}. A dot marks the best of a row.`, sheet(rows, 'phases', !isSearch));
}

function figuresTable() {
  if (!all.length) return null;
  const show1 = metric => metric === undefined ? dash('not computed') : metric.value === null ? dash(metric.reason) : show(metric);
  const delta = (item, key) => {
    const [value, base] = [metricOf(item, key), metricOf(first, key)];
    if (item === first || value === null || base === null || value === base) return null;
    const { unit } = item.metrics[key], change = value - base;
    return el('span', { class: 'delta' }, unit === 'share' ? percent(change, 2, true) : unit === 's' ? (change < 0 ? MINUS : '+') + span(Math.abs(change)) : plus(number(change, unit === 'count' ? 0 : 2), change));
  };
  const chapters = new Map();
  for (const entry of data.catalog) if (all.some(item => metricOf(item, entry.key) !== null)) chapters.set(entry.group, [...chapters.get(entry.group) ?? [], entry]);
  const row = ({ key, label: title, better, formula }) => {
    const values = all.map(item => metricOf(item, key)), top = bestOf(values, better);
    return el('tr', { 'data-metric': key }, el('td', { class: 'text', title: formula }, title), all.map((item, at) => el('td', { class: top !== null && values[at] === top ? 'best' : null }, show1(item.metrics[key]), delta(item, key))));
  };
  const titles = { RiskAdjusted: 'Return for risk', Distribution: 'Shape of daily returns', Benchmark: 'Beside buy and hold' };
  const rows = [...chapters].flatMap(([group, entries]) => [el('tr', { class: 'group' }, el('td', { colspan: all.length + 1 }, titles[group] ?? group)), ...entries.map(row)]);
  return el('section', {}, el('details', { class: 'flat', open: isSearch ? null : '' }, el('summary', {}, 'All figures of the reports'),
    el('p', { class: 'note' }, `each over its whole run; a dot marks the best, below a figure its difference from the first; point at a name for its formula`), sheet(rows, 'figures')));
}
