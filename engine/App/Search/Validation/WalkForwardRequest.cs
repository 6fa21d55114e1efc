using Workbench.Model;
using Workbench.Research.Validation;

namespace Workbench.App;

/// <summary>All that <c>walkforward</c> was asked for.</summary>
sealed record WalkForwardRequest
{
    /// <summary>What the runs share; their settings are the axes.</summary>
    public required BacktestRequest Terms { get; init; }

    /// <summary>Constraints between settings.</summary>
    public IReadOnlyList<string> Where { get; init; } = [];

    /// <summary>How points are taken from the space.</summary>
    public string Method { get; init; } = "grid";

    /// <summary>Most points where it is no grid.</summary>
    public int Trials { get; init; } = 200;

    /// <summary>rolling, anchored, kfold, cpcv.</summary>
    public string Design { get; init; } = "rolling";

    /// <summary>Length of a training window, nanoseconds; null for what <see cref="Folds"/> make.</summary>
    public long? Train { get; init; }

    /// <summary>Length of a test window; null for a third of the training window, or what <see cref="Folds"/> make.</summary>
    public long? Test { get; init; }

    /// <summary>Folds, where no windows are given.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>Groups of a combinatorial cross-validation.</summary>
    public int Groups { get; init; } = 6;

    /// <summary>Groups of it that are tested at a time.</summary>
    public int TestGroups { get; init; } = 2;

    /// <summary>auto, none or a span.</summary>
    public string Purge { get; init; } = "auto";

    /// <summary>A span, or a share of the data's time such as 1%.</summary>
    public string Embargo { get; init; } = "1%";

    /// <summary>sliced or restarted.</summary>
    public string Mode { get; init; } = Sliced.Mode;

    /// <summary>How long a restarted run sees prices before it may trade; null for the length of a training window.</summary>
    public long? WarmUp { get; init; }

    /// <summary>What to choose by.</summary>
    public string Objective { get; init; } = "sharpe";

    /// <summary>Closed trades below which a variant has no figure.</summary>
    public int MinTrades { get; init; }

    /// <summary>best or plateau.</summary>
    public string Rule { get; init; } = "best";

    /// <summary>Threads.</summary>
    public int Cores { get; init; } = Environment.ProcessorCount;
}
