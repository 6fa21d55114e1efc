namespace Workbench.Research.Validation;

/// <summary>The kinds of adversarial events by the names that the command line and tables use.</summary>
public static class EventKinds
{
    static readonly (EventKind Kind, string Name)[] Names =
    [
        (EventKind.StopHunt, "stop-hunt"),
        (EventKind.OwnStopHunt, "own-stop-hunt"),
        (EventKind.SpreadBlowOut, "spread-blow-out"),
        (EventKind.FlashCrash, "flash-crash"),
        (EventKind.QuoteGap, "quote-gap"),
        (EventKind.SplicedRegime, "spliced-regime"),
        (EventKind.LatencySpike, "latency-spike"),
        (EventKind.StaleQuote, "stale-quote"),
    ];

    /// <summary>Those that tapes for everybody are made of, in the order of tables: a hunt at somebody's own stops is none of them.</summary>
    public static IReadOnlyList<EventKind> All { get; } = [.. Names.Select(each => each.Kind).Where(kind => kind != EventKind.OwnStopHunt)];

    /// <summary>The name of a kind.</summary>
    public static string NameOf(EventKind kind) => Array.Find(Names, each => each.Kind == kind).Name;

    /// <summary>The kind of a name.</summary>
    /// <exception cref="WorkbenchException">WB4153: there is none.</exception>
    public static EventKind Parse(string name) => Array.FindIndex(Names, each => each.Name == name && each.Kind != EventKind.OwnStopHunt) is >= 0 and var at
        ? Names[at].Kind
        : throw ValidationErrors.UnknownKind(name, All.Select(NameOf));
}
