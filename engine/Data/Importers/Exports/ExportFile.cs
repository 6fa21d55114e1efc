using Workbench.Data.Lake;
using Workbench.Data.Parquet;

namespace Workbench.Data.Importers.Exports;

/// <summary>A file that an export wrote: what it says of itself, and what a lake would know of it.</summary>
/// <param name="Path">The file.</param>
/// <param name="Head">What it is.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Footer">Checksum of its footer, and by those in it of all the file.</param>
sealed record ExportFile(string Path, ExportHead Head, IReadOnlyList<ParquetColumn> Columns, long Rows, uint Footer)
{
    /// <summary>Reads the footer.</summary>
    /// <exception cref="WorkbenchException">It is damaged, or nothing that an export wrote.</exception>
    public static ExportFile Open(string path)
    {
        using var table = ParquetTable.Open(path);
        return table.FooterChecksum != 0 && ExportHead.Of(table.Metadata) is { } head
            ? new ExportFile(path, head, table.Columns, table.Rows, table.FooterChecksum)
            : throw ExportErrors.NotOurs(path);
    }

    /// <summary>Kind, and of bars their length and price.</summary>
    /// <exception cref="WorkbenchException">Nothing here is called so.</exception>
    public (DataKind Kind, BarSpec Bars) Kind => DataKinds.TryNamed(Head.Kind, out var named) && (named.Kind != DataKind.Bars || named.Bars.IsByTime) ? named : throw ExportErrors.BadKind(Path, Head.Kind);

    /// <summary>Holds the columns against those that the kind has.</summary>
    /// <exception cref="WorkbenchException">They are others, or count in another unit than the instrument.</exception>
    public void Check<TBatch>(ITapeLayout<TBatch> layout, Instrument instrument)
    {
        var wanted = layout.Columns(instrument, 1);
        if (!Columns.Select(Form).SequenceEqual(wanted.Select(Form)))
        {
            throw ExportErrors.OtherColumns(Path, Head.Kind, Columns.Select(column => column.Name), wanted.Select(column => column.Name));
        }

        var other = Enumerable.Range(0, wanted.Count).FirstOrDefault(at => Columns[at].Scale != wanted[at].Scale, -1);
        if (other >= 0)
        {
            throw ExportErrors.OtherScale(Path, layout.Shape[other], Columns[other].Scale, wanted[other].Scale, instrument.Symbol);
        }
    }

    /// <summary>The file as one of a lake's folder, for whoever reads those.</summary>
    public StoredFile AsStored() => new()
    {
        Name = System.IO.Path.GetFileName(Path), Count = Rows, Footer = Footer, First = 0, Last = 0, Until = 0, Bytes = 0, Sha256 = "", Content = "", Source = Head.Source, Gaps = [],
    };

    static (string, ParquetKind, ParquetType, int) Form(ParquetColumn column) => (column.Name, column.Kind, column.Type, column.MaxDefinition);
}
