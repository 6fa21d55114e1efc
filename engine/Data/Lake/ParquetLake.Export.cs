namespace Workbench.Data.Lake;

/// <content>Stored data as a file of its own.</content>
public sealed partial class ParquetLake
{
    /// <summary>Writes a stretch of ticks, prints or bars into a file that appears when it is whole.</summary>
    /// <param name="instrument">Of what.</param>
    /// <param name="kind">Ticks, trades or bars.</param>
    /// <param name="spec">Of bars their length and price.</param>
    /// <param name="range">Which stretch.</param>
    /// <param name="path">A file ending in .parquet, or else one that becomes a CSV.</param>
    /// <returns>Rows written.</returns>
    /// <exception cref="WorkbenchException">Nothing is stored, it is of another kind, or the disk refuses.</exception>
    public long Export(Instrument instrument, DataKind kind, BarSpec spec, TimeRange range, string path)
    {
        switch (kind)
        {
            case DataKind.Ticks:
                using (var ticks = Ticks(instrument, range))
                {
                    return TapeExport.Write(ticks, new TickLayout(), path);
                }

            case DataKind.Trades:
                using (var trades = Trades(instrument, range))
                {
                    return TapeExport.Write(trades, new TradeLayout(), path);
                }

            case DataKind.Bars:
                using (var bars = Bars(instrument, spec, range))
                {
                    return TapeExport.Write(bars, new BarLayout(spec), path);
                }

            default:
                throw LakeErrors.NotExported(NameOf(kind, spec));
        }
    }
}
