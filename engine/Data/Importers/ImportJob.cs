namespace Workbench.Data.Importers;

/// <summary>What an importer is asked to do.</summary>
/// <param name="Path">File or folder.</param>
/// <param name="Instrument">What the data are of.</param>
/// <param name="Options">How to understand them.</param>
sealed record ImportJob(string Path, Instrument Instrument, ImportOptions Options)
{
    static readonly Instrument Any = Instrument.OfCurrency("");

    /// <summary>A job whose files say themselves what they are of.</summary>
    public static ImportJob OfAny(string path, ImportOptions options) => new(path, Any, options);

    /// <summary>Whether the files say what they are of, and all of it is wanted.</summary>
    public bool IsOfAny => ReferenceEquals(Instrument, Any);

    /// <summary>Whether the calendar of a currency is wanted: of the currency itself, or of a pair that it is part of.</summary>
    public bool Asks(string currency) => IsOfAny || currency == Instrument.BaseCurrency || currency == Instrument.QuoteCurrency;
}
