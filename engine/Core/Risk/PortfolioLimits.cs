namespace Workbench.Core;

/// <summary>Limits on the portfolio as a whole: value at risk, expected shortfall, and exposure weighted by correlations.</summary>
sealed class PortfolioLimits
{
    readonly PortfolioTerms terms;
    readonly Account account;
    readonly ReturnHistory history;
    readonly PortfolioMeter meter;
    readonly Gauge? valueAtRisk;
    readonly Gauge? shortfall;
    readonly Gauge? exposure;

    public PortfolioLimits(PortfolioTerms terms, Account account, List<Market> markets, RiskAlerts alerts)
    {
        (this.terms, this.account) = (terms, account);
        history = new ReturnHistory(terms, markets);
        meter = new PortfolioMeter(terms, markets, history);
        valueAtRisk = Gauge.For(RiskRule.ValueAtRisk, null, terms.ValueAtRisk, alerts);
        shortfall = Gauge.For(RiskRule.ExpectedShortfall, null, terms.ExpectedShortfall, alerts);
        exposure = Gauge.For(RiskRule.CorrelatedExposure, null, terms.CorrelatedExposure, alerts);
        Gauges = [.. new[] { valueAtRisk, shortfall, exposure }.OfType<Gauge>()];
    }

    /// <summary>The returns it stands on.</summary>
    public ReturnHistory Returns => history;

    /// <summary>Those that are limited.</summary>
    public Gauge[] Gauges { get; }

    /// <summary>The portfolio as it is.</summary>
    public PortfolioRisk Measure() => meter.Measure();

    /// <summary>Takes the figures as they are now. What is not known yet is not judged: entries wait for it, see <see cref="Check"/>.</summary>
    public void Look(decimal equity)
    {
        if (Gauges.Length == 0)
        {
            return;
        }

        if (account.Held.Length == 0)
        {
            Array.ForEach(Gauges, static gauge => gauge.Look(0m));
            return;
        }

        var risk = meter.Measure();
        exposure?.Look(Share(risk.CorrelatedExposure, equity));
        if (risk.Returns >= PortfolioTerms.Fewest)
        {
            valueAtRisk?.Look(Share(risk.ValueAtRisk(terms.Method), equity));
            shortfall?.Look(Share(risk.ExpectedShortfall(terms.Method), equity));
        }
    }

    /// <summary>What speaks against an entry. One that takes risk off the whole passes, whatever the limits say.</summary>
    public Refusal Check(in Intent wish)
    {
        if (Gauges.Length == 0)
        {
            return default;
        }

        if (!wish.IsPriced)
        {
            return OrderLimits.Unpriced(wish.Market);
        }

        PortfolioRisk before = meter.Before(in wish), after = meter.Measure(wish);
        if (exposure is not null && Refuses(exposure, before.CorrelatedExposure, after.CorrelatedExposure) is { Is: true } correlated)
        {
            return correlated;
        }

        return valueAtRisk is null && shortfall is null ? default
            : after.Returns < PortfolioTerms.Fewest ? new Refusal(
                RejectReason.RiskLimit, FormattableString.Invariant($"value at risk is not known: of {PortfolioTerms.Fewest} returns at least, {after.Returns} have come"))
            : valueAtRisk is not null && Refuses(valueAtRisk, before.ValueAtRisk(terms.Method), after.ValueAtRisk(terms.Method)) is { Is: true } risk ? risk
            : shortfall is null ? default : Refuses(shortfall, before.ExpectedShortfall(terms.Method), after.ExpectedShortfall(terms.Method));
    }

    Refusal Refuses(Gauge gauge, double before, double after) => after <= before ? default : gauge.Refuses(Share(after, account.Equity));

    /// <summary>A statistic as a figure that is held against money: not below 0, and what is no number is without bound.</summary>
    static decimal Share(double value, decimal equity) =>
        value <= 0d ? 0m : value < 1e18 ? Exposures.Share((decimal)value, equity) : decimal.MaxValue;
}
