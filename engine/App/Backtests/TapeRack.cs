using System.Diagnostics;
using Workbench.Core;
using Workbench.Data.Lake;
using Workbench.Model;

namespace Workbench.App;

/// <summary>Finds in the lake what a run asks for, and the pairs that convert its profits into the account's currency.</summary>
sealed class TapeRack(IHistory history, string lake)
{
    static readonly PriceSource[] Prices = [PriceSource.Mid, PriceSource.Last, PriceSource.Bid, PriceSource.Ask];

    const long RateLead = 4 * UtcNanos.Day;

    readonly List<Wanted> wanted = [];
    readonly List<DataIdentity> identities = [];

    /// <summary>What the run sees, for its identity.</summary>
    public IReadOnlyList<DataIdentity> Identities => identities;

    /// <summary>What the run sees, as streams of a session.</summary>
    public IReadOnlyList<SessionStream> Streams => wanted.ConvertAll(static tape =>
        new SessionStream(tape.Kind, tape.Kind == DataKind.Bars ? tape.Bars.ToString() : "", tape.RatesOnly, SessionInstrument.Of(tape.Instrument)));

    /// <summary>Time that reading the tapes has taken.</summary>
    public Stopwatch Decoding { get; } = new();

    /// <summary>Adds an instrument to trade.</summary>
    public Instrument Add(DataRequest request, TimeRange range)
    {
        // One market for all that is stored of an instrument: its quotes and its prints are the same orders' business.
        var instrument = wanted.Find(tape => tape.Instrument.Symbol == request.Symbol)?.Instrument ?? history.Instrument(request.Symbol);
        var (kind, bars) = request.Kind is { } asked ? (asked, AsStored(history, instrument, request.Bars)) : Finest(instrument);
        if (request.Revision is { } revision)
        {
            history = AsItWas(instrument, kind, bars, revision);
        }

        Take(instrument, kind, bars, range, request.Source);
        return instrument;
    }

    /// <summary>Adds what is told and not traded by: news and sentiment of an instrument, or the calendars of the currencies that it is made of.</summary>
    public void AddNotices(DataRequest request, TimeRange range)
    {
        var kind = request.Kind!.Value;
        var instrument = wanted.Find(tape => tape.Instrument.Symbol == request.Symbol)?.Instrument ?? history.Instrument(request.Symbol);
        if (kind != DataKind.Calendar)
        {
            Take(instrument, kind, default, range, request.Source);
            return;
        }

        foreach (var currency in CurrenciesOf(history, instrument).Where(currency => !wanted.Exists(tape => tape.Kind == kind && tape.Instrument.Symbol == currency.Symbol)))
        {
            Take(currency, kind, default, range, request.Source);
        }
    }

    /// <summary>Currencies of an instrument whose calendars are stored. Two pairs share the dollar's, which is told once.</summary>
    /// <exception cref="WorkbenchException">None is.</exception>
    public static IReadOnlyList<Instrument> CurrenciesOf(IHistory history, Instrument instrument)
    {
        var currencies = new[] { instrument.BaseCurrency, instrument.QuoteCurrency }.Distinct()
            .Select(Instrument.OfCurrency).Where(currency => history.Has(currency, DataKind.Calendar)).ToList();
        return currencies.Count > 0 ? currencies : throw CliErrors.NoCalendar(instrument);
    }

    void Take(Instrument instrument, DataKind kind, BarSpec bars, TimeRange range, string? from)
    {
        var identity = history.Describe(instrument, kind, bars, range);
        if (from is { } source && !identity.Source.Equals(source, StringComparison.OrdinalIgnoreCase))
        {
            throw CliErrors.OtherSource(instrument.Symbol, source, identity.Source);
        }

        if (identities.Exists(known => known.Instrument == identity.Instrument && known.Kind == identity.Kind))
        {
            throw CliErrors.DataTwice(identity.Instrument, identity.Kind);
        }

        wanted.Add(new Wanted(instrument, kind, bars, RatesOnly: false, Resolves: false));
        identities.Add(identity);
    }

    /// <summary>Adds shorter bars to each instrument whose bars the run sees, for what happens within those. They go first: at one instant the last of them closes before the longer one.</summary>
    public void Resolve(BarSpec shorter, TimeRange range)
    {
        var coarse = wanted.FindAll(tape => tape.Kind == DataKind.Bars && tape.Bars.NominalNanos > shorter.NominalNanos);
        if (coarse.Count == 0)
        {
            throw CliErrors.NothingToResolve(shorter);
        }

        var finer = coarse.ConvertAll(tape => new Wanted(tape.Instrument, DataKind.Bars, AsStored(history, tape.Instrument, shorter.Of(tape.Bars.Price)), RatesOnly: false, Resolves: true));
        identities.AddRange(finer.Select(tape => history.Describe(tape.Instrument, DataKind.Bars, tape.Bars, range)));
        wanted.InsertRange(0, finer);
    }

    /// <summary>Adds the pairs that the lake has for turning a currency into another; where it has none, the engine will say so.</summary>
    public void AddRates(string from, string to, TimeRange range)
    {
        if (from == to || Pair(from, to, range))
        {
            return;
        }

        // No pair of the two: by way of the dollar, which everything is quoted against.
        if (from != "USD" && to != "USD" && Pair(from, "USD", range))
        {
            Pair("USD", to, range);
        }
    }

    /// <summary>The tapes over the range that the run covers, ready to be run. Rates follow it too: a tape of years would move the clock past the data.</summary>
    public IReadOnlyList<Tape> Open(TimeRange range) => [.. wanted.Select(tape => Open(tape, tape.RatesOnly ? Early(range) : range))];

    Tape Open(Wanted tape, TimeRange range) => tape.Kind switch
    {
        DataKind.Ticks => Tape.OfTicks(new TimedCursor<TickBatch>(history.Ticks(tape.Instrument, range), Decoding), tape.RatesOnly),
        DataKind.Trades => Tape.OfTrades(new TimedCursor<TradeBatch>(history.Trades(tape.Instrument, range), Decoding)),
        DataKind.Depth => Tape.OfDepth(new TimedCursor<DepthBatch>(history.Depth(tape.Instrument, range), Decoding)),
        DataKind.News => Tape.OfNews(new TimedCursor<NoticeBatch<News>>(history.News(tape.Instrument, range), Decoding)),
        DataKind.Calendar => Tape.OfCalendar(new TimedCursor<NoticeBatch<CalendarEvent>>(history.Calendar(tape.Instrument, range), Decoding)),
        DataKind.Sentiment => Tape.OfSentiment(new TimedCursor<NoticeBatch<Sentiment>>(history.Sentiment(tape.Instrument, range), Decoding)),
        _ when tape.Resolves => Tape.OfFinerBars(Bars(tape, range), tape.Bars),
        _ => Tape.OfBars(Bars(tape, range), tape.Bars, tape.RatesOnly),
    };

    TimedCursor<BarBatch> Bars(Wanted tape, TimeRange range) => new(history.Bars(tape.Instrument, tape.Bars, range), Decoding);

    /// <summary>Rates are read from a little earlier, over a weekend, so that one is known when the first profit arises.</summary>
    static TimeRange Early(TimeRange range) => range with { From = range.From > long.MinValue + RateLead ? range.From - RateLead : range.From };

    bool Pair(string from, string to, TimeRange range)
    {
        foreach (var symbol in (ReadOnlySpan<string>)[from + to, to + from])
        {
            if (wanted.Exists(tape => tape.Instrument.Symbol == symbol))
            {
                return true;
            }

            if (Stored(symbol) is var (instrument, kind, bars))
            {
                identities.Add(history.Describe(instrument, kind, bars, Early(range)));
                wanted.Add(new Wanted(instrument, kind, bars, RatesOnly: true, Resolves: false));
                return true;
            }
        }

        return false;
    }

    IHistory AsItWas(Instrument instrument, DataKind kind, BarSpec bars, int revision) => history is IMarketStore present
        ? present.As([new RevisionPin(instrument.Symbol, kind.Name(bars), revision)])
        : throw RepairErrors.NoRevisions(lake);

    (Instrument, DataKind, BarSpec)? Stored(string symbol)
    {
        try
        {
            var instrument = history.Instrument(symbol);
            var (kind, bars) = Finest(instrument);
            return (instrument, kind, bars);
        }
        catch (WorkbenchException)
        {
            return null;
        }
    }

    /// <summary>Bars of a length without a word on their price are those that are there: vendors keep bid, ask or traded ones, seldom mids.</summary>
    public static BarSpec AsStored(IHistory history, Instrument instrument, BarSpec asked)
    {
        if (asked != default && asked.Price == PriceSource.Mid)
        {
            foreach (var price in Prices)
            {
                if (history.Has(instrument, DataKind.Bars, asked.Of(price)))
                {
                    return asked.Of(price);
                }
            }
        }

        return asked;
    }

    (DataKind Kind, BarSpec Bars) Finest(Instrument instrument)
    {
        if (history.Has(instrument, DataKind.Ticks))
        {
            return (DataKind.Ticks, default);
        }

        foreach (var length in (ReadOnlySpan<string>)["1s", "1m", "5m", "15m", "30m", "1h", "4h", "1d"])
        {
            var bars = AsStored(history, instrument, BarSpec.Parse(length, null));
            if (history.Has(instrument, DataKind.Bars, bars))
            {
                return (DataKind.Bars, bars);
            }
        }

        return history.Has(instrument, DataKind.Trades) ? (DataKind.Trades, default)
            : history.Has(instrument, DataKind.Depth) ? (DataKind.Depth, default)
            : throw CliErrors.NoData(instrument.Symbol, lake);
    }

    sealed record Wanted(Instrument Instrument, DataKind Kind, BarSpec Bars, bool RatesOnly, bool Resolves);
}
