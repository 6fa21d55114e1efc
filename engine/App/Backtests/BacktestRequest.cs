using Workbench.Core;
using Workbench.Model;

namespace Workbench.App;

/// <summary>All that <c>backtest</c> was asked for.</summary>
sealed record BacktestRequest
{
    /// <summary>The script.</summary>
    public required string Script { get; init; }

    /// <summary>Scripts that run beside it, each with a book of its own.</summary>
    public IReadOnlyList<string> MoreScripts { get; init; } = [];

    /// <summary>All of them, in order.</summary>
    public IReadOnlyList<string> Scripts => [Script, .. MoreScripts];

    /// <summary>The strategy class; null where the script has one.</summary>
    public string? Class { get; init; }

    /// <summary>What it shall see; the first is the script's own instrument.</summary>
    public required IReadOnlyList<DataRequest> Data { get; init; }

    /// <summary>Folder of the lake that holds it, or address of the database.</summary>
    public required string Lake { get; init; }

    /// <summary>From when to when; open ends mean all there is.</summary>
    public TimeRange Range { get; init; } = TimeRange.All;

    /// <summary>Parameters, as <c>name=value</c>.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>Money at the start.</summary>
    public decimal Cash { get; init; } = 100_000m;

    /// <summary>Currency of the account; null for that of the first instrument's prices.</summary>
    public string? Currency { get; init; }

    /// <summary>What fills cost and how limits fill.</summary>
    public CostConfig Costs { get; init; } = new();

    /// <summary>The file that <see cref="Costs"/> were read from; null where none was given.</summary>
    public string? ConfigPath { get; init; }

    /// <summary>Commission as a share of notional, which stands over the file's; null where none was given.</summary>
    public decimal? FeeRate { get; init; }

    /// <summary>Seed of the run's dice.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Folder for the run; null for one of its own under data/runs.</summary>
    public string? Out { get; init; }

    /// <summary>Longest a handler may take. Default 10 s.</summary>
    public TimeSpan EventTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Most memory the run may use, in MB. Default 4,096.</summary>
    public long MemoryLimitMb { get; init; } = 4_096;

    /// <summary>Time from the process's start to the request, for the report; none in a process that runs many.</summary>
    public TimeSpan Startup { get; init; }

    /// <summary>Who tries, for the ledger of trials: hand, notebook. Null for a run that chooses nothing, such as a measurement of speed.</summary>
    public string? TrialSource { get; init; }

    /// <summary>Whether data that a check has refused are run over all the same. Default no.</summary>
    public bool AcceptDataWarnings { get; init; }

    /// <summary>The command that asked, for the report.</summary>
    public string Command { get; init; } = "";
}
