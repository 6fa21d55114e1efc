// The npm package "binance" against the Binance simulator: says as JSON what it understood.
// Usage: node binance-node.mjs HOST:PORT KEY SECRET, where the secret is a text or the PEM of an Ed25519 key.
import { MainClient, USDMClient, WebsocketClient, WebsocketAPIClient } from 'binance';

const [host, api_key, api_secret] = process.argv.slice(2);

const quiet = { trace() {}, info() {}, error() {} };
const isEd25519 = api_secret.includes('PRIVATE KEY');
const rest = { api_key, api_secret, baseUrl: `http://${host}`, disableTimeSync: true };
const sockets = { api_key, api_secret, wsUrl: `ws://${host}`, restOptions: { baseUrl: `http://${host}`, disableTimeSync: true } };
const code = async (work) => { try { await work(); return 'nothing'; } catch (error) { return error.code ?? error.body?.code ?? error.error?.code ?? error.message; } };
const until = async (holds, what) => {
  for (let tries = 0; tries < 600; tries++) { if (holds()) return; await new Promise((on) => setTimeout(on, 50)); }
  throw new Error(`no ${what} within 30 s`);
};

async function spot() {
  const told = {};
  const client = new MainClient(rest);
  told.filters = (await client.getExchangeInfo({ symbol: 'BTCUSDT' })).symbols[0].filters.map((each) => each.filterType);

  // Own events and calls over the WebSocket API; with Ed25519 the session is logged on and later calls are not signed.
  const api = new WebsocketAPIClient({ ...sockets, beautify: true, attachEventListeners: false }, quiet);
  const events = [];
  api.getWSClient().on('formattedUserDataMessage', (event) => events.push(event));
  api.getWSClient().on('exception', () => {});
  await api.subscribeUserDataStream('mainWSAPI');
  if (isEd25519) {
    const placed = await api.submitNewSpotOrder({ symbol: 'BTCUSDT', side: 'BUY', type: 'LIMIT', timeInForce: 'GTC', quantity: 0.01, price: 50000, timestamp: Date.now() });
    told.socket = { status: placed.result.status, limits: placed.rateLimits.length };
    told.socketCancel = (await api.cancelSpotOrder({ symbol: 'BTCUSDT', orderId: placed.result.orderId, timestamp: Date.now() })).result.status;
    told.session = (await api.getSpotSessionStatus()).result.apiKey === api_key;
  }

  const placed = await client.submitNewOrder({ symbol: 'BTCUSDT', side: 'BUY', type: 'LIMIT', timeInForce: 'GTC', quantity: 0.02, price: 50000, newClientOrderId: 'x-U5D79M5Bmine1' });
  told.placed = { status: placed.status, clientOrderId: placed.clientOrderId, fills: placed.fills.length };
  // Its own method for this goes to a path of futures, so the call is made by hand.
  const amend = (newQty) => client.putPrivate('api/v3/order/amend/keepPriority', { symbol: 'BTCUSDT', orderId: placed.orderId, newQty });
  const amended = await amend(0.01);
  told.amended = { qty: amended.amendedOrder.origQty, hasNewId: amended.amendedOrder.clientOrderId !== 'x-U5D79M5Bmine1' };
  told.enlarged = await code(() => amend(1));
  const replaced = await client.replaceOrder({ symbol: 'BTCUSDT', side: 'BUY', type: 'LIMIT', timeInForce: 'GTC', quantity: 0.03, price: 49000, cancelOrderId: placed.orderId, cancelReplaceMode: 'STOP_ON_FAILURE' });
  told.replaced = [replaced.cancelResult, replaced.newOrderResult];
  told.half = await code(() => client.replaceOrder({ symbol: 'BTCUSDT', side: 'BUY', type: 'LIMIT', timeInForce: 'GTC', quantity: 100, price: 49000, cancelOrderId: replaced.newOrderResponse.orderId, cancelReplaceMode: 'STOP_ON_FAILURE' }));
  told.failed = await code(() => client.replaceOrder({ symbol: 'BTCUSDT', side: 'BUY', type: 'LIMIT', timeInForce: 'GTC', quantity: 0.01, price: 49000, cancelOrderId: 1, cancelReplaceMode: 'STOP_ON_FAILURE' }));
  told.bought = (await client.submitNewOrder({ symbol: 'BTCUSDT', side: 'BUY', type: 'MARKET', quoteOrderQty: 600 })).executedQty;
  await until(() => events.filter((event) => event.eventType === 'executionReport').some((event) => event.executionType === 'TRADE'), 'trade event');
  told.events = events.filter((event) => event.eventType === 'executionReport').map((event) => [event.executionType, event.orderStatus]);
  told.positions = events.filter((event) => event.eventType === 'outboundAccountPosition').length;
  told.trades = (await client.getAccountTradeList({ symbol: 'BTCUSDT' })).length;
  told.errors = {
    precision: await code(() => client.submitNewOrder({ symbol: 'BTCUSDT', side: 'BUY', type: 'LIMIT', timeInForce: 'GTC', quantity: '0.0123456789', price: 50000 })),
    lot: await code(() => client.submitNewOrder({ symbol: 'BTCUSDT', side: 'BUY', type: 'LIMIT', timeInForce: 'GTC', quantity: '0.0123456', price: 50000 })),
    tick: await code(() => client.submitNewOrder({ symbol: 'BTCUSDT', side: 'BUY', type: 'LIMIT', timeInForce: 'GTC', quantity: 0.01, price: '50000.001' })),
    listenKey: await code(() => client.getSpotUserDataListenKey()),
  };
  api.disconnectAll();
  return told;
}

async function futures() {
  const told = {};
  const client = new USDMClient(rest);
  const sockets1 = new WebsocketClient({ ...sockets, beautify: true }, quiet);
  const [events, books] = [[], []];
  sockets1.on('formattedUserDataMessage', (event) => events.push(event));
  sockets1.on('formattedMessage', (event) => { if (event.eventType === 'depthUpdate') books.push(event); });
  sockets1.on('exception', () => {});
  await sockets1.subscribeUsdFuturesUserDataStream('usdmPrivate');
  await sockets1.subscribe(['btcusdt@depth@100ms'], 'usdmPublic');
  await new Promise((on) => setTimeout(on, 300));

  const placed = await client.submitNewOrder({ symbol: 'BTCUSDT', side: 'BUY', type: 'LIMIT', timeInForce: 'GTC', quantity: 0.01, price: 59000 });
  told.placed = placed.status;
  told.modified = await client.modifyOrder({ symbol: 'BTCUSDT', side: 'BUY', orderId: placed.orderId, quantity: 0.02, price: 59001 }).then((order) => [order.orderId === placed.orderId, order.origQty]);
  told.unchanged = await code(() => client.modifyOrder({ symbol: 'BTCUSDT', side: 'BUY', orderId: placed.orderId, quantity: 0.02, price: 59001 }));
  told.acknowledged = (await client.submitNewOrder({ symbol: 'BTCUSDT', side: 'BUY', type: 'MARKET', quantity: 0.01 })).status;
  told.result = (await client.submitNewOrder({ symbol: 'BTCUSDT', side: 'SELL', type: 'MARKET', quantity: 0.004, newOrderRespType: 'RESULT' })).status;
  const algo = await client.submitNewAlgoOrder({ algoType: 'CONDITIONAL', symbol: 'BTCUSDT', side: 'SELL', type: 'STOP_MARKET', quantity: 0.006, triggerPrice: 59500, reduceOnly: 'true' });
  told.algo = algo.algoStatus;
  told.openAlgos = (await client.getOpenAlgoOrders({ symbol: 'BTCUSDT' })).length;
  await fetch(`http://${host}/sim/quote`, { method: 'POST', body: JSON.stringify({ exchange: 'futures', symbol: 'BTCUSDT', bid: 59400, ask: 59400.1, bidSize: 5, askSize: 5 }) });
  await until(() => events.some((event) => event.eventType === 'ALGO_UPDATE' && JSON.stringify(event).includes('FINISHED')), 'end of the algo order');
  told.position = (await client.getPositionsV3({ symbol: 'BTCUSDT' })).map((held) => Number(held.positionAmt));
  told.triggered = await client.getAlgoOrder({ algoId: algo.algoId }).then((order) => [order.algoStatus, Number(order.actualOrderId) > 0]);
  told.balance = (await client.getBalanceV3()).length;
  await client.setCancelOrdersOnTimeout({ symbol: 'BTCUSDT', countdownTime: 200 });
  await until(() => events.some((event) => event.eventType === 'ORDER_TRADE_UPDATE' && event.order.executionType === 'CANCELED'), "the dead man's cancel");
  told.events = events.map((event) => event.eventType === 'ORDER_TRADE_UPDATE' ? [event.order.executionType, event.order.orderStatus] : [event.eventType]);
  told.books = books.length > 0;
  await client.closeFuturesUserDataListenKey();
  sockets1.closeAll(true);
  return told;
}

console.log(JSON.stringify({ spot: await spot(), futures: await futures() }));
process.exit(0);
