'use strict';
// Puts the page together, in the order in which it should be read.

function opening() {
  const about = isSearch
    ? `${data.search.data.map(item => `${item.instrument} ${item.kind}`).join(', ')} · ${period} · ${data.search.method}, objective ${data.search.objective}, seed ${data.search.seed}`
    : basis;
  const chips = isSearch ? [...data.search.axes.map(text => el('span', { class: 'chip' }, text)), ...[['finished', 'finished'], ['stopped', 'stopped'], ['failed', 'failed']].filter(([key]) => data.search[key]).map(([key, text]) => el('span', { class: 'chip' }, text + ' ', el('b', {}, count(data.search[key]))))]
    : all.map(item => el('span', { class: 'chip' }, label(item, 'chip'), ' ', el('span', { class: 'mono' }, item.key)));
  return el('header', {}, el('h1', {}, data.title), el('span', { class: 'about' }, about), isSearch ? el('span', { class: 'id mono' }, data.search.id) : null, el('div', { class: 'chips' }, chips));
}

const pair = (...sections) => { const there = sections.flat().filter(Boolean); return there.length > 1 ? el('div', { class: 'pair even' }, there) : there[0] ?? null; };

page.replaceChildren(...[
  opening(), oddsSection(), notes(), warnings(), differences(), phases(), curvesSection(), pair(frontSection(), spreadSection()), spaceSection(), parallelSection(), pair(halvesSections()),
  pair(correlationSection(), overlapSection()), costsSection(), regimesSection(), lineageSection(), changesSection(), modesSection(), failedSection(), figuresTable(), isSearch ? section('Data', '', dataTable(data.search.data)) : null,
].filter(Boolean));
if (document.contains(curvesNode)) figure(drawCurves);
if (document.contains(frontNode)) figure(drawFront);
if (document.contains(spreadNode)) figure(drawSpread);
if (document.contains(logitsNode)) { figure(drawLogits); figure(drawHalves); }
if (document.contains(slipNode)) figure(drawSlips);
document.documentElement.dataset.ready = 'yes';
