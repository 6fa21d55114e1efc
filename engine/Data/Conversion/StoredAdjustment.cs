using Workbench.Data.Importers;
using Workbench.Data.Instruments;

namespace Workbench.Data.Conversion;

/// <summary>A stored tape with prices that are comparable over splits and dividends, unread, with a source that says so. Ticks, prints, and bars of at most a day.</summary>
/// <param name="store">Where the raw tape is, and what is told of its dividends and splits.</param>
/// <param name="instrument">Of what.</param>
/// <param name="kind">Which kind.</param>
/// <param name="spec">Of bars their length and price.</param>
public sealed class StoredAdjustment(IMarketStore store, Instrument instrument, DataKind kind, BarSpec spec)
{
    /// <summary>Unit of adjusted prices: that of the raw ones would lose the fourth digit of old prices.</summary>
    const decimal FinePoint = 0.00000001m;

    readonly string name = $"{instrument.Symbol}:{kind.Name(spec)}";
    readonly ImportReport report = new();

    /// <summary>Opens it.</summary>
    /// <param name="what">What to adjust for.</param>
    /// <param name="factors">A factor file; null for the dividends and splits that lie beside the tape.</param>
    /// <param name="point">Unit of the adjusted prices; null for eight decimals.</param>
    /// <param name="range">What to take of the tape. Factors are of the whole tape, and so the same for any part of it.</param>
    /// <exception cref="WorkbenchException">It is adjusted already, nothing is known to adjust it for, or what is told contradicts its prices.</exception>
    public Tape Open(AdjustFor what, string? factors, decimal? point, TimeRange range)
    {
        var source = store.Describe(instrument, kind, spec, TimeRange.All).Source;
        CheckRaw(source);
        var by = Factors(what, factors, source);
        var unit = point ?? FinePoint;
        return Open(instrument with { PriceScale = InstrumentEntry.ScaleOf(instrument.Symbol, unit), TickSize = unit }, by, range, $"{source}{TapeSource.Adjusted}{by.Mark} made of {kind.Name(spec)}");
    }

    void CheckRaw(string source)
    {
        if (TapeSource.AdjustmentOf(source).Length > 0)
        {
            throw ConversionErrors.AlreadyAdjusted(name, source);
        }

        if (TapeSource.IsSynthetic(source))
        {
            throw ConversionErrors.NotAdjustable(name, "no share stands behind generated prices");
        }

        if (kind is not (DataKind.Ticks or DataKind.Trades or DataKind.Bars) || spec.NominalNanos > UtcNanos.Day)
        {
            throw ConversionErrors.NotAdjustable(name, "only ticks, prints and bars of at most a day are");
        }
    }

    IAdjustments Factors(AdjustFor what, string? path, string source)
    {
        var file = path is null ? null : FactorFile.Read(path);
        var table = file is null ? store.Actions(instrument.Symbol) ?? throw ConversionErrors.NothingToAdjust(name, "The store knows", what) : null;
        var days = Days();
        var areAdjusted = new SplitSteps(days, file?.Splits ?? ToldSplit.Of(table!)).AreAdjusted(name, source);
        var left = areAdjusted ? what & ~AdjustFor.Splits : what;
        if (left == 0)
        {
            throw ConversionErrors.SplitsAreIn(name, source);
        }

        IAdjustments by = file is not null ? file.Only(left) : new ActionFactors(name, table!, days, left, areAdjusted);
        Warn(left != what, table?.Rows.Count(row => row is { Dividend: 0, Split: 0 }) ?? 0, (by as ActionFactors)?.Stale ?? 0);
        return days.Exists(day => by.Of(day.Day) != Adjustment.None) ? by : throw ConversionErrors.NothingToAdjust(name, path is null ? "The store knows" : $"{path} tells", left);
    }

    void Warn(bool isForDividendsAlone, int untold, int stale)
    {
        if (isForDividendsAlone)
        {
            report.Warn($"The prices of {name} are adjusted for splits already; what was left is dividends.");
        }

        if (untold > 0)
        {
            report.Warn(FormattableString.Invariant($"On {untold} days the vendor's adjusted prices step and nothing is told: they are not adjusted for."));
        }

        if (stale > 0)
        {
            report.Warn(FormattableString.Invariant($"{stale} dividends follow on more than ten days without prices: what is taken off is a share of an old close."));
        }
    }

    List<DayPrice> Days()
    {
        switch (kind)
        {
            case DataKind.Ticks:
                using (var ticks = store.Ticks(instrument, TimeRange.All))
                {
                    return DayPrice.Of(ticks, new TickBatch(), StoredConversion.PieceOf(PriceSource.Mid), areDays: false);
                }

            case DataKind.Trades:
                using (var trades = store.Trades(instrument, TimeRange.All))
                {
                    return DayPrice.Of(trades, new TradeBatch(), StoredConversion.PieceOf, areDays: false);
                }

            default:
                using (var bars = store.Bars(instrument, spec, TimeRange.All))
                {
                    return DayPrice.Of(bars, new BarBatch(), StoredConversion.PieceOf, areDays: spec.NominalNanos == UtcNanos.Day);
                }
        }
    }

    Tape Open(Instrument adjusted, IAdjustments by, TimeRange range, string source) => kind switch
    {
        DataKind.Ticks => new Tape(
            new AdjustedCursor<TickBatch>(store.Ticks(instrument, range), adjusted, by, static batch => ([batch.Bid, batch.Ask], [batch.BidSize, batch.AskSize])), report, source),
        DataKind.Trades => new Tape(
            new AdjustedCursor<TradeBatch>(store.Trades(instrument, range), adjusted, by, static batch => ([batch.Price], [batch.Size])), report, source),
        _ => new Tape(
            new AdjustedCursor<BarBatch>(store.Bars(instrument, spec, range), adjusted, by, static batch => ([batch.Open, batch.High, batch.Low, batch.Close], [batch.Volume])), spec, report, source),
    };
}
