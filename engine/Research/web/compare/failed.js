'use strict';
// What came to nothing, by reason: they are trials all the same.

function failedSection() {
  if (!isSearch) return null;
  if (!data.failures.length) return missing('What came to nothing', `None of ${count(data.search.variants)} variants failed, was stopped, or is without the figure it is ranked by.`);
  const total = data.failures.reduce((sum, item) => sum + item.count, 0);
  return section('What came to nothing', `${count(total)} of ${count(data.search.variants)} variants, ${period}; they count as trials`, table([
    { name: 'State', text: true, cell: item => item.state }, { name: 'Reason', text: true, cell: item => el('span', { class: 'wrap' }, item.reason) }, { name: 'Variants', cell: item => count(item.count), sort: item => item.count },
    { name: 'of all', cell: item => percent(item.count / data.search.variants, 1), sort: item => item.count }, { name: 'Such as', text: true, cell: item => el('code', {}, item.example) },
  ], data.failures, { sortable: data.failures.length > 1 }));
}
