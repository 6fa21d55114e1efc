using Workbench.Model;

namespace Workbench.Brokers.Binance;

/// <summary>All fills of one order of the venue, or an error: half of them would be a wrong answer.</summary>
static class BinanceFills
{
    const int Page = 1_000;

    public static async Task<IReadOnlyList<VenueFill>> Of(
        BinanceRest rest, VenueCall call, string path, string symbol, long orderId, decimal filled, CancellationToken cancel)
    {
        List<BinanceTradeWire> trades = [];
        BinanceTradeWire[] page;
        do
        {
            var query = new BinanceQuery().With("symbol", symbol).With("orderId", orderId).With("limit", Page);
            if (trades.Count > 0)
            {
                query.With("fromId", trades[^1].Id + 1);
            }

            page = BinanceRest.Answer<BinanceTradeWire[]>(call, await rest.Signed(call, HttpMethod.Get, path, query, cancel).ConfigureAwait(false));
            trades.AddRange(page);
        }
        while (page.Length == Page);

        var listed = trades.Sum(trade => trade.Qty);
        return listed == filled
            ? [.. trades.OrderBy(trade => trade.Id).Select(BinanceMap.Fill)]
            : throw BinanceErrors.FillsLag(BinanceMap.Text(orderId), filled, listed);
    }
}
