namespace Workbench.Data.Providers;

/// <summary>One thing that a source can do: for which instruments, how far back, how fine, and at what cost.</summary>
/// <param name="Capability">The thing.</param>
public sealed record Offer(Capability Capability)
{
    /// <summary>Kinds of instruments it is for; empty for all.</summary>
    public IReadOnlyList<AssetClass> Classes { get; init; } = [];

    /// <summary>Only these symbols, as the house spells them; empty for all of the classes.</summary>
    public IReadOnlyList<string> Symbols { get; init; } = [];

    /// <summary>Lengths and prices of bars it has; empty where it has none.</summary>
    public IReadOnlyList<BarSpec> Bars { get; init; } = [];

    /// <summary>First instant there is anything of, UTC nanoseconds. Default: nobody says.</summary>
    public long Since { get; init; } = long.MinValue;

    /// <summary>How far back from now it reaches; null where only <see cref="Since"/> bounds it.</summary>
    public TimeSpan? Reach { get; init; }

    /// <summary>What it costs: <c>free</c>, <c>key</c> (a free key), <c>paid</c>, <c>account</c>.</summary>
    public string Cost { get; init; } = "free";
}
