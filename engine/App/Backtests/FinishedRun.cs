using Workbench.Research;

namespace Workbench.App;

/// <summary>A run that is over: its document, and the folder that holds it.</summary>
sealed record FinishedRun(RunDocument Document, string Folder)
{
    /// <summary>Bytes that the replay loop allocated.</summary>
    public long LoopBytes { get; init; }

    /// <summary>Processor time that its thread spent in it; on a busy machine the steadier figure.</summary>
    public TimeSpan LoopCpu { get; init; }
}
