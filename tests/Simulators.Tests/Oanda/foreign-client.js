// What OANDA's own client for JavaScript makes of our simulator: each step is a line {step, status, body} of what it understood.
'use strict';

const { Context } = require('@oanda/v20/context');

const [port, token, account] = process.argv.slice(2);
const context = new Context('127.0.0.1', Number(port), false, 'workbench-tests');

const steps = [
  ['strange token', () => context.account, 'summary', account],
  ['accounts', () => context.account, 'list'],
  ['account', () => context.account, 'get', account],
  ['summary', () => context.account, 'summary', account],
  ['instruments', () => context.account, 'instruments', account, { instruments: 'EUR_USD,USD_JPY' }],
  ['pricing', () => context.pricing, 'get', account, { instruments: 'EUR_USD' }],
  ['candles', () => context.instrument, 'candles', 'EUR_USD', { granularity: 'M1', count: 3, price: 'MBA' }],
  ['market', () => context.order, 'market', account, { instrument: 'EUR_USD', units: '100', tradeClientExtensions: { id: 'mytrade' },
    takeProfitOnFill: { price: '1.20000' }, stopLossOnFill: { distance: '0.01000' } }],
  ['open trades', () => context.trade, 'listOpen', account],
  ['trade', () => context.trade, 'get', account, '@mytrade'],
  ['limit', () => context.order, 'limit', account, { instrument: 'EUR_USD', units: '50', price: '1.05', clientExtensions: { id: 'first' } }],
  ['twin', () => context.order, 'limit', account, { instrument: 'EUR_USD', units: '50', price: '1.05', clientExtensions: { id: 'first' } }],
  ['order', () => context.order, 'get', account, '@first'],
  ['pending', () => context.order, 'listPending', account],
  ['replace', () => context.order, 'replace', account, '@first', { order: { type: 'LIMIT', instrument: 'EUR_USD', units: '60', price: '1.06',
    clientExtensions: { id: 'second' } } }],
  ['cancel', () => context.order, 'cancel', account, '@second'],
  ['cancel again', () => context.order, 'cancel', account, '@second'],
  ['too precise', () => context.order, 'limit', account, { instrument: 'EUR_USD', units: '50', price: '1.0500001' }],
  ['new stop', () => context.trade, 'setDependentOrders', account, '@mytrade', { stopLoss: { price: '1.05' }, takeProfit: null }],
  ['rename', () => context.trade, 'setClientExtensions', account, '@mytrade', { clientExtensions: { id: 'yours' } }],
  ['close some', () => context.trade, 'close', account, '@yours', { units: '40' }],
  ['position', () => context.position, 'get', account, 'EUR_USD'],
  ['close all', () => context.position, 'close', account, 'EUR_USD', { longUnits: 'ALL' }],
  ['open positions', () => context.position, 'listOpen', account],
  ['orders', () => context.order, 'list', account, { state: 'ALL' }],
  ['pages', () => context.transaction, 'list', account, {}],
  ['range', () => context.transaction, 'range', account, { from: 1, to: 3 }],
  ['since', () => context.transaction, 'since', account, { id: 1 }],
  ['transaction', () => context.transaction, 'get', account, '1'],
  ['changes', () => context.account, 'changes', account, { sinceTransactionID: 1 }],
  ['beyond the log', () => context.account, 'changes', account, { sinceTransactionID: 9999 }],
];

(async () => {
  context.setToken('not-ours');
  for (const [step, entity, method, ...parameters] of steps) {
    const response = await new Promise(resolve => entity()[method](...parameters, resolve));
    console.log(JSON.stringify({ step, status: Number(response.statusCode), body: response.body }));
    context.setToken(token);
  }
  process.exit(0);
})();
