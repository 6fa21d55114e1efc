namespace Workbench.Core;

/// <summary>One figure against its limit. What it has to say it says once, and again only after the figure was back below its warning.</summary>
sealed class Gauge
{
    readonly RiskRule rule;
    readonly Market? market;
    readonly RiskLimit terms;
    readonly RiskAlerts alerts;
    readonly string instrument;
    bool isWarned;
    bool isFresh;
    decimal trippedAt;

    Gauge(RiskRule rule, Market? market, RiskLimit terms, RiskAlerts alerts)
    {
        (this.rule, this.market, this.terms, this.alerts) = (rule, market, terms, alerts);
        instrument = market?.Instrument.Symbol ?? "";
        Action = terms.Action ?? RiskText.DefaultOf(rule);
    }

    /// <summary>What is watched.</summary>
    public RiskRule Rule => rule;

    /// <summary>What is done beyond the limit.</summary>
    public RiskAction Action { get; }

    /// <summary>The market it is about; null for all together.</summary>
    public Market? Market => market;

    /// <summary>How far the figure may go.</summary>
    public decimal Limit => terms.Limit;

    /// <summary>The figure as it was seen last.</summary>
    public decimal Figure { get; private set; }

    /// <summary>Whether the figure is beyond its limit now.</summary>
    public bool IsBeyond { get; private set; }

    /// <summary>Whether it went beyond, and has not been back below its warning since.</summary>
    public bool IsTripped { get; private set; }

    /// <summary>Share of what is held that has to go for the figure to be within its limit; all of it where a loss has been made.</summary>
    public decimal Excess => IsLoss || Figure == decimal.MaxValue ? 1m : 1m - terms.Limit / Figure;

    /// <summary>What has happened, as a sentence.</summary>
    public string Sentence => RiskText.Beyond(rule, instrument, trippedAt, terms.Limit);

    /// <summary>Whether a figure that equals its limit is beyond it: a loss has then been made, a position is still allowed.</summary>
    bool IsLoss => rule is RiskRule.DailyLoss or RiskRule.Drawdown;

    /// <summary>A gauge for a limit; null where there is none.</summary>
    public static Gauge? For(RiskRule rule, Market? market, RiskLimit? terms, RiskAlerts alerts) =>
        terms is null ? null : new Gauge(rule, market, terms, alerts);

    /// <summary>Takes the figure as it is now, and says what is new about it.</summary>
    public void Look(decimal figure)
    {
        Figure = figure;
        IsBeyond = figure > terms.Limit || (IsLoss && figure == terms.Limit);
        if (IsBeyond)
        {
            Trip();
        }
        else if (figure < terms.Warning)
        {
            Calm();
        }
        else if (!isWarned)
        {
            isWarned = true;
            alerts.Tell(RiskLevel.Warning, rule, market, figure, terms.Limit, RiskAction.Warn, RiskText.Near(rule, instrument, figure, terms.Limit));
        }
    }

    /// <summary>Whether a figure that an order would bring about is beyond the limit, and in which words it is refused.</summary>
    public Refusal Refuses(decimal figure) => figure > terms.Limit
        ? new Refusal(RejectReason.RiskLimit, RiskText.Beyond(rule, instrument, figure, terms.Limit))
        : default;

    /// <summary>Takes the figure of the order at hand: says what is new about it, and whether the order is refused.</summary>
    public Refusal Judge(decimal figure)
    {
        Look(figure);
        return Refuses(figure);
    }

    /// <summary>Whether it has tripped since this was asked last.</summary>
    public bool TakeTrip()
    {
        var fresh = isFresh;
        isFresh = false;
        return fresh;
    }

    void Trip()
    {
        isWarned = true;
        if (!IsTripped)
        {
            (IsTripped, isFresh, trippedAt) = (true, true, Figure);
            alerts.Tell(RiskLevel.Critical, rule, market, Figure, terms.Limit, Action, Sentence);
        }
    }

    void Calm()
    {
        if (isWarned)
        {
            (isWarned, IsTripped) = (false, false);
            alerts.Tell(RiskLevel.Info, rule, market, Figure, terms.Limit, RiskAction.Warn, RiskText.Below(rule, instrument, Figure));
        }
    }
}
