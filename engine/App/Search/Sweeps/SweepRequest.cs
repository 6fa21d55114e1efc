using Workbench.Model;
using Workbench.Research.Search;

namespace Workbench.App;

/// <summary>What a sweep was asked for.</summary>
sealed record SweepRequest
{
    /// <summary>Variants where a method has no number of its own and none was given.</summary>
    public const int UsualTrials = 256;

    /// <summary>Script and terms, of which data and range are the first leg's.</summary>
    public required BacktestRequest Terms { get; init; }

    /// <summary>Data sets to go through, each with what sets it apart; one where there is nothing to choose.</summary>
    public required IReadOnlyList<SweepData> Data { get; init; }

    /// <summary>Axes, as <c>--set</c> has them.</summary>
    public required IReadOnlyList<string> Axes { get; init; }

    /// <summary>Constraints.</summary>
    public IReadOnlyList<string> Where { get; init; } = [];

    /// <summary>How to search.</summary>
    public string Method { get; init; } = "grid";

    /// <summary>Variants of each data set at most; a grid takes all it has.</summary>
    public int Trials { get; init; } = UsualTrials;

    /// <summary>What to rank by.</summary>
    public string Objective { get; init; } = "sharpe";

    /// <summary>Trades below which there is no figure.</summary>
    public int MinTrades { get; init; }

    /// <summary>When a variant is hopeless.</summary>
    public StopRule? Stop { get; init; }

    /// <summary>Variants of a batch; null for as many as suit the length of the data.</summary>
    public int? Batch { get; init; }
}
