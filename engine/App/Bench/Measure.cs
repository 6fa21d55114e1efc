namespace Workbench.App;

/// <summary>What one process says of its own work, in the line that it prints for the one that started it.</summary>
sealed record Measure
{
    /// <summary>Ticks or bars that went through.</summary>
    public long Events { get; init; }

    /// <summary>The loop with its decode, as <c>backtest --json</c> has it; of a floor the best of its rounds.</summary>
    public double LoopSeconds { get; init; }

    /// <summary>The decode's part of it.</summary>
    public double DecodeSeconds { get; init; }

    /// <summary>Processor time of the loop, all threads: what other programs on the machine do not lengthen.</summary>
    public double LoopCpuSeconds { get; init; }

    /// <summary>Bytes that the loop's thread allocated.</summary>
    public long LoopBytes { get; init; }

    /// <summary>Most memory that the process held.</summary>
    public double PeakMemoryMb { get; init; }

    /// <summary>Orders sent.</summary>
    public long Orders { get; init; }

    /// <summary>Hash over what the run put out.</summary>
    public string EventLogHash { get; init; } = "";

    /// <summary>From the start of the process to its end, seen from outside; filled in there.</summary>
    public double WallSeconds { get; init; }
}
