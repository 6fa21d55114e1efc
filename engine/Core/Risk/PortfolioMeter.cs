namespace Workbench.Core;

/// <summary>Measures the portfolio as it is, or as it would be with one order more, by the returns of the past.</summary>
sealed class PortfolioMeter(PortfolioTerms terms, List<Market> markets, ReturnHistory history)
{
    readonly double[] values = new double[markets.Count];
    readonly double[] profits = new double[history.Length];

    /// <summary>Measures what is held; with a wish also what market orders on their way, and the wish, would add.</summary>
    public PortfolioRisk Measure(Intent? wish = null)
    {
        for (var i = 0; i < values.Length; i++)
        {
            var market = markets[i];
            values[i] = (double)Exposures.Signed(market, wish is null ? market.Position.Qty : Expected(market, wish.Value));
        }

        return Measure();
    }

    /// <summary>Measures what is expected to be held without the wish.</summary>
    public PortfolioRisk Before(in Intent wish) => Measure(wish with { Qty = 0m });

    static decimal Expected(Market market, in Intent wish) =>
        market.ExpectedQty + (!ReferenceEquals(market, wish.Market) ? 0m : wish.IsBuy ? wish.Qty : -wish.Qty);

    PortfolioRisk Measure()
    {
        var count = Count();
        var exposure = CorrelatedExposure();
        if (count < PortfolioTerms.Fewest)
        {
            return new PortfolioRisk(count, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, exposure, []);
        }

        var whole = profits.AsSpan(0, count);
        for (var ago = 0; ago < count; ago++)
        {
            whole[ago] = ProfitOf(ago);
        }

        var mean = Mean(whole);
        var deviation = Math.Sqrt(Covariance(whole, mean, whole, mean));
        var (historical, tail) = ValueAtRisk.Historical(whole, terms.Confidence);
        var (parametric, normalTail) = ValueAtRisk.Parametric(mean, deviation, terms.Confidence);
        return new PortfolioRisk(
            count, historical, tail, parametric, normalTail, deviation == 0d ? 0d : mean / deviation, exposure, Positions(whole, mean, deviation, parametric));
    }

    /// <summary>Returns that are known of every market that is held.</summary>
    int Count()
    {
        var count = history.Length;
        for (var i = 0; i < values.Length; i++)
        {
            count = values[i] == 0d ? count : Math.Min(count, history.Known(i));
        }

        return count;
    }

    double ProfitOf(int ago)
    {
        var profit = 0d;
        for (var i = 0; i < values.Length; i++)
        {
            profit += values[i] == 0d ? 0d : values[i] * history[i, ago];
        }

        return profit;
    }

    List<PositionRisk> Positions(ReadOnlySpan<double> whole, double mean, double deviation, double valueAtRisk)
    {
        var z = NormalCurve.Quantile(terms.Confidence);
        var positions = new List<PositionRisk>();
        var own = new double[whole.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] == 0d)
            {
                continue;
            }

            for (var ago = 0; ago < own.Length; ago++)
            {
                own[ago] = values[i] * history[i, ago];
            }

            var mine = Mean(own);
            double component = deviation == 0d ? -mine : z * Covariance(own, mine, whole, mean) / deviation - mine, sharpe = deviation == 0d ? 0d : mine / deviation;
            positions.Add(new PositionRisk(
                markets[i].Instrument.Symbol, values[i], component, valueAtRisk == 0d ? 0d : component / valueAtRisk, sharpe, mean == 0d || deviation == 0d ? 0d : mine / mean));
        }

        return positions;
    }

    double CorrelatedExposure()
    {
        var sum = 0d;
        for (var i = 0; i < values.Length; i++)
        {
            for (var j = 0; j < values.Length; j++)
            {
                var product = values[i] * values[j];

                // Two of which too little is known are taken to move together where that hurts, and apart where they should cover each other.
                sum += product == 0d ? 0d : i == j ? product : Correlation(i, j) is { } known ? known * product : Math.Abs(product);
            }
        }

        return Math.Sqrt(Math.Max(0d, sum));
    }

    /// <summary>Pearson's correlation of two markets' returns; null where too few are known, or one does not move.</summary>
    double? Correlation(int one, int other)
    {
        var count = Math.Min(history.Known(one), history.Known(other));
        var moments = default(Moments);
        for (var ago = 0; ago < count; ago++)
        {
            moments = moments.Then(Moments.Of(history[one, ago], history[other, ago]));
        }

        return count < PortfolioTerms.Fewest || moments.XX == 0d || moments.YY == 0d ? null : moments.Correlation;
    }

    static double Mean(ReadOnlySpan<double> values)
    {
        var sum = 0d;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }

    /// <summary>Over n − 1: the larger of the two estimates.</summary>
    static double Covariance(ReadOnlySpan<double> xs, double meanX, ReadOnlySpan<double> ys, double meanY)
    {
        var sum = 0d;
        for (var i = 0; i < xs.Length; i++)
        {
            sum += (xs[i] - meanX) * (ys[i] - meanY);
        }

        return sum / (xs.Length - 1);
    }
}
