using Workbench.Core;
using Workbench.Research.Search;
using Workbench.Scripting;

namespace Workbench.App;

/// <summary>What all runners of a field share: terms, tapes, and how far they may go.</summary>
sealed record FieldSetup
{
    /// <summary>Terms of the runs.</summary>
    public required RunConfig Config { get; init; }

    /// <summary>Opens the tapes, each time from the beginning and always the same; read once and shared.</summary>
    public required Func<IReadOnlyList<Tape>> Open { get; init; }

    /// <summary>Scripts that the strategies come from: what one throws is then told with file and line. Default none.</summary>
    public IReadOnlyList<StrategyScript> Scripts { get; init; } = [];

    /// <summary>Threads; results do not depend on it. Default the machine's cores.</summary>
    public int Cores { get; init; } = Environment.ProcessorCount;

    /// <summary>Most memory that decoded tapes and runners at work may take, in MB; more variants than fit run in turns. Default 400.</summary>
    public int MemoryMb { get; init; } = 400;

    /// <summary>Longest a handler of one variant may take. Default 10 s.</summary>
    public TimeSpan EventTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>When a variant is hopeless; null to let all run to the end.</summary>
    public StopRule? Stop { get; init; }

    /// <summary>Batches decoded at a time of tapes that are too long to stay in memory. Default 64, which is half a million ticks.</summary>
    public int Window { get; init; } = 64;

    /// <summary>A field over the data and terms of a backtest.</summary>
    public static FieldSetup Of(RunSetup setup, BacktestRequest request) =>
        new() { Config = setup.Config, Open = setup.Open, EventTimeout = request.EventTimeout };
}
