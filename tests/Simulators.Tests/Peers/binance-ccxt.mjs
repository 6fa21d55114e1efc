// ccxt against the Binance simulator: says as JSON what it understood. Usage: node binance-ccxt.mjs HOST:PORT KEY SECRET
import ccxt from 'ccxt';

const [host, apiKey, secret] = process.argv.slice(2);

const redirect = (value) => typeof value === 'string'
  ? value.replace(/^https:\/\/[^/]+/, `http://${host}`).replace(/^wss:\/\/[^/]+/, `ws://${host}`)
  : Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, redirect(inner)]));

function client(type, keys = { apiKey, secret }) {
  const made = new ccxt.pro[type === 'spot' ? 'binance' : 'binanceusdm']({
    ...keys,
    enableRateLimit: false,
    options: { fetchMarkets: { types: [type === 'spot' ? 'spot' : 'linear'] }, fetchCurrencies: false, fetchMargins: false, warnOnFetchOpenOrdersWithoutSymbol: false },
  });
  made.urls.api = redirect(made.urls.api);
  return made;
}

const name = async (work) => { try { await work(); return 'nothing'; } catch (error) { return error.constructor.name; } };
const sim = (path, body) => fetch(`http://${host}/sim/${path}`, { method: 'POST', body: JSON.stringify(body) });
// A client that has subscribed says so nowhere; the simulator knows.
const listened = async (market) => {
  for (let tries = 0; tries < 400; tries++) {
    if ((await (await fetch(`http://${host}/sim/listeners`)).json())[market] > 0) break;
    await new Promise((on) => setTimeout(on, 50));
  }
  await new Promise((on) => setTimeout(on, 300));
};
const brief = (order) => ({ id: order.id, clientOrderId: order.clientOrderId, status: order.status, type: order.type, side: order.side, price: order.price, amount: order.amount, filled: order.filled, average: order.average });
const within = (seconds, work, what) => Promise.race([work, new Promise((_, no) => setTimeout(() => no(new Error(`no ${what} within ${seconds} s`)), seconds * 1000))]);

async function spot() {
  const told = {};
  const exchange = client('spot');
  await exchange.loadHttpProxyAgent();
  await exchange.loadMarkets();
  const market = exchange.market('BTC/USDT');
  told.precision = market.precision;
  told.limits = { amount: market.limits.amount.min, cost: market.limits.cost.min };

  // Streams first, so that what they tell of the orders below can be compared.
  const book = await within(30, exchange.watchOrderBook('BTC/USDT'), 'book');
  told.book = { bid: [...book.bids[0]], ask: [...book.asks[0]] };
  const tells = within(40, (async () => {
    const seen = [];
    while (!seen.some((order) => order.status === 'canceled')) seen.push(...(await exchange.watchOrders('BTC/USDT')).map(brief));
    return seen;
  })(), 'order events');
  const trades = within(40, exchange.watchMyTrades('BTC/USDT'), 'trade events');
  await listened('spot');

  const filled = await exchange.createOrder('BTC/USDT', 'market', 'buy', 0.012345678);
  told.filled = { ...brief(filled), fees: filled.fees, trades: filled.trades?.length };
  const resting = await exchange.createOrder('BTC/USDT', 'limit', 'buy', 0.01, 50000.018, { newClientOrderId: 'abc123' });
  told.resting = brief(resting);
  told.queried = brief(await exchange.fetchOrder(resting.id, 'BTC/USDT'));
  told.open = (await exchange.fetchOpenOrders('BTC/USDT')).map(brief);
  told.duplicate = await name(() => exchange.createOrder('BTC/USDT', 'limit', 'buy', 0.01, 50000, { newClientOrderId: 'abc123' }));
  const edited = await exchange.editOrder(resting.id, 'BTC/USDT', 'limit', 'buy', 0.02, 50001);
  told.edited = brief(edited);
  told.cancelled = brief(await exchange.cancelOrder(edited.id, 'BTC/USDT'));
  told.stop = brief(await exchange.createOrder('BTC/USDT', 'limit', 'sell', 0.01, 54000, { stopLossPrice: 55000 }));
  told.allCancelled = (await exchange.cancelAllOrders('BTC/USDT')).length;
  told.events = await tells;
  told.tradeEvents = (await trades).map((trade) => ({ price: trade.price, amount: trade.amount, fee: trade.fee }));
  told.trades = (await exchange.fetchMyTrades('BTC/USDT')).map((trade) => ({ id: trade.id, price: trade.price, amount: trade.amount, fee: trade.fee, takerOrMaker: trade.takerOrMaker }));
  const balance = await exchange.fetchBalance();
  told.balance = { USDT: balance.USDT, BTC: balance.BTC };

  told.errors = {
    funds: await name(() => exchange.createOrder('BTC/USDT', 'limit', 'buy', 100, 50000)),
    postOnly: await name(() => exchange.createOrder('BTC/USDT', 'limit', 'buy', 0.01, 61000, { postOnly: true })),
    trigger: await name(() => exchange.createOrder('BTC/USDT', 'limit', 'sell', 0.01, 65000, { stopLossPrice: 66000 })),
    notional: await name(() => exchange.createOrder('BTC/USDT', 'limit', 'buy', 0.00001, 50000)),
    cancel: await name(() => exchange.cancelOrder('1', 'BTC/USDT')),
    query: await name(() => exchange.fetchOrder('1', 'BTC/USDT')),
    symbol: await name(() => exchange.publicGetDepth({ symbol: 'NOPE' })),
    secret: await name(() => client('spot', { apiKey, secret: 'wrong' }).fetchBalance()),
    key: await name(() => client('spot', { apiKey: 'wrong', secret }).fetchBalance()),
  };
  for (const [kind, calls] of [['TooManyRequests', 1], ['Banned', 1], ['Maintenance', 1], ['ServerErrorWithOrderAccepted', 1], ['DropAckAfterAccept', 1]]) {
    await sim('faults', { kind, count: calls });
    told.errors[kind] = await name(() => exchange.createOrder('BTC/USDT', 'limit', 'buy', 0.01, 40000));
  }
  told.openAfterFaults = (await exchange.fetchOpenOrders('BTC/USDT')).length;
  told.clock = await name(async () => { await sim('faults', { kind: 'ClockAhead' }); await exchange.fetchBalance(); });
  await fetch(`http://${host}/sim/faults`, { method: 'DELETE' });
  await exchange.close();
  return told;
}

async function futures() {
  const told = {};
  const exchange = client('futures');
  await exchange.loadHttpProxyAgent();
  await exchange.loadMarkets();
  const symbol = 'BTC/USDT:USDT';
  const market = exchange.market(symbol);
  told.precision = market.precision;
  const book = await within(30, exchange.watchOrderBook(symbol), 'book');
  told.book = { bid: [...book.bids[0]], ask: [...book.asks[0]] };
  const tells = within(40, (async () => {
    const seen = [];
    while (!seen.some((order) => order.status === 'canceled')) seen.push(...(await exchange.watchOrders(symbol)).map(brief));
    return seen;
  })(), 'order events');
  const positions = within(40, exchange.watchPositions([symbol]), 'position events').catch((error) => [{ error: error.message }]);
  await listened('futures');

  told.filled = brief(await exchange.createOrder(symbol, 'market', 'buy', 0.0104));
  const resting = await exchange.createOrder(symbol, 'limit', 'buy', 0.01, 59000);
  told.resting = brief(resting);
  told.edited = brief(await exchange.editOrder(resting.id, symbol, 'limit', 'buy', 0.02, 59001));
  told.open = (await exchange.fetchOpenOrders(symbol)).map(brief);
  told.cancelled = brief(await exchange.cancelOrder(resting.id, symbol));
  const stop = await exchange.createOrder(symbol, 'market', 'sell', 0.01, undefined, { stopLossPrice: 55000, reduceOnly: true });
  told.stop = brief(stop);
  told.openStops = (await exchange.fetchOpenOrders(symbol, undefined, undefined, { trigger: true })).map(brief);
  told.stopCancelled = await exchange.cancelOrder(stop.id, symbol, { trigger: true }).then(brief);
  told.events = await tells;
  told.positionEvents = (await positions).map((held) => ({ contracts: held.contracts, side: held.side, entryPrice: held.entryPrice, error: held.error }));
  told.positions = (await exchange.fetchPositionsRisk([symbol])).map((held) => ({ contracts: held.contracts, side: held.side, entryPrice: held.entryPrice }));
  const balance = await exchange.fetchBalance();
  told.balance = balance.USDT;
  told.trades = (await exchange.fetchMyTrades(symbol)).map((trade) => ({ price: trade.price, amount: trade.amount, fee: trade.fee }));
  told.errors = {
    margin: await name(() => exchange.createOrder(symbol, 'limit', 'buy', 100, 59000)),
    postOnly: await name(() => exchange.createOrder(symbol, 'limit', 'buy', 0.01, 60500, { timeInForce: 'GTX' })),
    fok: await name(() => exchange.createOrder(symbol, 'limit', 'buy', 0.01, 59000, { timeInForce: 'FOK' })),
    notional: await name(() => exchange.createOrder(symbol, 'limit', 'buy', 0.001, 59000)),
    reduceOnly: await name(() => exchange.createOrder(symbol, 'market', 'buy', 0.01, undefined, { reduceOnly: true })),
    trigger: await name(() => exchange.createOrder(symbol, 'market', 'sell', 0.01, undefined, { stopLossPrice: 61000 })),
    oldPath: await name(() => exchange.fapiPrivatePostOrder({ symbol: 'BTCUSDT', side: 'SELL', type: 'STOP_MARKET', quantity: '0.01', stopPrice: '55000' })),
    cancel: await name(() => exchange.cancelOrder('1', symbol)),
  };
  await sim('faults', { kind: 'Venue', name: 'ThrottledButAlive' });
  told.errors.throttled = await name(() => exchange.createOrder(symbol, 'limit', 'buy', 0.01, 58000));
  told.openAfterFaults = (await exchange.fetchOpenOrders(symbol)).length;
  await exchange.close();
  return told;
}

console.log(JSON.stringify({ spot: await spot(), futures: await futures() }));
process.exit(0);
