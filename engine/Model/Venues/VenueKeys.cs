namespace Workbench.Model;

/// <summary>What opens an account at a venue. It comes from the vault and goes to one adapter; no text ever shows the secret parts.</summary>
public sealed record VenueKeys
{
    /// <summary>Which venue, such as <c>oanda</c>.</summary>
    public required string Venue { get; init; }

    /// <summary>The user's own name for it, such as <c>demo</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Key or token that names us to the venue; secret where the venue has nothing else.</summary>
    public string Key { get; init; } = "";

    /// <summary>What requests are signed with; empty where the venue signs nothing.</summary>
    public string Secret { get; init; } = "";

    /// <summary>The venue's number of the account; empty where the key says it.</summary>
    public string Account { get; init; } = "";

    /// <summary>Which of the venue's environments it is for: <c>practice</c> (default), <c>testnet</c>, <c>live</c> or <c>sim</c>.</summary>
    public string Environment { get; init; } = "practice";

    /// <summary>Names it and shows nothing secret.</summary>
    public override string ToString() => $"{Venue}/{Name} (account {(Account.Length == 0 ? "by its key" : Account)}, {Environment})";
}
