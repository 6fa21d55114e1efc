using Workbench.Core;
using Workbench.Research;

namespace Workbench.App;

/// <summary>A run that is over: what the engine counted, what its figures are, and the folder that holds it.</summary>
sealed record FinishedRun(RunResult Result, RunReport Report, string Folder)
{
    /// <summary>The figures without the curves.</summary>
    public RunDocument Document => Report.Document;

    /// <summary>Bytes that the replay loop allocated.</summary>
    public long LoopBytes { get; init; }

    /// <summary>Processor time that its thread spent in it; on a busy machine the steadier figure.</summary>
    public TimeSpan LoopCpu { get; init; }
}
