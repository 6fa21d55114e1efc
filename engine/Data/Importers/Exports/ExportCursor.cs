using Workbench.Data.Lake;

namespace Workbench.Data.Importers.Exports;

/// <summary>
/// Files that an export wrote, one after the other as they were stored. No gate is between: what is in them passed one when it first came in,
/// and has to come back as the same data.
/// </summary>
/// <param name="files">The files, of one folder.</param>
/// <param name="instrument">What they are of.</param>
/// <param name="layout">How their kind lies in columns.</param>
/// <param name="report">Counts them.</param>
sealed class ExportCursor<TBatch>(IReadOnlyList<ExportFile> files, Instrument instrument, ITapeLayout<TBatch> layout, ImportReport report) : ICursor<TBatch>
{
    readonly ICursor<TBatch> rows = layout.Open(Path.GetDirectoryName(Path.GetFullPath(files[0].Path))!, instrument, [.. files.Select(file => file.AsStored())], TimeRange.All);

    public Instrument Instrument => instrument;

    public bool Read(TBatch into)
    {
        try
        {
            if (!rows.Read(into))
            {
                return false;
            }
        }
        catch (WorkbenchException damage) when (LakeErrors.WasDamage(damage))
        {
            throw ExportErrors.Damaged(files[0].Path, damage);
        }

        Count(into);
        return true;
    }

    public void Dispose() => rows.Dispose();

    void Count(TBatch batch)
    {
        report.From = report.Count == 0 ? layout.Column(batch, 0)[0] : report.From;
        report.Count += layout.Count(batch);
        report.To = layout.Column(batch, layout.Until)[layout.Count(batch) - 1];
    }
}
