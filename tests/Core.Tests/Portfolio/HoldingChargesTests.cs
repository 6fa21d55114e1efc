namespace Workbench.Core.Tests.Portfolio;

/// <summary>Swap, funding, borrow fee, dividends and splits in runs, by hand.</summary>
public sealed class HoldingChargesTests
{
    static readonly Instrument Share = new()
    {
        Symbol = "XYZ", AssetClass = AssetClass.Equity, BaseCurrency = "XYZ", QuoteCurrency = "USD", PriceScale = 2, TickSize = 0.05m,
    };

    [Theory]
    [InlineData(1000, -1.7)]
    [InlineData(-1000, 0.4)]
    public void Swap_is_charged_at_each_cut_off_three_nights_on_Wednesday_and_none_at_weekends(int qty, double perNight)
    {
        var table = new SwapTable { Unit = SwapUnit.Points, CutOff = UtcCalendar.Instance, Rates = [new SwapRate(0, -170m, 40m)] };
        var (result, sink) = Hold(Given.EurUsd, qty, days: 11, new HoldingTerms { Swap = table });

        // Bought on Monday morning: cut-offs of Monday to Friday, of the weekend, of Monday and Tuesday.
        Assert.Equal([1, 1, 3, 1, 1, 1, 1, 3], sink.Flows.Select(flow => (int)Math.Round((double)flow.Amount / perNight)));
        Assert.Equal((decimal)perNight * 12m, -result.Costs.Swap);
        Assert.All(sink.Flows, flow => Assert.Equal(0L, flow.Time % UtcNanos.Day));
        Assert.Equal([1, 2, 3, 4, 5, 8, 9, 10], sink.Flows.Select(flow => (flow.Time - Given.Monday) / UtcNanos.Day));
    }

    [Fact]
    public void Swap_by_money_is_per_lot_and_by_interest_per_value_and_year()
    {
        var money = new SwapTable { Unit = SwapUnit.Money, LotSize = 100_000m, CutOff = UtcCalendar.Instance, Rates = [new SwapRate(0, -6.5m, 1m)] };
        var interest = new SwapTable { Unit = SwapUnit.Interest, CutOff = UtcCalendar.Instance, Rates = [new SwapRate(0, 0.0365m, 0m), new SwapRate(Given.At(30), -0.0365m, 0m)] };

        Assert.Equal([-0.065m, -0.065m], Hold(Given.EurUsd, 1000, 3, new HoldingTerms { Swap = money }).Sink.Flows.Select(flow => flow.Amount));
        Assert.Equal([0.110001m, -0.110001m], Hold(Given.EurUsd, 1000, 3, new HoldingTerms { Swap = interest }).Sink.Flows.Select(flow => flow.Amount));
    }

    [Fact]
    public void Funding_is_paid_on_the_value_at_its_instant_by_longs_while_the_rate_is_above_zero()
    {
        var terms = new HoldingTerms { Funding = [new FundingRate(Given.At(8), 0.9m), new FundingRate(Given.At(16), 0.0001m), new FundingRate(Given.At(24), -0.0002m)] };

        // The first was before the position.
        Assert.Equal([-0.110001m, 0.220002m], Hold(Given.EurUsd, 1000, 2, terms).Sink.Flows.Select(flow => flow.Amount));
        Assert.Equal(0.110001m, Hold(Given.EurUsd, -1000, 2, terms).Result.Costs.Funding);
    }

    [Fact]
    public void An_inverse_perpetual_earns_and_pays_in_its_coin()
    {
        var coin = Given.Pair("BTC", "USD", 1) with { AssetClass = AssetClass.Crypto, IsInverse = true, ContractSize = 100m };
        var config = new RunConfig { Currency = "BTC", Cash = 10m, Range = Given.Usd.Range, HoldingOf = Of(coin, new HoldingTerms { Funding = [new FundingRate(Given.At(16), 0.001m)] }) };
        var (result, sink) = Play.Run(config, Once(50m), Tapes.Ticks(coin, [
            new(Given.At(9), 400_000, 400_000), new(Given.At(10), 400_000, 400_000), new(Given.At(17), 500_000, 500_000)]));

        // 50 contracts of 100 USD: 0.125 BTC at 40,000, 0.1 BTC at 50,000; funding at the price of its instant.
        Assert.Equal(-0.000125m, Assert.Single(sink.Flows).Amount);
        Assert.Equal(10.025m - 0.000125m, result.EndEquity);
        Assert.Equal(0.1m, sink.Points[^1].GrossExposure);
    }

    [Fact]
    public void Shares_sold_short_pay_the_lender_each_day_and_bought_ones_do_not()
    {
        var terms = new HoldingTerms { Borrow = new BorrowTable { Rates = [new BorrowRate(0, 0.36m)] } };
        var (result, sink) = Hold(Share, -100, days: 3, terms);

        Assert.Equal([-110.000m, -110.000m], sink.Flows.Select(flow => flow.Amount));
        Assert.Equal(220m, result.Costs.Borrow);
        Assert.Empty(Hold(Share, 100, days: 3, terms).Sink.Flows);
    }

    [Theory]
    [InlineData(100, 150)]
    [InlineData(-100, -150)]
    public void A_dividend_is_received_by_longs_and_paid_by_shorts_and_is_no_cost(int qty, int amount)
    {
        var (result, sink) = Hold(Share, qty, days: 2, new HoldingTerms { Dividends = [new Dividend(Given.At(24), 1.5m)] });

        Assert.Equal(amount, Assert.Single(sink.Flows).Amount);
        Assert.Equal((amount, 0m), (result.Dividends, result.Costs.Total));
        Assert.Equal((amount, amount), (sink.Trades[0].Dividends, sink.Trades[0].NetPnl));
        Assert.Equal(100_000m + amount, result.EndEquity);
    }

    [Fact]
    public void A_split_changes_shares_prices_and_working_orders_and_not_what_they_are_worth()
    {
        var strategy = new TickScripted { Ticked = (self, tick) => { if (self.Nanos == Given.At(9)) { self.Buy(101m); self.SellLimit(75m, 1400m); self.BuyLimit(1m, 900m); } } };
        var config = Given.Usd with { HoldingOf = Of(Share, new HoldingTerms { Splits = [new Split(Given.At(24), 3m, 2m)] }) };
        var (result, sink) = Play.Run(config, strategy, Tapes.Ticks(Share, [
            new(Given.At(9), 110_000, 110_000), new(Given.At(10), 110_000, 110_000), new(Given.At(34), 73_330, 73_340), new(Given.At(35), 95_000, 95_005)]));

        // 101 shares become 151.5: the half is sold at two thirds of the last price, the order follows.
        Assert.Equal((50m, 1.5m, 0m), (Assert.Single(sink.Flows).Qty, sink.Flows[0].Rate, sink.Flows[0].Amount));
        Assert.Equal((0.5m, "split", 733.33m), (sink.Trades[0].Qty, sink.Trades[0].ExitTag, sink.Trades[0].ExitPrice));
        var sold = sink.Fills.Single(fill => fill.Side == Side.Sell);
        Assert.Equal((112m, 933.35m), (sold.Qty, sold.Price));
        Assert.Equal(39m, sold.PositionAfter);
        Assert.Equal(OrdStatus.New, sink.Orders.Single(order => order.Tag == "" && order.Side == Side.Buy && order.Type == OrderType.Limit).Status);
        Assert.Equal((1m, 600m), (sink.Orders[^1].OrderQty, sink.Orders[^1].Price));
        Assert.All(sink.Points.Where(point => point.Time < Given.At(34)), point => Assert.Equal(100_000m, point.Equity, 0));
        Assert.Equal(100_000m - 101m * 1100m + 0.5m * 733.33m + 112m * 933.35m + 39m * 950m, result.EndEquity);
    }

    [Fact]
    public void Flows_are_in_the_hash_and_those_who_have_none_keep_theirs()
    {
        var plain = Hold(Share, 100, 2, new HoldingTerms()).Result.EventLogHash;
        var paid = Hold(Share, 100, 2, new HoldingTerms { Dividends = [new Dividend(Given.At(24), 1.5m)] }).Result.EventLogHash;

        Assert.Equal(plain, Play.Run(Given.Usd, Once(100m), Tape(Share, 2)).Result.EventLogHash);
        Assert.NotEqual(plain, paid);
    }

    [Fact]
    public void A_rate_that_is_not_in_force_yet_is_refused()
    {
        var table = new SwapTable { Unit = SwapUnit.Points, CutOff = UtcCalendar.Instance, Rates = [new SwapRate(Given.At(30), -1m, -1m)] };

        Assert.Equal("WB4032", Assert.Throws<WorkbenchException>(() => Hold(Given.EurUsd, 1000, 3, new HoldingTerms { Swap = table })).Code);
    }

    static (RunResult Result, RecordingSink Sink) Hold(Instrument instrument, int qty, int days, HoldingTerms terms) =>
        Play.Run(Given.Usd with { HoldingOf = Of(instrument, terms) }, Once(qty), Tape(instrument, days));

    /// <summary>Two quotes a day at one price; shares without a spread.</summary>
    static Tape Tape(Instrument instrument, int days)
    {
        var ask = 110_000 + (instrument == Share ? 0 : 2);
        return Tapes.Ticks(instrument, [.. Enumerable.Range(0, days).SelectMany(day => new TickRow[] { new(Given.At(9 + 24 * day), 110_000, ask), new(Given.At(10 + 24 * day), 110_000, ask) })]);
    }

    static TickScripted Once(decimal qty)
    {
        var sent = false;
        return new TickScripted
        {
            Ticked = (self, _) =>
            {
                if (!sent)
                {
                    sent = true;
                    self.TargetPosition(qty);
                }
            },
        };
    }

    static Dictionary<string, HoldingTerms> Of(Instrument instrument, HoldingTerms terms) => new() { [instrument.Symbol] = terms };
}
