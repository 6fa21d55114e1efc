using System.Globalization;

namespace Workbench.Model;

/// <summary>What any store of market data refuses (WB21xx), in words for people. A store calls itself <c>lake</c> or <c>database</c> in them.</summary>
public static class StoreErrors
{
    const string NothingToStore = "WB2112";
    const string NoInstrument = "WB2101";
    const string NoKind = "WB2102";
    const string NoTime = "WB2103";
    const string IsBusy = "WB2108";

    /// <summary>Whether a write was refused only because its tape held nothing: no fault to whoever imports a closed market.</summary>
    public static bool WasEmpty(WorkbenchException refusal) => refusal.Code == NothingToStore;

    /// <summary>Whether a read was refused because what it asked for is not stored.</summary>
    public static bool IsMissing(WorkbenchException refusal) => refusal.Code is NoInstrument or NoKind or NoTime;

    /// <summary>Whether a write was refused because somebody else writes the same tape.</summary>
    public static bool WasBusy(WorkbenchException refusal) => refusal.Code == IsBusy;

    /// <summary>It has nothing of that symbol.</summary>
    public static WorkbenchException UnknownInstrument(string store, string symbol, IReadOnlyCollection<string> known) => new(NoInstrument, ExitCode.NotFound,
        $"The {store} has no instrument {symbol}." + (Closest.To(symbol, known) is { } meant ? $" Did you mean {meant}?" : known.Count == 0 ? " It is empty." : $" It has {string.Join(", ", known)}."),
        $"./run.sh data import PATH --instrument {symbol} --format dukascopy-bi5");

    /// <summary>It has nothing of that kind.</summary>
    public static WorkbenchException NothingStored(string store, string symbol, string kind, IReadOnlyCollection<string> kinds) => new(NoKind, ExitCode.Data,
        $"The {store} has no {kind} of {symbol}" + (kinds.Count == 0 ? "." : $"; it has {string.Join(", ", kinds)}."),
        kinds.Count == 0 ? $"./run.sh data import PATH --instrument {symbol} --format dukascopy-bi5" : $"--data {symbol}:{kinds.First()}");

    /// <summary>It has nothing of that time.</summary>
    public static WorkbenchException NothingWithin(string store, Instrument instrument, string kind, TimeRange range, TimeRange stored)
    {
        var wasOpen = range.From != long.MinValue && instrument.Calendar.IsOpen(range.From);
        return new(NoTime, ExitCode.Data,
            $"no {kind} for {instrument.Symbol} {Stretch(range)} (market was {(wasOpen ? "open" : "closed")}). The {store} has {Stretch(stored)}.",
            $"--from {Day(stored.From)} --to {Day(stored.To + UtcNanos.Day - 1)}, or ./run.sh data list");
    }

    /// <summary>Its numbers are counted in another unit.</summary>
    public static WorkbenchException OtherScale(string store, Instrument stored, Instrument given) => new("WB2104", ExitCode.Data, string.Create(CultureInfo.InvariantCulture,
        $"The {store} has {stored.Symbol} with {stored.PriceScale} decimals of price and {stored.SizeScale} of size, and now it is given {given.PriceScale} and {given.SizeScale}."),
        $"the point size it was imported with, or another --{(store == "lake" ? store : "store")}");

    /// <summary>Generated data would stand beside real ones.</summary>
    public static WorkbenchException SyntheticAndReal(string store, string symbol, string kind, string remedy) => new("WB2105", ExitCode.Data,
        $"The {store}'s {kind} of {symbol} are partly SYNTHETIC, partly real, after this import: nobody could tell them apart.", remedy);

    /// <summary>Somebody else writes the same tape.</summary>
    public static WorkbenchException Busy(string tape) => new(IsBusy, ExitCode.Data,
        $"Another import is writing to {tape}.", "the same when it is through");

    /// <summary>The tape to be stored goes backwards.</summary>
    public static WorkbenchException NotInOrder(string symbol, long last, long time) => new("WB2111", ExitCode.Data,
        $"The tape of {symbol} goes backwards: {UtcNanos.ToIso(time)} after {UtcNanos.ToIso(last)}.");

    /// <summary>The tape to be stored holds nothing.</summary>
    public static WorkbenchException EmptyTape(string symbol, string kind) => new(NothingToStore, ExitCode.Data,
        $"There are no {kind} of {symbol} in what was to be imported.");

    /// <summary>Prices that were adjusted would stand beside others.</summary>
    public static WorkbenchException AdjustedOtherwise(string store, string symbol, string kind, string remedy) => new("WB2113", ExitCode.Data,
        $"The {store}'s {kind} of {symbol} would be adjusted in one way in one part and in another way, or not, in the rest: nobody could compare their prices.", remedy);

    /// <summary>It has no such state of a tape, or forgot it.</summary>
    public static WorkbenchException NoRevision(string store, string symbol, string kind, int number, IEnumerable<int> kept) => new("WB2770", ExitCode.NotFound,
        string.Create(CultureInfo.InvariantCulture, $"The {store} has no revision {number} of {symbol}:{kind}; it has {string.Join(", ", kept)}."),
        "./run.sh data list --revisions");

    static string Stretch(TimeRange range) => range == TimeRange.All ? "at any time" : $"{UtcNanos.ToIso(range.From)} to {UtcNanos.ToIso(range.To)}";

    static string Day(long time) => UtcNanos.ToIso(UtcNanos.Floor(time, UtcNanos.Day))[..10];
}
