using System.Globalization;
using Workbench.Data.Parquet;

namespace Workbench.Data.Lake;

/// <summary>Writes a tape into one file that other programs open: Parquet as the lake has it, or a CSV with a header, times in ISO and UTC, prices as decimals.</summary>
static class TapeExport
{
    /// <summary>Whether a file of that name becomes Parquet.</summary>
    public static bool IsParquet(string path) => path.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase);

    /// <summary>Writes it; the file appears when it is whole.</summary>
    /// <returns>Rows.</returns>
    public static long Write<TBatch>(ICursor<TBatch> tape, ITapeLayout<TBatch> layout, ExportHead head, string path)
    {
        try
        {
            using var file = new AtomicFile(path);
            var rows = IsParquet(path) ? Parquet(tape, layout, head, file.Stream) : Text(tape, layout, file.Stream);
            file.Commit();
            return rows;
        }
        catch (Exception refusal) when (DiskRefusal.Is(refusal))
        {
            throw DiskRefusal.Of(path, refusal);
        }
    }

    static long Parquet<TBatch>(ICursor<TBatch> tape, ITapeLayout<TBatch> layout, ExportHead head, Stream stream)
    {
        using var writer = new ParquetWriter(stream, layout.Columns(tape.Instrument, 1));
        head.Write(writer.Metadata);
        for (var batch = layout.Make(); tape.Read(batch);)
        {
            layout.Leave(batch);
            for (var at = 0; at < layout.Count(batch);)
            {
                var count = Math.Min(writer.Room, layout.Count(batch) - at);
                layout.Put(writer, batch, at, count);
                writer.AddRows(count);
                at += count;
            }
        }

        writer.Finish();
        return writer.Rows;
    }

    static long Text<TBatch>(ICursor<TBatch> tape, ITapeLayout<TBatch> layout, Stream stream)
    {
        var columns = layout.Columns(tape.Instrument, 1);
        using var text = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
        text.WriteLine(string.Join(',', columns.Select(column => column.Name)));
        var rows = 0L;
        for (var batch = layout.Make(); tape.Read(batch);)
        {
            layout.Leave(batch);
            for (var row = 0; row < layout.Count(batch); row++, rows++)
            {
                text.WriteLine(string.Join(',', columns.Select((column, at) => Cell(column, layout.Column(batch, at)[row]))));
            }
        }

        return rows;
    }

    static string Cell(ParquetColumn column, long raw) => column.Kind switch
    {
        ParquetKind.Time => UtcNanos.ToIso(raw),
        ParquetKind.Decimal => Scaled.ToDecimal(raw, (byte)column.Scale).ToString(CultureInfo.InvariantCulture),
        _ => (Side)raw switch { Side.Buy => "buy", Side.Sell => "sell", _ => "" },
    };
}
