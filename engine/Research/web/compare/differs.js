'use strict';
// A row for everything that is not the same in all: with equal parameters and data, only figures can differ.

const heads = detail => [el('th', { class: 'text', scope: 'col' }, ''), ...all.map(item => el('th', { scope: 'col' }, isSearch && !detail ? label(item, 'rank') : label(item, true)))];
const sheet = (rows, id, detail = true) => el('div', { class: 'scroll' }, el('table', { id, class: 'sheet' }, el('thead', {}, el('tr', {}, heads(detail))), el('tbody', {}, rows)));

function facts() {
  const setting = name => item => item.settings.find(text => text.startsWith(name + '='))?.slice(name.length + 1) ?? DASH;
  const parameters = [...new Set(all.flatMap(item => item.settings.map(text => text.split('=')[0])))].map(name => [name, setting(name)]);
  if (isSearch) return parameters;
  const seen = item => item.run.data.map(entry => `${entry.instrument} ${entry.kind} ${day(entry.from)} to ${day(entry.to)}`).join(', ');
  return [
    ['mode', item => item.mode], ['script', item => item.run.strategy.file], ['script hash', item => item.run.strategy.sha256.slice(0, 12)], ...parameters,
    ['data', seen], ['data hash', item => item.run.data.map(entry => entry.sha256.slice(0, 8)).join(', ')],
    ['cash', item => `${money(item.run.config.cash)} ${item.run.equity.currency}`], ['commission', item => JSON.stringify([item.run.config.commission, item.run.config.commissionOf])],
    ['limit orders', item => item.run.config.limitFill], ['seed', item => String(item.run.seed)], ['engine', item => item.run.engineVersion],
  ];
}

function differences() {
  if (all.length < 2 || isSearch) return null;
  const rows = facts().filter(([, read]) => new Set(all.map(read)).size > 1)
    .map(([title, read]) => el('tr', {}, el('td', { class: 'text soft' }, title), all.map(item => el('td', { class: 'wrap' }, read(item)))));
  const same = first.eventLogHash && new Set(all.map(item => item.eventLogHash)).size === 1;
  return section('What differs', same ? 'All have one EventLogHash: they made the same decisions.' : '',
    rows.length ? sheet(rows) : el('p', { class: 'soft' }, 'Neither script, parameters, data nor configuration.'));
}

function warnings() {
  const rows = all.filter(item => item.warnings.length).map(item => el('li', {}, item.label + ' ', item.key !== item.label ? el('span', { class: 'mono' }, item.key) : null, ': ' + item.warnings.join('; ')));
  return rows.length ? el('ul', { class: 'warnings' }, rows) : null;
}
