namespace Workbench.Data.Providers;

/// <summary>What a source says of itself before anyone asks it anything.</summary>
/// <param name="Name">Its short name, such as <c>dukascopy</c>: in commands, manifests and messages.</param>
/// <param name="Summary">What it has, in a line.</param>
public sealed record ProviderProfile(string Name, string Summary)
{
    /// <summary>What it can do.</summary>
    public required IReadOnlyList<Offer> Offers { get; init; }

    /// <summary>Where it is, unless the user says otherwise.</summary>
    public required Uri Address { get; init; }

    /// <summary>Format of <c>data import</c> that reads what it answers.</summary>
    public required string Format { get; init; }

    /// <summary>Format that reads its news; empty where it has none.</summary>
    public string NewsFormat { get; init; } = "";

    /// <summary>Its limits on requests, those of a day too; a limit of a day is kept across restarts.</summary>
    public IReadOnlyList<RateRule> Limits { get; init; } = [];

    /// <summary>Requests that may be under way at once. Default 2: polite.</summary>
    public int Parallel { get; init; } = 2;

    /// <summary>Whether nothing is to be had without a key.</summary>
    public bool NeedsKey { get; init; }

    /// <summary>Format that reads what it answers of a kind.</summary>
    public string FormatOf(DataKind kind) => kind is DataKind.News or DataKind.Sentiment && NewsFormat.Length > 0 ? NewsFormat : Format;
}
