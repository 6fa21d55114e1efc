namespace Workbench.Platform.DeadLetters;

/// <summary>Something that could not be delivered or read, kept so that a person can look at it and try it again.</summary>
public sealed record DeadLetter
{
    /// <summary>Its name, such as <c>20261125-3fa9c1</c>; the beginning is the day.</summary>
    public required string Id { get; init; }

    /// <summary>What kind of thing it is, such as <c>command</c>, <c>record</c>, <c>notification</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>When it was given up, UTC.</summary>
    public required DateTime When { get; init; }

    /// <summary>Whom or what it was for: a venue, a feed, an address.</summary>
    public string To { get; init; } = "";

    /// <summary>Why it was given up.</summary>
    public string Why { get; init; } = "";

    /// <summary>What it says, as far as it fits; without secrets.</summary>
    public string Body { get; init; } = "";

    /// <summary>How often it was tried.</summary>
    public int Tries { get; init; } = 1;
}
