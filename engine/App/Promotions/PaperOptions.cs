namespace Workbench.App;

/// <summary>What a promotion to paper asks for.</summary>
sealed record PaperOptions
{
    /// <summary>Closed trades below which a run says nothing. Default 30.</summary>
    public int MinTrades { get; init; } = 30;

    /// <summary>The script's file where it is not the run's own, as after an export; its hash must be the run's all the same.</summary>
    public string? Script { get; init; }

    /// <summary>The run out of sample; null to look for one.</summary>
    public string? OutOfSample { get; init; }

    /// <summary>Where the run is split in two if nothing lies outside it, UTC nanoseconds; null for nowhere.</summary>
    public long? Split { get; init; }

    /// <summary>Instants from which on the look-ahead proof changes the data. Default 3.</summary>
    public int Cuts { get; init; } = 3;
}
