namespace Workbench.Core;

/// <summary>Notices as records of a session's journal, and back. What was not said, that is null, stays so.</summary>
static class NoticeCodec
{
    const byte Announced = 1;
    const byte Released = 2;
    const byte Revised = 3;

    public static void Write(RecordWriter into, INotice notice)
    {
        into.Int64(notice.TimeNanos);
        into.Text(notice.Symbol);
        switch (notice)
        {
            case News news:
                Write(into, news);
                break;
            case CalendarEvent calendar:
                Write(into, calendar);
                break;
            case Sentiment sentiment:
                Write(into, sentiment);
                break;
        }
    }

    public static News News(ref RecordReader from) => new()
    {
        TimeNanos = from.Int64(),
        Symbol = from.Text(),
        Headline = from.Text(),
        Source = from.Text(),
        Url = from.Text(),
        Summary = from.Text(),
        Score = Figure(ref from),
        Label = from.Text(),
        Tickers = Tickers(ref from),
    };

    public static Sentiment Sentiment(ref RecordReader from) => new()
    {
        TimeNanos = from.Int64(),
        Symbol = from.Text(),
        LongShare = Exactly(ref from),
        ShortShare = Exactly(ref from),
        Confidence = Figure(ref from),
        Source = from.Text(),
    };

    public static CalendarEvent Calendar(ref RecordReader from)
    {
        long time = from.Int64();
        var symbol = from.Text();
        var stage = from.Byte();
        var due = from.Int64();
        var entry = new CalendarEntry
        {
            TimeNanos = stage == Announced ? due : time,
            AnnouncedNanos = time,
            RevisesNanos = stage == Revised ? due : 0,
            Symbol = symbol,
            Name = from.Text(),
            Impact = (CalendarImpact)from.Byte(),
            Unit = from.Text(),
            Forecast = Figure(ref from),
            Previous = Figure(ref from),
            Actual = Figure(ref from),
            RevisedPrevious = Figure(ref from),
        };
        return stage switch
        {
            Announced => new CalendarAnnouncement(entry, time),
            Released => new CalendarRelease(entry),
            _ => new CalendarRevision(entry),
        };
    }

    static void Write(RecordWriter into, News news)
    {
        into.Text(news.Headline);
        into.Text(news.Source);
        into.Text(news.Url);
        into.Text(news.Summary);
        Figure(into, news.Score);
        into.Text(news.Label);
        into.List(news.Tickers, ticker =>
        {
            into.Text(ticker.Symbol);
            Figure(into, ticker.Relevance);
            Figure(into, ticker.Score);
            into.Text(ticker.Label);
        });
    }

    static void Write(RecordWriter into, Sentiment sentiment)
    {
        Exactly(into, sentiment.LongShare);
        Exactly(into, sentiment.ShortShare);
        Figure(into, sentiment.Confidence);
        into.Text(sentiment.Source);
    }

    static void Write(RecordWriter into, CalendarEvent calendar)
    {
        var (stage, forecast, previous, actual, revised) = calendar switch
        {
            CalendarAnnouncement announced => (Announced, announced.Forecast, announced.Previous, null, null),
            CalendarRelease released => (Released, released.Forecast, released.Previous, released.Actual, released.RevisedPrevious),
            CalendarRevision correction => (Revised, null, correction.Was, correction.Actual, null),
            _ => throw new InvalidOperationException($"Nobody writes a {calendar.GetType().Name} into a journal."),
        };
        into.Byte(stage);
        into.Int64(calendar.DueNanos);
        into.Text(calendar.Name);
        into.Byte((byte)calendar.Impact);
        into.Text(calendar.Unit);
        Figure(into, forecast);
        Figure(into, previous);
        Figure(into, actual);
        Figure(into, revised);
    }

    // With their zeros behind the point, unlike money: a script may write a figure into a tag, and would write another one.
    static void Exactly(RecordWriter into, decimal value)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        foreach (var part in parts)
        {
            into.Int32(part);
        }
    }

    static decimal Exactly(ref RecordReader from) => new([from.Int32(), from.Int32(), from.Int32(), from.Int32()]);

    static void Figure(RecordWriter into, decimal? figure)
    {
        into.Bool(figure.HasValue);
        if (figure is { } value)
        {
            Exactly(into, value);
        }
    }

    static decimal? Figure(ref RecordReader from) => from.Bool() ? Exactly(ref from) : null;

    static NewsTicker[] Tickers(ref RecordReader from)
    {
        var tickers = new NewsTicker[from.Int32()];
        for (var i = 0; i < tickers.Length; i++)
        {
            tickers[i] = new NewsTicker(from.Text(), Figure(ref from), Figure(ref from), from.Text());
        }

        return tickers;
    }
}
