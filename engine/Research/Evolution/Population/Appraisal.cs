namespace Workbench.Research.Evolution;

/// <summary>What an individual came to, as selection sees it.</summary>
/// <param name="Scores">One for each objective, more always being better; undefined ones with their reason.</param>
public sealed record Appraisal(IReadOnlyList<MetricValue> Scores)
{
    /// <summary>How much it lacks of the least that is asked, such as of the fewest trades, as a share of that; 0 where it lacks nothing. Whoever lacks less ranks before whoever lacks more, whatever they scored.</summary>
    public double Shortfall { get; init; }

    /// <summary>Hash of what it did; individuals of one behaviour are one trial. Null where it failed.</summary>
    public string? Behaviour { get; init; }

    /// <summary>Returns by period: by them behaviours are told apart. Empty where it failed.</summary>
    public IReadOnlyList<double> Returns { get; init; } = [];

    /// <summary>What kind it is, one figure for each axis of the archive of kinds; empty where it failed.</summary>
    public IReadOnlyList<double> Traits { get; init; } = [];

    /// <summary>Whether every objective has a figure.</summary>
    public bool IsDefined => Scores.Count > 0 && Scores.All(score => score.Value is not null);

    /// <summary>Whether it can be a champion: every objective has a figure, and it lacks nothing.</summary>
    public bool IsSound => IsDefined && Shortfall <= 0d;

    /// <summary>One that failed: nothing is defined.</summary>
    public static Appraisal Failed(int objectives, string reason) => new([.. Enumerable.Repeat(MetricValue.None(reason), objectives)]);
}
