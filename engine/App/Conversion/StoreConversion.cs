using Workbench.Data.Conversion;
using Workbench.Data.Importers;
using Workbench.Model;

namespace Workbench.App;

/// <summary>Makes data of others that a store has. What came from a vendor is never replaced by what was made.</summary>
/// <param name="from">Where the data are.</param>
/// <param name="into">Where what is made goes.</param>
/// <param name="stored">What it is made of.</param>
sealed class StoreConversion(IMarketStore from, IMarketStore into, StoredKind stored)
{
    /// <summary>Word in a source that says that its data were made here.</summary>
    const string MadeOf = " made of ";

    /// <summary>Makes another kind and stores it.</summary>
    /// <param name="target">What: a bar length, ticks or trades.</param>
    /// <param name="way">The path through bars, where events are made of them.</param>
    /// <param name="range">Of which stretch.</param>
    /// <param name="terminal">Told how far it is.</param>
    /// <param name="cancel">Ends it; nothing is stored then.</param>
    /// <returns>What is stored of that kind now, of the stretch that was made.</returns>
    /// <exception cref="WorkbenchException">It cannot be made of that, or would replace a vendor's data.</exception>
    public DataIdentity Run(string target, BarPath way, TimeRange range, Terminal terminal, CancellationToken cancel) =>
        Store(Open(target, way, new StoredConversion(from, stored.Instrument, range), terminal), terminal, cancel);

    /// <summary>Makes the same kind with prices that are comparable over splits and dividends, and stores it.</summary>
    /// <param name="what">What to adjust for.</param>
    /// <param name="factors">A factor file; null for what the store knows.</param>
    /// <param name="point">Unit of the adjusted prices; null for the usual one.</param>
    /// <param name="range">Of which stretch.</param>
    /// <param name="terminal">Told how far it is.</param>
    /// <param name="cancel">Ends it; nothing is stored then.</param>
    /// <returns>What is stored of that kind now, of the stretch that was made.</returns>
    /// <exception cref="WorkbenchException">It cannot be adjusted, or would replace a vendor's data.</exception>
    public DataIdentity Adjust(AdjustFor what, string? factors, decimal? point, TimeRange range, Terminal terminal, CancellationToken cancel) =>
        Store(new StoredAdjustment(from, stored.Instrument, stored.Kind, stored.Bars).Open(what, factors, point, range), terminal, cancel);

    DataIdentity Store(Tape made, Terminal terminal, CancellationToken cancel)
    {
        using var tape = made;
        CheckFree(tape);
        var done = AnyTape.Write(into, tape.Cursor, tape.Spec, tape.Source, new Watch(() => 0, terminal, cancel));
        foreach (var warning in tape.Report.Warnings)
        {
            terminal.Warn(warning);
        }

        return into.Describe(tape.Instrument, tape.Kind, tape.Spec, new TimeRange(done.First, done.Last + 1));
    }

    Tape Open(string target, BarPath way, StoredConversion made, Terminal terminal) => target switch
    {
        "ticks" when stored.Kind == DataKind.Bars => made.TicksOfBars(stored.Bars, way),
        "trades" when stored.Kind == DataKind.Bars => made.TradesOfBars(stored.Bars, way),
        "ticks" or "trades" => throw RepairErrors.CannotMake(stored.Name, target, "only of bars"),
        _ when !BarSpec.TryParse(target, null, out var spec) => throw CliErrors.BadNumber("--as", target, "bars such as 5m@bid, ticks or trades are needed"),
        _ when BarSpec.Parse(target, null) is { IsByTime: false } => throw RepairErrors.NotStorable(target),
        _ => Bars(BarSpec.Parse(target, null), made, terminal),
    };

    Tape Bars(BarSpec to, StoredConversion made, Terminal terminal)
    {
        switch (stored.Kind)
        {
            case DataKind.Ticks when to.Price == PriceSource.Last:
                throw RepairErrors.CannotMake(stored.Name, to.ToString(), "ticks are bids and asks, and no trades");
            case DataKind.Ticks:
                if (to.Price == PriceSource.Mid)
                {
                    terminal.Warn("mids between two points are stored half a point lower: stored prices are whole points");
                }

                return made.BarsOfTicks(to);
            case DataKind.Trades when to.Price is PriceSource.Mid or PriceSource.Last:
                return made.BarsOfTrades(to.Of(PriceSource.Last));
            case DataKind.Bars when to.Price == PriceSource.Mid || to.Price == stored.Bars.Price:
                return Divides(to) ? made.BarsOfBars(stored.Bars, to.Of(stored.Bars.Price)) : throw RepairErrors.CannotMake(stored.Name, to.ToString(), "its length is no multiple of theirs");
            default:
                throw RepairErrors.CannotMake(stored.Name, to.ToString(), "they hold no such price");
        }
    }

    bool Divides(BarSpec to) => to.NominalNanos > stored.Bars.NominalNanos && to.NominalNanos % stored.Bars.NominalNanos == 0;

    void CheckFree(Tape tape)
    {
        var there = into.List().FirstOrDefault(entry => entry.Data.Instrument == stored.Instrument.Symbol && entry.Data.Kind == tape.Name);
        if (there is not null && Array.Find(TapeSource.Parts(there.Data.Source), source => !source.Contains(MadeOf, StringComparison.Ordinal) && source != TapeSource.Synthetic) is { } vendors)
        {
            throw RepairErrors.IsVendors($"{stored.Instrument.Symbol}:{tape.Name}", vendors);
        }
    }
}
