namespace Workbench.Platform.Tests.Postgres;

/// <summary>News, calendars and sentiment in the database: told as they were given, and named by their content as the lake names them.</summary>
[Collection(PostgresCollection.Name)]
public sealed class NoticeTests(PostgresRoom room)
{
    static readonly Instrument Usd = Instrument.OfCurrency("USD");

    // Two years, so that there are two stretches; what is finer than a microsecond counts.
    static readonly long Start = UtcNanos.From(new DateTime(2023, 12, 20, 0, 0, 0, DateTimeKind.Utc));

    [PostgresFact]
    public void News_come_back_as_they_were_given()
    {
        var store = Market.Store(room.Prepared());
        News[] news = [.. Enumerable.Range(0, 700).Select(i => new News
        {
            TimeNanos = Start + i * UtcNanos.Hour + i % 3, Symbol = "XAUUSD", Headline = $"Überschrift {i}\t\"“\\", Source = i % 2 == 0 ? "A" : "", Url = "https://x/" + i, Summary = new string('s', i % 50) + "\n",
            Score = i % 5 == 0 ? null : i / 1000m, Label = "Neutral", Tickers = i % 4 == 0 ? [] : [new("XAU", null, -0.5m, "Bearish"), new("GLD", 0.25m)],
        })];
        store.Write(new NoticeTape<News>(Market.Gold, news), "test");

        Assert.Equal(news.Select(Words), Read(store.News(Market.Gold, TimeRange.All)).Select(Words));
        var range = new TimeRange(news[100].TimeNanos, news[400].TimeNanos);
        Assert.Equal(news[100..400].Select(Words), Read(store.News(Market.Gold, range)).Select(Words));
        Assert.Equal(HashOf(new NewsShape(), news), store.Describe(Market.Gold, DataKind.News, default, TimeRange.All).Sha256);
        Assert.Equal(300, store.Describe(Market.Gold, DataKind.News, default, range).Count);
    }

    [PostgresFact]
    public void Whatever_a_calendar_holds_it_has_its_hash_and_tells_no_actual_before_its_release()
    {
        var store = Market.Store(room.Prepared());
        for (var seed = 1; seed <= 4; seed++)
        {
            var entries = Entries(seed);
            store.Write(new NoticeTape<CalendarEntry>(Usd, entries), "test", TimeRange.All);

            Assert.True(entries.SequenceEqual(Read(store.CalendarEntries(Usd, TimeRange.All))), $"seed {seed}");
            Assert.Equal(HashOf(new CalendarShape(), entries), store.Describe(Usd, DataKind.Calendar, default, TimeRange.All).Sha256);
            var range = new TimeRange(entries[20].TimeNanos, entries[60].TimeNanos);
            Assert.Equal(Read(new CalendarTape(new NoticeTape<CalendarEntry>(Usd, entries), range)), Read(store.Calendar(Usd, range)));
            Assert.Equal((range.From, range.To), (store.Describe(Usd, DataKind.Calendar, default, range).From, store.Describe(Usd, DataKind.Calendar, default, range).To));
        }
    }

    [PostgresFact]
    public void A_release_that_is_imported_again_takes_the_place_of_the_former_one()
    {
        var store = Market.Store(room.Prepared());
        var entries = Entries(seed: 9);
        store.Write(new NoticeTape<CalendarEntry>(Usd, entries), "test");
        var corrected = entries[30] with { Actual = 123_456_789.000001m, Unit = "index" };

        store.Write(new NoticeTape<CalendarEntry>(Usd, [corrected]), "test");

        entries = [.. entries.Where(entry => entry.TimeNanos != corrected.TimeNanos).Append(corrected).OrderBy(entry => entry.TimeNanos)];
        Assert.Equal(entries, Read(store.CalendarEntries(Usd, TimeRange.All)));
        Assert.Equal(HashOf(new CalendarShape(), entries), store.Describe(Usd, DataKind.Calendar, default, TimeRange.All).Sha256);
    }

    [PostgresFact]
    public void Sentiment_of_an_instrument_does_not_settle_the_scale_of_its_prices()
    {
        var store = Market.Store(room.Prepared());
        var rough = Market.Gold with { PriceScale = 1, SizeScale = 0 };
        Sentiment[] told = [.. Enumerable.Range(0, 600).Select(i => new Sentiment
        {
            TimeNanos = Start + i * UtcNanos.Minute, Symbol = "XAUUSD", LongShare = 0.00012345m + i / 1000m, ShortShare = 1m - i / 1000m - 0.00012345m, Confidence = i % 7 == 0 ? null : 0.5m, Source = "oanda",
        })];

        store.Write(new NoticeTape<Sentiment>(rough, told), "test");
        Market.Write(store, Market.Ticks(100, UtcNanos.Second, Market.Start));
        store.Write(new NoticeTape<Sentiment>(rough, [told[0]]), "test");

        Assert.Equal(told.Select(each => each.ToString() + each.Confidence), Read(store.Sentiment(Market.Gold, TimeRange.All)).Select(each => each.ToString() + each.Confidence));
        Assert.Equal(Market.Gold.PriceScale, store.Instrument("XAUUSD").PriceScale);
        Assert.Equal(HashOf(new SentimentShape(), told), store.Describe(Market.Gold, DataKind.Sentiment, default, TimeRange.All).Sha256);
        Assert.Equal(["sentiment", "ticks"], store.List().Select(entry => entry.Data.Kind));
    }

    [PostgresFact]
    public void A_row_that_somebody_spoiled_is_named_and_not_told()
    {
        var address = room.Prepared();
        var store = Market.Store(address);
        store.Write(new NoticeTape<CalendarEntry>(Usd, Entries(seed: 3)), "test");
        room.Server.Sql(address.Database, "update market.economic_calendar set impact = 'enormous'");

        var refusal = Assert.Throws<WorkbenchException>(() => Read(store.CalendarEntries(Usd, TimeRange.All)));

        Assert.Equal("WB5317", refusal.Code);
        Assert.Contains("USD", refusal.Message, StringComparison.Ordinal);
        var again = store.Write(new NoticeTape<CalendarEntry>(Usd, Entries(seed: 3)), "test");
        Assert.Equal((1, null), (again.Revision, again.ChangedFrom));
        Assert.Equal(Entries(seed: 3).Length, Read(store.CalendarEntries(Usd, TimeRange.All)).Count);
    }

    // Releases, revisions and speeches, announced or not, several at an instant, with figures of any scale and none.
    static CalendarEntry[] Entries(int seed)
    {
        var dice = new SeededRandom(seed);
        decimal? Figure() => dice.Next(4) == 0 ? null : new decimal(dice.Next(1_000_000) - 500_000, 0, 0, false, (byte)dice.Next(9));
        CalendarEntry Entry(long time)
        {
            var revises = dice.Next(6) == 0 ? time - UtcNanos.Day - dice.Next(1_000) : 0;
            return new()
            {
                TimeNanos = time, AnnouncedNanos = revises != 0 || dice.Next(3) == 0 ? time : time - dice.Next(3_600) * UtcNanos.Second - 1, RevisesNanos = revises, Symbol = "USD", Name = $"CPI {dice.Next(9)}",
                Impact = (CalendarImpact)dice.Next(4), Unit = dice.Next(2) == 0 ? "%" : "", Forecast = Figure(), Previous = Figure(), Actual = Figure(), RevisedPrevious = Figure(),
            };
        }

        return [.. Enumerable.Range(0, 80).Select(i => Entry(Start + i / 2 * 12 * UtcNanos.Hour + 7))];
    }

    static string Words(News news) => $"{news} {news.Source}|{news.Url}|{news.Summary}|{FigureText.Of(news.Score)}|{news.Label}|{string.Join(';', news.Tickers)}|{news.TimeNanos}";

    static List<TNotice> Read<TNotice>(ICursor<NoticeBatch<TNotice>> tape)
        where TNotice : class, INotice
    {
        using (tape)
        {
            var read = new List<TNotice>();
            for (var batch = new NoticeBatch<TNotice>(); tape.Read(batch);)
            {
                read.AddRange(batch.Notice.AsSpan(0, batch.Count));
            }

            return read;
        }
    }

    static string HashOf<TNotice>(NoticeShape<TNotice> shape, IReadOnlyList<TNotice> notices)
        where TNotice : class, INotice
    {
        var instrument = Market.Gold with { Symbol = notices[0].Symbol };
        var stretches = notices.GroupBy(notice => shape.Partition.RangeOf(notice.TimeNanos)).Select(year =>
        {
            using var meter = new StretchMeter<NoticeBatch<TNotice>>(shape, null);
            var batch = new NoticeBatch<TNotice>();
            using var tape = new NoticeTape<TNotice>(instrument, [.. year]);
            while (tape.Read(batch))
            {
                meter.Add(batch, 0, batch.Count, "test");
            }

            return meter.Finish();
        });
        return DataIdentity.Of(instrument, "news", default, TimeRange.All, [.. stretches]).Sha256;
    }
}
