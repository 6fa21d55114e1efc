namespace Workbench.Research.Compare;

/// <summary>A run as a comparison takes it: its report, and what its folder holds besides.</summary>
/// <param name="Report">Figures and curves.</param>
public sealed record ComparedRun(RunReport Report)
{
    /// <summary>The script as it was when it ran; null where it was not kept.</summary>
    public string? ScriptText { get; init; }

    /// <summary>All closed trades by exit; those of the report where the table is not at hand.</summary>
    public IReadOnlyList<ListedTrade> Trades { get; init; } = Report.Curves.Trades;

    /// <summary>All executions by time; none where the table is not at hand.</summary>
    public IReadOnlyList<ComparedFill> Fills { get; init; } = [];

    /// <summary>Worth of the account; the report's line where the table is not at hand.</summary>
    public EquityLine Equity { get; init; } = EquityLine.Of(Report.Curves.Equity);

    /// <summary>backtest, paper, live.</summary>
    public string Mode => Document.Config.Mode.ToString().ToLowerInvariant();

    /// <summary>The figures.</summary>
    public RunDocument Document => Report.Document;
}
