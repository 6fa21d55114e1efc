namespace Workbench.Core.Tests.BarBuilding;

/// <summary>Every kind of bar that events close, streamed by the engine, against the same computed naively from the whole list.</summary>
public sealed class EventBarsPropertyTests
{
    const int Cases = 10_000;

    // Two decimals of price and of size, and a tick size of more than one stored unit.
    static readonly Instrument Coin = new()
    {
        Symbol = "COIN", BaseCurrency = "COIN", QuoteCurrency = "USD", PriceScale = 2, SizeScale = 2, TickSize = 0.02m,
    };

    static readonly RunConfig Config = Given.Usd with { Range = new TimeRange(Given.Monday, Given.Monday + UtcNanos.Hour) };

    [Fact]
    public void Bars_of_prints_are_those_of_naive_counting_and_lose_no_volume()
    {
        for (var seed = 1; seed <= Cases; seed++)
        {
            var dice = new SeededRandom(seed);
            var prints = Prints(dice);
            var (units, money) = (dice.Next(1, 4_000), dice.Next(1, 400_000));
            BarSpec[] specs =
            [
                Bars.Ticks(dice.Next(1, 9)), Bars.Volume(units / 100m), Bars.Value(money / 100m), Bars.Range(dice.Next(1, 8)),
                Bars.Renko(dice.Next(1, 8)), Bars.Imbalance(dice.Next(1, 6)), Bars.TickImbalance(dice.Next(1, 12)),
            ];
            var seen = Stream(specs, Tapes.Trades(Coin, prints, () => dice.Next(1, 9)));
            foreach (var spec in specs)
            {
                var mine = seen.Where(bar => bar.Spec == spec).Select(NaiveBars.Row.Of).ToList();
                var naive = NaiveBars.Of(prints, spec, tick: 2, volumeLength: units, valueLength: money * 100L);
                Assert.True(naive.SequenceEqual(mine), $"seed {seed}, {spec}: {string.Join(' ', naive)} but {string.Join(' ', mine)}");
                AssertKept(mine, prints, $"seed {seed}, {spec}");
            }
        }
    }

    [Fact]
    public void Bars_of_quotes_are_those_of_naive_counting_at_the_price_they_are_made_of()
    {
        for (var seed = 1; seed <= Cases; seed++)
        {
            var dice = new SeededRandom(seed);
            var quotes = RandomWalk.Ticks(seed, dice.Next(1, 40), start: 1_000);
            var price = (PriceSource)dice.Next(3);
            BarSpec[] specs =
            [
                Bars.Ticks(dice.Next(1, 9)).Of(price), Bars.Range(dice.Next(1, 8)).Of(price), Bars.Renko(dice.Next(1, 8)).Of(price),
                Bars.Imbalance(dice.Next(1, 6)).Of(price), Bars.TickImbalance(dice.Next(1, 12)).Of(price),
            ];
            var seen = Stream(specs, Tapes.Ticks(Coin, quotes, () => dice.Next(1, 9)));
            TradeRow[] prices = [.. quotes.Select(quote => new TradeRow(quote.Time, PriceOf(quote, price), 0, default))];
            foreach (var spec in specs)
            {
                var mine = seen.Where(bar => bar.Spec == spec).Select(NaiveBars.Row.Of).ToList();
                var naive = NaiveBars.Of(prices, spec, tick: price == PriceSource.Mid ? 20 : 2);
                Assert.True(naive.SequenceEqual(mine), $"seed {seed}, {spec}: {string.Join(' ', naive)} but {string.Join(' ', mine)}");
            }
        }
    }

    [Fact]
    public void Bricks_of_stored_bars_are_those_of_their_closes()
    {
        for (var seed = 1; seed <= Cases; seed++)
        {
            var minutes = RandomWalk.Bars(seed, 20, UtcNanos.Minute, start: 1_000, pauses: false);
            var seen = Stream([Bars.Renko(5)], Tapes.Bars(Coin, Bars.Minutes(1), minutes));
            TradeRow[] closes = [.. minutes.Select(bar => new TradeRow(bar.Close, bar.C, bar.Volume))];
            Assert.Equal(NaiveBars.Of(closes, Bars.Renko(5), tick: 2), seen.Select(NaiveBars.Row.Of));
        }
    }

    // What came in is in the bars or in the one at hand: all events to the last close are in the bars, each once.
    static void AssertKept(List<NaiveBars.Row> bars, TradeRow[] prints, string place)
    {
        var count = (int)bars.Sum(bar => bar.Count);
        Assert.True(bars.Sum(bar => bar.Volume) == prints.Take(count).Sum(print => print.Size), place);
        Assert.True(bars.Count == 0 || prints[count - 1].Time == bars[^1].To, place);
    }

    static TradeRow[] Prints(SeededRandom dice)
    {
        var (time, price) = (Given.Monday, 1_000L);
        var sides = dice.Next(2) == 0 ? 1 : 3;
        return [.. Enumerable.Range(0, dice.Next(1, 40)).Select(_ =>
        {
            time += dice.Next(3) * UtcNanos.Second;
            price += dice.Next(12) == 0 ? dice.Next(-60, 61) : dice.Next(-3, 4);
            return new TradeRow(time, price, dice.Next(1, 300), (Side)dice.Next(sides));
        })];
    }

    static long PriceOf(TickRow quote, PriceSource price) => price switch
    {
        PriceSource.Bid => quote.Bid,
        PriceSource.Ask => quote.Ask,
        _ => (quote.Bid + quote.Ask) * 5,
    };

    /// <summary>Bars as the engine shows them, each seen at its close and not a nanosecond off.</summary>
    static List<Bar> Stream(BarSpec[] specs, Tape tape)
    {
        var seen = new List<Bar>();
        var strategy = new Scripted
        {
            Started = self => Array.ForEach(specs, spec => self.Subscribe(spec)),
            Barred = (self, bar) =>
            {
                Assert.Equal(bar.CloseNanos, self.Nanos);
                seen.Add(bar);
            },
        };
        Play.Run(Config, strategy, tape);
        return seen;
    }
}
