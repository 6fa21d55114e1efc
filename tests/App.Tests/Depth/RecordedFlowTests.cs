using Workbench.Core;
using Workbench.Data.Importers;
using Workbench.Data.Instruments;
using Workbench.Model;

namespace Workbench.App.Tests.Depth;

/// <summary>Figures of order flow over a book, its prints and its best prices as an exchange sent them, against a reckoning that knows no shortcut.</summary>
public sealed class RecordedFlowTests
{
    static readonly Instrument Coin = InstrumentTable.BuiltIn.Find("BTCUSDT");

    [SharedDataTheory]
    [InlineData("usdm", 6_000, 20_000)]
    [InlineData("spot", 3_000, 9_000)]
    public void Microprice_imbalance_order_flow_and_effective_spread_are_what_their_formulas_say(string market, int messages, int prints)
    {
        var reckoning = new Reckoning();
        using var sink = new FillHash();
        var config = new RunConfig { Currency = "USDT", Range = TimeRange.All };
        var result = new Engine(config, reckoning, [
            Core.Tape.OfDepth(Of(market, DataKind.Depth).Depth!), Core.Tape.OfTrades(Of(market, DataKind.Trades).Trades!), Core.Tape.OfTicks(Of(market, DataKind.Ticks).Ticks!),
        ], sink).Run();

        Assert.True(reckoning.Messages > messages && reckoning.Prints > prints, $"{reckoning.Messages} messages and {reckoning.Prints} prints were compared");
        Assert.True(reckoning.Ticks > 20_000 && result.Events > reckoning.Ticks + reckoning.Prints + reckoning.Messages, $"{reckoning.Ticks} ticks");
    }

    static Data.Importers.Tape Of(string market, DataKind kind) => Assert.Single(ImportFormats.Open(
        "binance-capture", SharedData.Path($"binance-ws-capture/{market}/btcusdt_20240808.gz"), Coin, new ImportOptions { Kind = kind }));

    /// <summary>Hands every study all that it is shown, and holds each value against sums over lists of all that came.</summary>
    sealed class Reckoning : Strategy
    {
        const int Levels = 5;
        const int Flow = 50;
        const int Takes = 20;

        readonly Microprice microprice = new();
        readonly BookImbalance imbalance = new(Levels);
        readonly OrderFlowImbalance flow = new(Flow);
        readonly EffectiveSpread spread = new(Takes);
        readonly List<(decimal Bid, decimal BidSize, decimal Ask, decimal AskSize)> bests = [];
        readonly List<decimal> paid = [];

        public int Messages { get; private set; }

        public int Prints { get; private set; }

        public int Ticks { get; private set; }

        public override void OnTick(in Tick tick)
        {
            Ticks++;
            foreach (var study in (FlowStudy[])[microprice, imbalance, flow, spread])
            {
                study.Update(in tick);
            }
        }

        public override void OnTrade(in Trade trade)
        {
            spread.Update(in trade);
            flow.Update(in trade);
            if (bests.Count == 0)
            {
                return;
            }

            var mid = (bests[^1].Bid + bests[^1].Ask) / 2m;
            paid.Add(2m * (trade.Aggressor == Side.Buy ? trade.Price - mid : mid - trade.Price));
            if (paid.Count >= Takes)
            {
                Near(paid.TakeLast(Takes).Average(), spread.Value);
                Prints++;
            }
        }

        public override void OnBook(OrderBook book)
        {
            foreach (var study in (FlowStudy[])[microprice, imbalance, flow, spread])
            {
                study.Update(book);
            }

            var (bid, bidSize, ask, askSize) = (book.Price(Side.Buy, 0), book.Size(Side.Buy, 0), book.Price(Side.Sell, 0), book.Size(Side.Sell, 0));
            bests.Add((bid, bidSize, ask, askSize));
            Near((bid * askSize + ask * bidSize) / (bidSize + askSize), microprice.Value);
            var (bids, asks) = (Enumerable.Range(0, Levels).Sum(i => book.Size(Side.Buy, i)), Enumerable.Range(0, Levels).Sum(i => book.Size(Side.Sell, i)));
            Near((bids - asks) / (bids + asks), imbalance.Value);
            if (bests.Count > Flow)
            {
                Near(Enumerable.Range(bests.Count - Flow, Flow).Sum(Contribution), flow.Value);
                Messages++;
            }
        }

        decimal Contribution(int at)
        {
            var (before, now) = (bests[at - 1], bests[at]);
            var added = now.Bid > before.Bid ? now.BidSize : now.Bid < before.Bid ? -before.BidSize : now.BidSize - before.BidSize;
            var taken = now.Ask < before.Ask ? now.AskSize : now.Ask > before.Ask ? -before.AskSize : now.AskSize - before.AskSize;
            return added - taken;
        }

        static void Near(decimal expected, double value) => Assert.InRange(value - (double)expected, -1e-8, 1e-8);
    }
}
