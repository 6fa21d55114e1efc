namespace Workbench.Data.Importers;

/// <summary>One vendor's way of writing market data.</summary>
public sealed class ImportFormat
{
    internal ImportFormat(string name, string summary, Func<ImportJob, IReadOnlyList<Tape>> open) => (Name, Summary, Open) = (name, summary, open);

    /// <summary>Name for <c>--format</c>.</summary>
    public string Name { get; }

    /// <summary>What it reads, in a line for <c>--help</c>.</summary>
    public string Summary { get; }

    /// <summary>Whether its prices can be adjusted by a file of factors: it tells the exchange's day of each row.</summary>
    public bool CanAdjust { get; internal init; }

    /// <summary>Whether its files say themselves what they are of, as a calendar names its currencies: then no instrument need be named.</summary>
    public bool NamesItself { get; internal init; }

    internal Func<ImportJob, IReadOnlyList<Tape>> Open { get; }
}
