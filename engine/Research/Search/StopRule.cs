namespace Workbench.Research.Search;

/// <summary>When the run of a variant is hopeless. Looked at at the end of each period of the search's clock, on its own figures alone, so that a stop does not depend on who ran beside it.</summary>
public sealed record StopRule
{
    /// <summary>Stop when equity has fallen by that share of its peak; null never.</summary>
    public double? Drawdown { get; init; }

    /// <summary>Stop when equity has fallen to that share of what it began with; null never.</summary>
    public double? Ruin { get; init; }

    /// <summary>Stop when nothing was traded by that share of the tape's time; null never.</summary>
    public double? NoTradeBy { get; init; }

    /// <summary>Reads <c>drawdown=0.3,ruin=0.5,noTradeBy=0.25</c>: any of the three, each a share above 0 and below 1.</summary>
    /// <exception cref="WorkbenchException">WB4130: it cannot be read.</exception>
    public static StopRule Parse(string text) => StopRuleText.Read(text);

    /// <summary>The rule in one sentence, as the record of a search keeps it.</summary>
    public override string ToString() => StopRuleText.Sentence(this);
}
