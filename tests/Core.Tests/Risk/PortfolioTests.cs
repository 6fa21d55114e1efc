namespace Workbench.Core.Tests.Risk;

public sealed class PortfolioTests
{
    static readonly Instrument Pound = Given.Pair("GBP", "USD", 5);

    [Fact]
    public void The_normal_curve_is_that_of_the_tables()
    {
        // Abramowitz and Stegun, table 26.1 and 26.5.
        Assert.Equal(0.5, NormalCurve.Probability(0d), 14);
        Assert.Equal(0.84134474606854, NormalCurve.Probability(1d), 13);
        Assert.Equal(0.02275013194818, NormalCurve.Probability(-2d), 13);
        Assert.Equal(2.326347874, NormalCurve.Quantile(0.99), 8);
        Assert.Equal(1.644853627, NormalCurve.Quantile(0.95), 8);
        Assert.Equal(0.24197072451914, NormalCurve.Density(1d), 13);
    }

    [Theory]
    [InlineData(1, 400)]
    public void Historical_figures_are_those_of_a_naive_count(int from, int count)
    {
        for (var seed = from; seed < from + count; seed++)
        {
            var dice = new SeededRandom(seed);
            var profits = Enumerable.Range(0, dice.Next(20, 300)).Select(_ => (double)dice.Next(-1_000, 1_001)).ToArray();
            var confidence = (double[])[0.9, 0.95, 0.975, 0.99] is var all ? all[dice.Next(4)] : 0d;
            var (risk, shortfall) = ValueAtRisk.Historical(profits, confidence);

            // The least loss that enough of the profits do not exceed.
            var losses = profits.Select(profit => -profit).Order().ToArray();
            var naive = losses.First(loss => losses.Count(other => other <= loss) >= confidence * losses.Length - 1e-6);
            Assert.True(naive == risk, $"seed {seed}: {risk} and not {naive}");

            // The tail as an integral over the quantile function, in ten thousand steps a profit.
            var tail = (1d - confidence) * losses.Length;
            double left = tail, sum = 0d;
            foreach (var loss in losses.Reverse())
            {
                var part = Math.Min(1d, left);
                sum += part * loss;
                left -= part;
            }

            Assert.True(Math.Abs(sum / tail - shortfall) < 1e-6 && shortfall >= risk - 1e-9, $"seed {seed}: {shortfall} and not {sum / tail}");
        }
    }

    [Theory]
    [InlineData(1, 40)]
    public void Components_add_up_to_the_whole_and_are_its_slopes(int from, int count)
    {
        for (var seed = from; seed < from + count; seed++)
        {
            var (meter, markets) = Measured(seed);
            var risk = meter.Measure();

            Assert.True(risk.Returns == 60, $"seed {seed}: {risk.Returns}");
            Assert.True(Math.Abs(risk.Positions.Sum(each => each.ValueAtRisk) - risk.ParametricVaR) < 1e-6 * Math.Abs(risk.ParametricVaR), $"seed {seed}");
            Assert.True(Math.Abs(risk.Positions.Sum(each => each.Sharpe) - risk.Sharpe) < 1e-9, $"seed {seed}");
            Assert.True(risk.Sharpe == 0d || Math.Abs(risk.Positions.Sum(each => each.SharpeShare) - 1d) < 1e-9, $"seed {seed}");

            // A little more of one position changes the whole by its component's rate.
            var more = Intended(markets[0], risk.Positions[0].Value > 0d ? Side.Buy : Side.Sell, 1m);
            var slope = (meter.Measure(more).ParametricVaR - risk.ParametricVaR) / (double)Exposures.Signed(markets[0], 1m);
            Assert.True(Math.Abs(slope - risk.Positions[0].ValueAtRisk / Math.Abs(risk.Positions[0].Value)) < 1e-5, $"seed {seed}: {slope} and not {risk.Positions[0].ValueAtRisk / risk.Positions[0].Value}");
        }
    }

    [Theory]
    [InlineData(1, 40)]
    public void Figures_of_a_portfolio_are_those_that_its_definitions_give(int from, int count)
    {
        for (var seed = from; seed < from + count; seed++)
        {
            var (meter, markets) = Measured(seed, out var returns);
            var risk = meter.Measure();
            double[] w = [.. markets.Select(market => (double)Exposures.Signed(market))];
            var profits = Enumerable.Range(0, 60).Select(t => w[0] * returns[0][t] + w[1] * returns[1][t]).ToArray();
            var mean = profits.Average();
            var deviation = Math.Sqrt(profits.Sum(profit => Math.Pow(profit - mean, 2)) / 59d);
            double Mean(int i) => returns[i].Average();
            double Covariance(int i, int j) => Enumerable.Range(0, 60).Average(t => (returns[i][t] - Mean(i)) * (returns[j][t] - Mean(j)));
            var correlation = Covariance(0, 1) / Math.Sqrt(Covariance(0, 0) * Covariance(1, 1));

            Near(2.3263478740 * deviation - mean, risk.ParametricVaR);
            Near(deviation * 0.0266521422 / 0.01 - mean, risk.ParametricShortfall);
            Near(mean / deviation, risk.Sharpe);
            Near(-profits.Min(), risk.HistoricalVaR);
            Near(Math.Sqrt(w[0] * w[0] + w[1] * w[1] + 2d * correlation * w[0] * w[1]), risk.CorrelatedExposure);
            void Near(double naive, double ours) => Assert.True(Math.Abs(naive - ours) <= 1e-6 * Math.Max(1e-6, Math.Abs(naive)), $"seed {seed}: {ours} and not {naive}");
        }
    }

    [Fact]
    public void Before_enough_returns_are_known_nothing_is_let_in_that_value_at_risk_would_have_to_judge()
    {
        var terms = new RiskTerms { Portfolio = new PortfolioTerms { StepNanos = UtcNanos.Minute, Count = 30, ValueAtRisk = new(0.5m) } };
        var desk = new Desk { Terms = terms }.At(10, self => self.Buy(1m, tag: "early")).At(30, self => self.Buy(1m, tag: "later"));
        desk.Run([.. Enumerable.Range(0, 40).Select(i => 100_000L + i % 7)]);

        Assert.Equal([("early", RejectReason.RiskLimit), ("later", RejectReason.None)], desk.Fates);
        Assert.StartsWith("value at risk is not known", desk.Sink.Orders.Single(order => order.Tag == "early").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_that_makes_value_at_risk_too_large_is_refused_and_when_prices_grow_wilder_the_position_is_reduced()
    {
        var terms = new RiskTerms { Portfolio = new PortfolioTerms { StepNanos = UtcNanos.Minute, Count = 30, Method = VarMethod.Historical, ValueAtRisk = new(0.02m, RiskAction.Reduce) } };
        var desk = new Desk { Terms = terms }.At(30, self => self.Buy(3_000m, tag: "too much")).At(31, self => self.Buy(1_000m, tag: "fits"));
        desk.Run([.. Enumerable.Range(0, 40).Select(i => i % 2 == 0 ? 100_000L : 101_000L), .. Enumerable.Range(0, 20).Select(i => i % 2 == 0 ? 100_000L : 105_000L)]);

        // A step is worth 1 % at first and 5 % later, of an equity of about 1,000.
        Assert.Equal([("too much", RejectReason.RiskLimit), ("fits", RejectReason.None)], desk.Fates.Take(2));
        Assert.Equal((RiskLevel.Critical, RiskRule.ValueAtRisk, RiskAction.Reduce), desk.Said.First(said => said.Level == RiskLevel.Critical));
        Assert.InRange(desk.Held, 380m, 420m);
    }

    [Fact]
    public void Two_markets_that_move_together_count_as_one_and_while_nobody_knows_they_are_taken_to()
    {
        var asked = 0;
        var strategy = new TickScripted
        {
            Ticked = (self, _) =>
            {
                switch (++asked)
                {
                    case 4:
                        self.Buy(600m, Given.EurUsd, "one");
                        break;
                    case 8:
                        self.Sell(600m, Pound, "unknown cover");
                        break;
                    case 80:
                        self.Sell(600m, Pound, "known cover");
                        break;
                    case 90:
                        self.Buy(1_300m, Pound, "no cover but more of it");
                        break;
                }
            },
        };
        var config = Given.Usd with
        {
            Cash = 1_000m, Risk = new RiskTerms { Portfolio = new PortfolioTerms { StepNanos = UtcNanos.Minute, Count = 30, CorrelatedExposure = new(1m) } },
        };
        TickRow[] Quotes(int offset) => [.. Enumerable.Range(0, 60).Select(i => new TickRow(Given.At(9, i) + offset, 100_000 + i * i % 11 * 20, 100_000 + i * i % 11 * 20))];
        var (_, sink) = Play.Run(config, strategy, Tapes.Ticks(Given.EurUsd, Quotes(0)), Tapes.Ticks(Pound, Quotes(1)));

        Assert.Equal(
            [("one", RejectReason.None), ("unknown cover", RejectReason.RiskLimit), ("known cover", RejectReason.None), ("no cover but more of it", RejectReason.RiskLimit)],
            sink.Orders.OrderBy(order => order.ClientOrderId).Select(order => (order.Tag, order.RejectReason)));
    }

    static (PortfolioMeter Meter, List<Market> Markets) Measured(int seed) => Measured(seed, out _);

    /// <summary>Two markets with positions and 60 returns each, by a seed.</summary>
    static (PortfolioMeter Meter, List<Market> Markets) Measured(int seed, out double[][] returns)
    {
        var dice = new SeededRandom(seed);
        List<Market> markets = [new(Given.EurUsd, 0), new(Pound, 1)];
        var terms = new PortfolioTerms { StepNanos = UtcNanos.Minute, Count = 60 };
        var history = new ReturnHistory(terms, markets);
        returns = [new double[60], new double[60]];
        long[] price = [100_000, 120_000];
        for (var t = -1; t < 60; t++)
        {
            var common = dice.Next(-300, 301);
            for (var i = 0; i < 2; i++)
            {
                var before = price[i];
                price[i] += common + dice.Next(-300, 301);
                markets[i].Quote(price[i], price[i]);
                if (t >= 0)
                {
                    returns[i][t] = (double)price[i] / before - 1d;
                }
            }

            history.Begin(Given.At(9) + (t + 1) * UtcNanos.Minute);
            Assert.True(history.Take(Given.At(9) + (t + 2) * UtcNanos.Minute));
        }

        foreach (var market in markets)
        {
            var side = dice.Next(2) == 0 ? Side.Buy : Side.Sell;
            var qty = dice.Next(100_000, 1_000_000);
            market.Position.Legs[0].Open(new Booking(0, side, market.Mid, "", ExitReason.Signal, 0) { Qty = qty, Value = market.Instrument.ValueOf(qty, market.Mid) });
            market.Refresh();
        }

        return (new PortfolioMeter(terms, markets, history), markets);
    }

    static Intent Intended(Market market, Side side, decimal qty) =>
        Intent.Of(market, new Order { ClientOrderId = 1, Instrument = market.Instrument, Side = side, Type = OrderType.Market, OrderQty = qty, SentNanos = 0 });
}
