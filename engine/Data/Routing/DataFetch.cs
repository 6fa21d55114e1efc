using System.Collections.Concurrent;
using Workbench.Data.Lake;
using Workbench.Data.Providers;

namespace Workbench.Data.Routing;

/// <summary>
/// Gets what is wanted from whoever can give it: asks the router, fetches what is not there, imports whole days, goes on with the next
/// source where one fails and back to the first when it has recovered. Each of these decisions is a line of the log.
/// </summary>
/// <param name="router">Who may be asked.</param>
/// <param name="log">Where decisions go.</param>
/// <param name="lake">Where the data go.</param>
/// <param name="folder">Where answers wait until they are imported, usually data/sources/fetch.</param>
/// <param name="time">The clock.</param>
public sealed class DataFetch(Router router, SourceLog log, ParquetLake lake, string folder, TimeProvider time)
{
    const int QuartersOfAnHour = 4;

    /// <summary>Told how far it is.</summary>
    public Action<FetchProgress> Show { get; init; } = static _ => { };

    /// <summary>Whether any source may be able to give it.</summary>
    public bool IsOffered(DataWant want) => router.Offers(want);

    /// <summary>Gets it. What is in the lake of closed days is not fetched again unless that is asked for.</summary>
    /// <exception cref="WorkbenchException">Nobody has it, another process is at it, or the disk refuses.</exception>
    public async Task<FetchResult> Run(FetchRequest asked, CancellationToken cancel)
    {
        var now = UtcNanos.From(router.Health.Now);
        var request = asked with { Want = Settle(asked.Want) };
        if (request.Want.Range.From >= now)
        {
            throw RouteErrors.NotYet(request.Want, now);
        }

        using var mine = Lock(request.Want.Instrument.Symbol);
        var (symbol, kind, bars) = (request.Want.Instrument.Symbol, request.Want.Kind, request.Want.Bars);
        var wanted = new WantedTime(request, lake.Stretches(symbol, kind, bars), TimeRanges.Of(lake.Gaps(symbol, kind, bars)), [.. router.Sources.Select(source => source.Name)], now);
        var run = new FetchRun(router, log, wanted, request.Want) { TakesOver = request.TakesOver };
        var legs = new List<FetchedLeg>();
        while (run.Next() is var (source, part))
        {
            legs.Add(await Ask(run, wanted, source, part, now, cancel).ConfigureAwait(false));
        }

        return new FetchResult(request.Want, [.. legs.Where(leg => leg.Asked + leg.Kept > 0)], wanted.Open, run.Why, wanted.There);
    }

    /// <summary>What is stored settles the price of bars before any source does.</summary>
    DataWant Settle(DataWant want) => want.Kind == DataKind.Bars && want.Bars.Price == PriceSource.Mid
        && Array.Find(Enum.GetValues<PriceSource>(), price => lake.Has(want.Instrument, want.Kind, want.Bars.Of(price))) is var price && lake.Has(want.Instrument, want.Kind, want.Bars.Of(price))
        ? want with { Bars = want.Bars.Of(price) }
        : router.Settle(want);

    async Task<FetchedLeg> Ask(FetchRun run, WantedTime wanted, Source source, TimeRanges part, long now, CancellationToken cancel)
    {
        var stage = new Stage(Path.Combine(folder, source.Name, Safe(run.Want.Instrument.Symbol), run.Want.Kind.Name(run.Want.Bars)), router.Health.Now);
        var told = new ConcurrentQueue<string>();
        source.Provider.Listen(sentence =>
        {
            log.Write(sentence);
            told.Enqueue(sentence);
        });
        var leg = new Leg(source, stage, time, Show) { Answered = () => run.Answered(source), MayReturn = at => run.MayReturn(source, at) };
        var end = await leg.Run(run.Want, part, now, cancel).ConfigureAwait(false);
        var days = wanted.Writable(source.Name, part, end.Done);
        try
        {
            var stored = new StagedImport(lake, stage, cancel).Import(run.Want, end, days, now);
            run.Ended(stored.Count == 0 && WasOpen(run.Want, days) ? end.WithNothingOf(days) : end);
            return new FetchedLeg(source.Name, days, end.Asked, end.Kept, end.Bytes, stored with { Warnings = [.. stored.Warnings, .. told] });
        }
        catch (ProviderException unusable)
        {
            run.Ended(end.Unusable(unusable));
            return new FetchedLeg(source.Name, TimeRanges.None, end.Asked, end.Kept, end.Bytes, ImportCount.Nothing);
        }
    }

    /// <summary>Whether prices were to be expected: nothing at all of an open market is no answer, and somebody else may have them.</summary>
    static bool WasOpen(DataWant want, TimeRanges days)
    {
        var open = want.Kind is not (DataKind.Ticks or DataKind.Trades or DataKind.Bars) ? 0 : days
            .SelectMany(Looks).Where(want.Instrument.Calendar.IsOpen).Take(QuartersOfAnHour + 1).Count();
        return open > QuartersOfAnHour;
    }

    static IEnumerable<long> Looks(TimeRange range)
    {
        for (var time = range.From; time < range.To; time += UtcNanos.Hour / QuartersOfAnHour)
        {
            yield return time;
        }
    }

    FileStream Lock(string symbol)
    {
        var locks = Path.Combine(folder, "locks");
        try
        {
            Directory.CreateDirectory(locks);
            return new FileStream(Path.Combine(locks, Safe(symbol) + ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception refusal) when (DiskRefusal.Is(refusal))
        {
            throw refusal is IOException && !DiskRefusal.IsFull(refusal) && Directory.Exists(locks) ? RouteErrors.Busy(symbol) : RouteErrors.Refused(locks, refusal);
        }
    }

    // A symbol becomes a folder's name, and must not climb out of it.
    static string Safe(string symbol) => string.Concat(symbol.Select(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' ? letter : '_'));
}
