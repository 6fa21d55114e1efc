namespace Workbench.Data.Importers;

/// <summary>One vendor's way of writing market data.</summary>
public sealed class ImportFormat
{
    internal ImportFormat(string name, string summary, Func<ImportJob, IReadOnlyList<Tape>> open) => (Name, Summary, Open) = (name, summary, open);

    /// <summary>Name for <c>--format</c>.</summary>
    public string Name { get; }

    /// <summary>What it reads, in a line for <c>--help</c>.</summary>
    public string Summary { get; }

    internal Func<ImportJob, IReadOnlyList<Tape>> Open { get; }
}
