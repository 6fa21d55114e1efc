namespace Workbench.App;

/// <summary>A workload's figures: medians over its runs, each a process of its own.</summary>
sealed record BenchResult
{
    public required string Workload { get; init; }

    /// <summary>Why there are no figures; null where there are.</summary>
    public string? Skipped { get; init; }

    /// <summary>Events in a second of the loop with its decode.</summary>
    public double EventsPerSecond { get; init; }

    public double NsPerEvent { get; init; }

    /// <summary>Processor time instead of time: close to <see cref="NsPerEvent"/> on an idle machine, and far below it on a busy one.</summary>
    public double CpuNsPerEvent { get; init; }

    /// <summary>The decode's part of <see cref="NsPerEvent"/>.</summary>
    public double DecodeNsPerEvent { get; init; }

    /// <summary>The bare loop's; 0 where there is none.</summary>
    public double FloorNsPerEvent { get; init; }

    /// <summary>Bytes allocated in the loop, divided by events.</summary>
    public double BytesPerEvent { get; init; }

    public double PeakMemoryMb { get; init; }

    /// <summary>The whole process, from start to end.</summary>
    public double WallSeconds { get; init; }

    public int Runs { get; init; }

    public long Events { get; init; }

    public long Orders { get; init; }

    public string EventLogHash { get; init; } = "";

    /// <summary>What else the workload is about, by name.</summary>
    public IReadOnlyDictionary<string, double> Also { get; init; } = new Dictionary<string, double>();

    /// <summary>Ratio of processor times to the bare loop; null where there is none.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public double? TimesFloor => FloorNsPerEvent > 0d ? CpuNsPerEvent / FloorNsPerEvent : null;

    /// <summary>The medians of some runs of one workload.</summary>
    public static BenchResult Of(Workload workload, IReadOnlyList<Measure> runs, Measure? floor)
    {
        var ns = Median(runs, run => Nanos(run.LoopSeconds, run.Events));
        return new BenchResult
        {
            Workload = workload.Name,
            EventsPerSecond = Math.Round(1e9 / ns),
            NsPerEvent = Math.Round(ns, 2),
            CpuNsPerEvent = Math.Round(Median(runs, run => Nanos(run.LoopCpuSeconds, run.Events)), 2),
            DecodeNsPerEvent = Math.Round(Median(runs, run => Nanos(run.DecodeSeconds, run.Events)), 2),
            FloorNsPerEvent = floor is null ? 0d : Math.Round(Nanos(floor.LoopCpuSeconds, floor.Events), 2),
            BytesPerEvent = Math.Round(Median(runs, run => (double)run.LoopBytes / run.Events), 3),
            PeakMemoryMb = Math.Round(Median(runs, run => run.PeakMemoryMb), 1),
            WallSeconds = Math.Round(Median(runs, run => run.WallSeconds), 3),
            Runs = runs.Count,
            Events = runs[0].Events,
            Orders = runs[0].Orders,
            EventLogHash = runs[0].EventLogHash,
        };
    }

    /// <summary>The middle one; of an even number the mean of the two in the middle.</summary>
    public static double Median(IReadOnlyList<Measure> runs, Func<Measure, double> figure)
    {
        List<double> sorted = [.. runs.Select(figure).Order()];
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2d;
    }

    static double Nanos(double seconds, long events) => seconds * 1e9 / events;
}
