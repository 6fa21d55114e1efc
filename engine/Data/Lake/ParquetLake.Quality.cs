using Workbench.Data.Quality;

namespace Workbench.Data.Lake;

/// <content>Checks of what is stored, and their verdicts.</content>
public sealed partial class ParquetLake
{
    /// <inheritdoc/>
    public (DataQuality Quality, string Note) Known(Instrument instrument, DataKind kind, BarSpec spec, TimeRange range) =>
        KnownQuality.Of(Find(instrument, kind.Name(spec)).Files.Where(file => file.First < range.To && file.Last >= range.From).Select(file => file.Stretch), range);

    /// <inheritdoc/>
    public IReadOnlyList<StoredQuality> Verdicts(Instrument instrument, DataKind kind, BarSpec spec) =>
        [.. Find(instrument, kind.Name(spec)).Files.Select(file => file.Stretch.Current).OfType<StoredQuality>()];

    /// <inheritdoc/>
    public void Keep(Instrument instrument, DataKind kind, BarSpec spec, IReadOnlyList<StoredQuality> verdicts)
    {
        var known = verdicts.ToDictionary(verdict => verdict.Content, StringComparer.Ordinal);
        Renew(FolderOf(instrument.Symbol, kind.Name(spec)), file => known.TryGetValue(file.Content, out var verdict) ? file with { Quality = verdict } : file);
    }

    void CheckBars(string symbol)
    {
        foreach (var kind in Kinds(symbol).Where(kind => ManifestStore.Load(FolderOf(symbol, kind)) is { Files.Count: > 0 }))
        {
            if (DataKinds.Named(kind) is (DataKind.Bars, var spec))
            {
                new StoreCheck(this, Instrument(symbol), DataKind.Bars, spec).Run(TimeRange.All, static _ => { }, static _ => { });
            }
        }
    }

    static void Renew(string of, Func<StoredFile, StoredFile> change)
    {
        try
        {
            using var mine = FolderLock.Take(of);
            if (ManifestStore.Load(of) is { } manifest)
            {
                ManifestStore.Save(of, manifest with { Files = [.. manifest.Files.Select(change)] });
            }
        }
        catch (Exception e) when (DiskRefusal.Is(e))
        {
            throw DiskRefusal.Of(of, e);
        }
    }
}
