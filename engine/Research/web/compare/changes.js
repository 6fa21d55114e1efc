'use strict';
// What changed from the first to another: the scripts' lines beside the trades.

let changeAt = 0, changeNode = null;

function codeView(change) {
  const settings = change.settings.length ? table([
    { name: 'Parameter', text: true, cell: item => item.name }, { name: nameOf(first), cell: item => item.before }, { name: nameOf(all[change.contender]), cell: item => item.after },
  ], change.settings) : null;
  if (!change.code.length) return el('div', {}, settings, el('p', { class: 'soft note' }, change.codeReason === 'both are one text' ? 'The script is the same, letter for letter.' : `No difference of the script: ${change.codeReason}.`));
  let last = 0;
  const lines = change.code.flatMap(([kind, before, after, text]) => {
    const at = after || before, gap = last && at > last + 1 && kind === '=' ? [el('div', { class: 'gap' }, '⋯')] : [];
    last = at;
    return [...gap, el('div', { class: kind === '+' ? 'plus' : kind === '-' ? 'minus' : null }, el('i', {}, before || ''), el('i', {}, after || ''), el('b', {}, kind === '=' ? ' ' : kind === '-' ? MINUS : '+'), text || ' ')];
  });
  return el('div', {}, settings, el('div', { class: 'code', id: 'code' }, lines));
}

function tradesView(change) {
  const { trades } = change;
  if (!trades) return el('p', { class: 'soft' }, isSearch ? 'A search keeps no trades: run both variants and compare the runs.' : 'Their trades are not kept.');
  const tile = (name, value, net) => el('div', { class: 'tile' }, el('div', { class: 'name' }, name), el('div', { class: 'value' }, count(value)), el('div', { class: 'sub ' + tone(Number(net ?? 0)) }, net === undefined ? 'to the same end' : money(net, true)));
  const tiles = el('div', { class: 'verdict four' }, tile('the same', trades.same), tile('changed', trades.changed, trades.changedNet), tile('added', trades.added, trades.addedNet), tile('removed', trades.removed, String(-Number(trades.removedNet))));
  const list = trades.listed.length ? table([
    { name: '', text: true, cell: item => el('span', { class: 'kind ' + item.kind }, item.kind) }, { name: 'Entry, UTC', text: true, cell: item => instant(item.entry) }, { name: '', text: true, cell: item => `${item.side} ${item.instrument}` },
    { name: 'before', cell: item => item.before === undefined ? '' : money(item.before, true) }, { name: 'after', cell: item => item.after === undefined ? '' : money(item.after, true) }, { name: 'change', cell: item => money(item.net, true), tone: item => Number(item.net), sort: item => Number(item.net) },
  ], trades.listed, { tall: true, sortable: true }) : null;
  const total = trades.changed + trades.added + trades.removed;
  return el('div', {}, tiles, el('p', { class: 'note' }, `N ${count(trades.same + trades.changed + trades.removed)} and ${count(trades.same + trades.changed + trades.added)} trades` + (trades.listed.length < total ? `; the ${count(trades.listed.length)} of ${count(total)} changes that brought or cost most` : '')), list);
}

function drawChange() {
  const change = data.changes[changeAt];
  changeNode.replaceChildren(el('div', { class: 'pair even' }, el('div', {}, el('h3', {}, 'In the script'), codeView(change)), el('div', {}, el('h3', {}, 'In the trades'), tradesView(change))));
}

function changesSection() {
  if (!data.changes.length) return null;
  changeNode = el('div', { id: 'changes' });
  const node = section('What changed', `from ${nameOf(first)}, ${period}; a trade is the same where it went into the same instrument, the same way, at the same instant`,
    data.changes.length > 1 ? el('div', { class: 'choices' }, choice('To', data.changes.map(change => nameOf(all[change.contender])), 0, at => { changeAt = at; drawChange(); })) : null, changeNode);
  drawChange();
  return node;
}
