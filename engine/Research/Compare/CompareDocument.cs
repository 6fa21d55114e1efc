using Workbench.Research.Luck;
using Workbench.Research.Search;

namespace Workbench.Research.Compare;

/// <summary>Runs, or the variants of a search, laid beside each other: all that page, console and notebook show of them.</summary>
public sealed record CompareDocument
{
    /// <summary>Most runs side by side; more columns than this nobody reads.</summary>
    public const int MostRuns = 20;

    /// <summary>What is compared, in a heading.</summary>
    public required string Title { get; init; }

    /// <summary>The search; null where runs are compared.</summary>
    public SearchDocument? Search { get; init; }

    /// <summary>The periods that all share.</summary>
    public required PeriodClock Clock { get; init; }

    /// <summary>When the first of them began, UTC nanoseconds.</summary>
    public required long Start { get; init; }

    /// <summary>Where they are cut in two.</summary>
    public required Split Split { get; init; }

    /// <summary>Those compared: the runs in the order given, or the best variants.</summary>
    public required IReadOnlyList<Contender> Contenders { get; init; }

    /// <summary>Each one's figures in both parts.</summary>
    public required IReadOnlyList<ComparedFigures> Figures { get; init; }

    /// <summary>The odds that the best is luck.</summary>
    public required LuckReport Odds { get; init; }

    /// <summary>What the odds were counted over, and what a reader must know before the figures.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>What the best of so many worthless trials looks like; null where nothing moved.</summary>
    public NoiseBand? Noise { get; init; }

    /// <summary>Return against drawdown of all.</summary>
    public required IReadOnlyList<FrontPoint> Front { get; init; }

    /// <summary>The space that was searched; null where runs are compared.</summary>
    public SpaceView? Space { get; init; }

    /// <summary>The Sharpe ratios of all trials; null where there are fewer than two.</summary>
    public TrialSpread? Spread { get; init; }

    /// <summary>How the returns move together.</summary>
    public required Correlations Correlations { get; init; }

    /// <summary>How much each pair does the same trades, by places of the contenders.</summary>
    public required IReadOnlyList<IReadOnlyList<TradeOverlap>> Overlaps { get; init; }

    /// <summary>Results by what the market was like; empty where its price is not known.</summary>
    public required IReadOnlyList<Regime> Regimes { get; init; }

    /// <summary>What the market is; empty where it is not known.</summary>
    public string Market { get; init; } = "";

    /// <summary>What changed from the first contender to each other.</summary>
    public required IReadOnlyList<ScriptChange> Changes { get; init; }

    /// <summary>The family tree of the scripts.</summary>
    public IReadOnlyList<LineageNode> Lineage { get; init; } = [];

    /// <summary>Backtest, paper and live runs of one script beside each other.</summary>
    public required IReadOnlyList<ModePair> Modes { get; init; }

    /// <summary>Variants that came to nothing, by reason.</summary>
    public required IReadOnlyList<Failure> Failures { get; init; }

    /// <summary>Lays runs beside each other.</summary>
    /// <exception cref="WorkbenchException">WB4104 fewer than two runs, or too many; WB4175 the cut lies outside of what they saw.</exception>
    public static CompareDocument Of(IReadOnlyList<ComparedRun> runs, CompareTerms? options = null) => new RunComparison(runs, options ?? new CompareTerms()).Document();

    /// <summary>Shows a search.</summary>
    /// <exception cref="WorkbenchException">WB4175 the cut lies outside of what it saw; WB4176 it holds no variant.</exception>
    public static CompareDocument Of(SearchDocument search, CompareTerms? options = null) => new SearchComparison(search, options ?? new CompareTerms()).Document();
}
