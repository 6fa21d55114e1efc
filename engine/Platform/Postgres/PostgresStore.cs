using Npgsql;

namespace Workbench.Platform.Postgres;

/// <summary>
/// Market data in a PostgreSQL database that several share. It holds the same numbers as the lake, cut into the same months and years, with
/// the same hashes; a run over it is the run over the lake.
/// </summary>
/// <param name="address">Where it is.</param>
/// <param name="calendars">Session calendars by name.</param>
/// <param name="rules">What writes are checked by; null for no check.</param>
public sealed partial class PostgresStore(PostgresAddress address, Func<string, ISessionCalendar> calendars, ITapeRules? rules = null) : IMarketStore
{
    /// <summary>What it is called in refusals.</summary>
    const string Word = "database";

    const string TapeColumns = "t.id, i.symbol, t.kind, t.synthetic, t.revision from market.tapes t join market.instruments i on i.id = t.instrument_id";
    const string WithData = "exists (select from market.manifest m where m.tape = t.id)";

    readonly Database database = Database.At(address);

    /// <inheritdoc/>
    public string Place => address.ToString();

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Symbols => With(SymbolsOf);

    /// <inheritdoc/>
    public Instrument Instrument(string symbol) => With(connection => SymbolsOf(connection).Contains(symbol)
        ? InstrumentRow.Find(connection, symbol, calendars)!
        : throw StoreErrors.UnknownInstrument(Word, symbol, SymbolsOf(connection)));

    /// <inheritdoc/>
    public bool Has(Instrument instrument, DataKind kind, BarSpec spec = default) => With(connection => KindsOf(connection, instrument.Symbol).Contains(kind.Name(spec)));

    /// <inheritdoc/>
    public ICursor<TickBatch> Ticks(Instrument instrument, TimeRange range) => Open(instrument, DataKind.Ticks.Name(default), TickTable, range);

    /// <inheritdoc/>
    public ICursor<TradeBatch> Trades(Instrument instrument, TimeRange range) => Open(instrument, DataKind.Trades.Name(default), TradeTable, range);

    /// <inheritdoc/>
    public ICursor<BarBatch> Bars(Instrument instrument, BarSpec spec, TimeRange range) => Open(instrument, DataKind.Bars.Name(spec), BarTable(spec), range);

    /// <inheritdoc/>
    public ICursor<DepthBatch> Depth(Instrument instrument, TimeRange range) => Open(instrument, DataKind.Depth.Name(default), DepthTable, range);

    /// <inheritdoc/>
    public ICursor<NoticeBatch<News>> News(Instrument instrument, TimeRange range) => Open(instrument, DataKind.News.Name(default), NewsTable, range);

    /// <inheritdoc/>
    public ICursor<NoticeBatch<CalendarEvent>> Calendar(Instrument currency, TimeRange range) =>
        new CalendarTape(CalendarEntries(currency, CalendarTape.Reach(range)), range);

    /// <inheritdoc/>
    public ICursor<NoticeBatch<CalendarEntry>> CalendarEntries(Instrument currency, TimeRange range) => Open(currency, DataKind.Calendar.Name(default), CalendarTable, range);

    /// <inheritdoc/>
    public ICursor<NoticeBatch<Sentiment>> Sentiment(Instrument instrument, TimeRange range) => Open(instrument, DataKind.Sentiment.Name(default), SentimentTable, range);

    /// <inheritdoc/>
    public DataIdentity Describe(Instrument instrument, DataKind kind, BarSpec spec, TimeRange range) => kind switch
    {
        DataKind.Ticks => Describe(instrument, kind.Name(spec), spec, TickTable, range),
        DataKind.Trades => Describe(instrument, kind.Name(spec), spec, TradeTable, range),
        DataKind.Depth => Describe(instrument, kind.Name(spec), spec, DepthTable, range),
        DataKind.News => Describe(instrument, kind.Name(spec), spec, NewsTable, range),
        DataKind.Calendar => Describe(instrument, kind.Name(spec), spec, CalendarTable, CalendarTape.Reach(range)).Asked(range),
        DataKind.Sentiment => Describe(instrument, kind.Name(spec), spec, SentimentTable, range),
        _ => Describe(instrument, kind.Name(spec), spec, BarTable(spec), range),
    };

    /// <inheritdoc/>
    public IEnumerable<StoreEntry> List() => With(connection =>
    {
        var found = connection.List($"select {TapeColumns} where {WithData} order by i.symbol collate \"C\", t.kind collate \"C\"", Head);
        return found.ConvertAll(head => Entry(connection, head, ManifestRows.Of(connection, head.Id)));
    });

    /// <inheritdoc/>
    public Stored Write(ICursor<TickBatch> tape, string source, TimeRange? covers = null) => Write(tape, DataKind.Ticks, default, () => TickTable, source, covers);

    /// <inheritdoc/>
    public Stored Write(ICursor<TradeBatch> tape, string source, TimeRange? covers = null) => Write(tape, DataKind.Trades, default, () => TradeTable, source, covers);

    /// <inheritdoc/>
    public Stored Write(ICursor<BarBatch> tape, BarSpec spec, string source, TimeRange? covers = null) => Write(tape, DataKind.Bars, spec, () => BarTable(spec), source, covers);

    /// <inheritdoc/>
    public Stored Write(ICursor<DepthBatch> tape, string source, TimeRange? covers = null) => Write(tape, DataKind.Depth, default, () => DepthTable, source, covers);

    /// <inheritdoc/>
    public Stored Write(ICursor<NoticeBatch<News>> tape, string source, TimeRange? covers = null) => Write(tape, DataKind.News, default, () => NewsTable, source, covers);

    /// <inheritdoc/>
    public Stored Write(ICursor<NoticeBatch<CalendarEntry>> tape, string source, TimeRange? covers = null) => Write(tape, DataKind.Calendar, default, () => CalendarTable, source, covers);

    /// <inheritdoc/>
    public Stored Write(ICursor<NoticeBatch<Sentiment>> tape, string source, TimeRange? covers = null) => Write(tape, DataKind.Sentiment, default, () => SentimentTable, source, covers);

    TapeTable<TickBatch> TickTable => new("market.ticks", new TickShape(), rules is null ? null : rules.Ticks);

    TapeTable<TradeBatch> TradeTable => new("market.trades", new TradeShape(), rules is null ? null : rules.Trades);

    static TapeTable<DepthBatch> DepthTable => new("market.depth", new DepthShape());

    static TapeTable<NoticeBatch<News>> NewsTable => Told("market.news", new NewsShape());

    static TapeTable<NoticeBatch<CalendarEntry>> CalendarTable => Told("market.economic_calendar", new CalendarShape());

    static TapeTable<NoticeBatch<Sentiment>> SentimentTable => Told("market.sentiment", new SentimentShape());

    static TapeTable<NoticeBatch<TNotice>> Told<TNotice>(string series, NoticeShape<TNotice> shape)
        where TNotice : class, INotice => new(series, shape, new NoticeRows<TNotice>(shape));

    TapeTable<BarBatch> BarTable(BarSpec spec) => new("market.candles", new BarShape(spec), rules is null ? null : instrument => rules.Bars(instrument, spec, Actions(instrument.Symbol)));

    T With<T>(Func<NpgsqlConnection, T> ask) => database.Say(() =>
    {
        using var connection = database.Open();
        return ask(connection);
    });

    static List<string> SymbolsOf(NpgsqlConnection connection) => connection.List(
        $"select distinct i.symbol collate \"C\" from market.tapes t join market.instruments i on i.id = t.instrument_id where {WithData} order by 1", row => row.GetString(0));

    static List<string> KindsOf(NpgsqlConnection connection, string symbol) => connection.List(
        $"select t.kind from market.tapes t join market.instruments i on i.id = t.instrument_id where i.symbol = $1 and {WithData} order by t.kind collate \"C\"", row => row.GetString(0), symbol);

    static TapeHead Head(NpgsqlDataReader row) => new(row.GetInt32(0), row.GetString(1), row.GetString(2), row.GetBoolean(3), row.GetInt32(4));

    Tape? Find(NpgsqlConnection connection, string symbol, string kind)
    {
        var head = HeadOf(connection, symbol, kind);
        return head is null ? null : new Tape(head.Id, InstrumentRow.Find(connection, symbol, calendars)!, kind, head.IsSynthetic, head.Revision);
    }

    Tape Stored(NpgsqlConnection connection, Instrument instrument, string kind)
    {
        var tape = Find(connection, instrument.Symbol, kind) ?? throw StoreErrors.NothingStored(Word, instrument.Symbol, kind, KindsOf(connection, instrument.Symbol));
        CheckScale(tape.Instrument, instrument, kind);
        return tape;
    }

    ICursor<TBatch> Open<TBatch>(Instrument instrument, string kind, TapeTable<TBatch> table, TimeRange range) => database.Say(() =>
    {
        var connection = database.Open();
        try
        {
            var tape = Stored(connection, instrument, kind) with { Instrument = instrument };
            var parts = Within(connection, tape, range);
            return table.Layout.Begin(stretch => new TapeReader<TBatch>(database, connection, ownsConnection: true, tape, table, parts, stretch), range);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    });

    List<TapePart> Within(NpgsqlConnection connection, Tape tape, TimeRange range)
    {
        var all = Parts(connection, tape);
        var found = all.FindAll(part => part.Stretch.First < range.To && part.Stretch.Last >= range.From);
        return found.Count > 0 ? found : throw Nothing(tape, range, all);
    }

    static WorkbenchException Nothing(Tape tape, TimeRange range, List<TapePart> all) =>
        StoreErrors.NothingWithin(Word, tape.Instrument, tape.Kind, range, new TimeRange(all[0].Stretch.First, all[^1].Stretch.Last));

    DataIdentity Describe<TBatch>(Instrument instrument, string kind, BarSpec spec, TapeTable<TBatch> table, TimeRange range) => With(connection =>
    {
        var tape = Stored(connection, instrument, kind) with { Instrument = instrument };
        var parts = Within(connection, tape, range);
        var stretches = parts.ConvertAll(part => Stretch(connection, tape, spec, table, range, part)).FindAll(stretch => stretch.Count > 0);
        return stretches.Count > 0 ? DataIdentity.Of(instrument, kind, spec, range, stretches).Judged(parts.Select(part => part.Stretch), range) : throw Nothing(tape, range, Parts(connection, tape));
    });

    // A stretch wholly within the range is known by the manifest; of one that the range cuts, the numbers within are read and hashed.
    StoredStretch Stretch<TBatch>(NpgsqlConnection connection, Tape tape, BarSpec spec, TapeTable<TBatch> table, TimeRange range, TapePart part)
    {
        var stretch = part.Stretch;
        if (range.Contains(stretch.First) && range.Contains(stretch.Last))
        {
            return stretch;
        }

        using var reader = table.Layout.Begin(within => new TapeReader<TBatch>(database, connection, ownsConnection: false, tape, table, [part], within), range);
        using var meter = new StretchMeter<TBatch>(table.Layout, new GapFinder(tape.Instrument.Calendar, spec, tape.Kind));
        var batch = table.Layout.Make();
        while (reader.Read(batch))
        {
            table.Layout.Leave(batch);
            meter.Add(batch, 0, table.Layout.Count(batch), stretch.Source);
        }

        return meter.Finish() with { Gaps = stretch.Gaps };
    }

    StoreEntry Entry(NpgsqlConnection connection, TapeHead head, List<StoredStretch> stretches)
    {
        var spec = BarSpec.TryParse(head.Kind, null, out var parsed) ? parsed : default;
        return new StoreEntry(DataIdentity.Of(InstrumentRow.Find(connection, head.Symbol, calendars)!, head.Kind, spec, TimeRange.All, stretches).Judged(stretches, TimeRange.All), stretches.Count, 0);
    }

    Stored Write<TBatch>(ICursor<TBatch> events, DataKind kind, BarSpec spec, Func<TapeTable<TBatch>> tables, string source, TimeRange? covers) => database.Say(() =>
    {
        using var connection = database.Open();
        using var side = database.Open();
        var name = kind.Name(spec);
        var transaction = connection.BeginTransaction();
        try
        {
            Lock(connection, events.Instrument.Symbol, name);
            CheckFit(connection, events.Instrument, name, source);
            var table = tables();
            var tape = Keep(side, events.Instrument, name, kind, spec, table.Series, TapeSource.IsSynthetic(source));
            using var writer = new TapeWriter<TBatch>(database, connection, side, tape, spec, table, tables(), source, covers);
            var stored = writer.Write(events);
            connection.Do("insert into monitoring.events (kind, place, text) values ('import', $1, $2)", tape.ToString(), FormattableString.Invariant($"{stored.Count} from {source}"));
            transaction.Commit();
            writer.Summarize();
            return stored;
        }
        finally
        {
            transaction.Dispose();
        }
    });

    void CheckFit(NpgsqlConnection connection, Instrument instrument, string kind, string source)
    {
        const string Remedy = "another --store";
        if (KindsOf(connection, instrument.Symbol).Exists(stored => !DataKinds.IsNotice(stored)))
        {
            CheckScale(InstrumentRow.Find(connection, instrument.Symbol, calendars)!, instrument, kind);
        }

        if (Find(connection, instrument.Symbol, kind) is not { } stored)
        {
            return;
        }

        if (stored.IsSynthetic != TapeSource.IsSynthetic(source))
        {
            throw StoreErrors.SyntheticAndReal(Word, instrument.Symbol, kind, Remedy);
        }

        if (ManifestRows.Of(connection, stored.Id).Exists(stretch => TapeSource.AdjustmentOf(stretch.Source) != TapeSource.AdjustmentOf(source)))
        {
            throw StoreErrors.AdjustedOtherwise(Word, instrument.Symbol, kind, Remedy);
        }
    }

    static void CheckScale(Instrument stored, Instrument given, string kind)
    {
        if (DataKinds.IsNotice(kind))
        {
            return;
        }

        if (stored.PriceScale != given.PriceScale || stored.SizeScale != given.SizeScale)
        {
            throw StoreErrors.OtherScale(Word, stored, given);
        }
    }

    // Apart from the write, so that one of another kind of the instrument need not wait for it. A tape without a manifest is not there.
    static Tape Keep(NpgsqlConnection side, Instrument instrument, string name, DataKind kind, BarSpec spec, SeriesTable series, bool isSynthetic)
    {
        var id = InstrumentRow.Keep(side, instrument, DataKinds.IsNotice(name));
        var isBars = kind == DataKind.Bars;
        return side.List(
            """
            insert into market.tapes (instrument_id, kind, series, timeframe, price_side, synthetic) values ($1, $2, $3, nullif($4, ''), nullif($5, ''), $6)
            on conflict (instrument_id, kind) do update set synthetic = excluded.synthetic returning id, revision
            """, row => new Tape(row.GetInt32(0), instrument, name, isSynthetic, row.GetInt32(1)), id, name, series.Name, isBars ? name.Split('@')[0] : "", isBars ? spec.Price.ToString().ToLowerInvariant() : "", isSynthetic)[0];
    }
}
