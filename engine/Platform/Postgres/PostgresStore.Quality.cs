namespace Workbench.Platform.Postgres;

/// <content>What checks said of what is stored.</content>
public sealed partial class PostgresStore
{
    /// <inheritdoc/>
    public IReadOnlyList<StoredStretch> Contents(Instrument instrument, DataKind kind, BarSpec spec) =>
        With(connection => Parts(connection, Stored(connection, instrument, kind.Name(spec))).ConvertAll(part => part.Stretch));

    /// <inheritdoc/>
    public (DataQuality Quality, string Note) Known(Instrument instrument, DataKind kind, BarSpec spec, TimeRange range) =>
        KnownQuality.Of(Contents(instrument, kind, spec).Where(stretch => stretch.First < range.To && stretch.Last >= range.From), range);

    /// <inheritdoc/>
    public IReadOnlyList<StoredQuality> Verdicts(Instrument instrument, DataKind kind, BarSpec spec) =>
        [.. Contents(instrument, kind, spec).Select(stretch => stretch.Current).OfType<StoredQuality>()];

    /// <inheritdoc/>
    public void Keep(Instrument instrument, DataKind kind, BarSpec spec, IReadOnlyList<StoredQuality> verdicts) => With(connection =>
    {
        using var transaction = connection.BeginTransaction();
        var tape = Stored(connection, instrument, kind.Name(spec));
        foreach (var verdict in verdicts)
        {
            ManifestRows.Keep(connection, tape.Id, verdict);
        }

        transaction.Commit();
        return true;
    });
}
