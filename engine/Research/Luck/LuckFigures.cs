namespace Workbench.Research.Luck;

/// <summary>Every figure of a report, with its sentence and its N.</summary>
static class LuckFigures
{
    public static IReadOnlyList<LuckFigure> Of(LuckEvidence evidence) => [.. Verdict(evidence), .. Explanation(evidence), .. Halves(evidence), .. Ratio(evidence)];

    /// <summary>The tests that decide, with the quick bound beside them.</summary>
    static IEnumerable<LuckFigure> Verdict(LuckEvidence all)
    {
        LuckFigure Odds(string key, string label, MetricValue value, long trials, string meaning) => new(key, label, value, MetricUnit.Share, trials, all.Rows, meaning);

        yield return Odds("spa", "Hansen's SPA", all.Family(tests => tests.Consistent), all.Trials,
            "Chance that the best of all trials looks this good by luck. It decides: it resamples how the variants move together and sets hopeless ones aside.");
        yield return Odds("white", "White's reality check", all.Family(tests => tests.White), all.Trials,
            "The same chance by the older test, which many bad and noisy variants blunt: high where the other is low, look at those first.");
        yield return Odds("sidak", "Šidák's bound", all.Winner is { } winner ? winner.Sidak(all.Trials) : Missing, all.Trials,
            "Chance that one of so many independent normal variants has such a ratio: quick, and too high where variants are alike.");
        yield return Odds("spaSearch", "SPA of this search alone", all.Search(tests => tests.Consistent), all.Columns,
            "Hansen's chance as if the family held no trials but these.");
        yield return Odds("whiteSearch", "White of this search alone", all.Search(tests => tests.White), all.Columns,
            "White's chance as if the family held no trials but these.");
        yield return Odds("spaLower", "SPA, lower bound", all.Search(tests => tests.Lower), all.Columns,
            "Hansen's chance with every variant below zero set aside: too low, a bound for this search alone.");
        yield return Odds("spaUpper", "SPA, upper bound", all.Search(tests => tests.Upper), all.Columns,
            "Hansen's chance with no variant set aside: too high, a bound for this search alone.");
    }

    /// <summary>What explains the verdict and must not replace it.</summary>
    static IEnumerable<LuckFigure> Explanation(LuckEvidence all)
    {
        var maximum = all.ExpectedMaximum;
        LuckFigure Of(string key, string label, MetricUnit unit, Func<Winner, MetricValue> value, string meaning) => Figure(all, key, label, unit, all.Trials, value, meaning);

        yield return Of("dsr", "Deflated Sharpe", MetricUnit.Share, winner => winner.Above(maximum),
            "Odds that the true ratio is above the best expected from so many worthless trials. A score and no 5 % test: it fires on one noise search in 2,000 and misses most true edges.");
        yield return Of("expectedMaximum", "Best expected by luck", MetricUnit.Ratio, _ => maximum,
            "Sharpe ratio per period that the best of so many worthless trials is expected to show. " + Source(all));
        yield return Of("minBacktestYears", "Minimum backtest length", MetricUnit.Ratio, _ => SharpeOdds.MinimumBacktestYears(all.Trials, 1d),
            "Years of data below which the best of so many worthless trials is expected to show an annual ratio of 1.");
        yield return Of("years", "Years of data", MetricUnit.Ratio, _ => all.Rows / all.Matrix.PeriodsPerYear, "Years that these periods are.");
        yield return Of("minTrackRecordBest", "Minimum track record beside the best of luck", MetricUnit.Count, winner => winner.Record(maximum),
            "Periods of such returns needed to be 95 % sure that the true ratio is above the best expected by luck.");
    }

    static string Source(LuckEvidence all) => all.VarianceOf > 1
        ? FormattableString.Invariant($"Their spread is that of {all.VarianceOf:N0} ratios.")
        : "No spread is known: it is that of pure chance.";

    static IEnumerable<LuckFigure> Halves(LuckEvidence all)
    {
        LuckFigure Of(string key, string label, MetricUnit unit, Func<Overfitting, MetricValue> value, string meaning) => new(
            key, label, all.Overfitting is { } study ? value(study) : MetricValue.None(all.NoOverfitting ?? LuckEvidence.NoWinner), unit, all.Sieve.Columns.Count, all.Rows, meaning);

        yield return Of("pbo", "Probability of overfitting", MetricUnit.Share, study => study.Probability,
            "Share of halves of the data whose best variant is in the worse half of all elsewhere: whether picking the best helps. No p-value: noise gives anything from 0.26 to 0.75, and so do variants that are equally good.");
        yield return Of("outOfSampleLoss", "Winners that lost", MetricUnit.Share, study => study.ProbabilityOfLoss,
            "Share of halves whose best variant lost in the other half.");
        yield return Of("degradation", "Slope out of sample", MetricUnit.Ratio, study => study.Slope,
            "How the winner's ratio in the other half moves with that in its own: below zero, the better it looked the worse it did.");
        yield return Of("dominance", "Picking beats drawing", MetricUnit.Count, study => study.Dominates ? 2d : study.DominatesForTheCautious ? 1d : 0d,
            "2: the picked variant did better in the other half than one drawn blindly, at every level; 1: so it seems to those who shun risk; 0: neither.");
    }

    /// <summary>The ratio itself, and how far it can be trusted were nothing searched.</summary>
    static IEnumerable<LuckFigure> Ratio(LuckEvidence all)
    {
        var year = all.Matrix.PeriodsPerYear;
        LuckFigure Of(string key, string label, MetricUnit unit, Func<Winner, MetricValue> value, string meaning) => Figure(all, key, label, unit, 1, value, meaning);

        yield return Of("sharpe", "Best Sharpe per period", MetricUnit.Ratio, winner => winner.Ratio, "Mean over deviation of the best variant's returns: the ratio that all others here are made of.");
        yield return Of("sharpeAnnual", "Best Sharpe per year", MetricUnit.Ratio, winner => winner.Ratio * Math.Sqrt(year), "The same times the root of the periods in a year: for the eye only.");
        yield return Of("sharpeAnnualCorrected", "… with autocorrelation", MetricUnit.Ratio,
            winner => winner.Ratio * Math.Sqrt(year) * SharpeError.AnnualFactor(winner.Autocorrelation, year), "The annual ratio where each return leans on the one before.");
        yield return Of("sharpeError", "Standard error", MetricUnit.Ratio, winner => winner.Error(0d), "How far the ratio per period is off by chance, were the returns independent.");
        yield return Of("sharpeErrorCorrected", "… with autocorrelation", MetricUnit.Ratio, winner => winner.Error(winner.Autocorrelation), "The same where each return leans on the one before.");
        yield return Of("psr", "Probabilistic Sharpe", MetricUnit.Share, winner => winner.Above(0d), "Odds that the true ratio is above zero, were this the only trial (2012 form). Blind to the search.");
        yield return Of("psrUnderNull", "Probabilistic Sharpe, 2025 form", MetricUnit.Share, winner => winner.AboveUnderNull(0d), "The same with the error that a ratio of zero has.");
        yield return Of("minTrackRecord", "Minimum track record", MetricUnit.Count, winner => winner.Record(0d), "Periods of such returns needed to be 95 % sure that the true ratio is above zero, were this the only trial.");
    }

    static MetricValue Missing => MetricValue.None(LuckEvidence.NoWinner);

    static LuckFigure Figure(LuckEvidence all, string key, string label, MetricUnit unit, long trials, Func<Winner, MetricValue> value, string meaning) =>
        new(key, label, all.Winner is { } winner ? value(winner) : Missing, unit, trials, all.Rows, meaning);
}
