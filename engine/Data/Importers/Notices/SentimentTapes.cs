using System.Globalization;

namespace Workbench.Data.Importers.Notices;

/// <summary>Makes of measures of sentiment the tape of an instrument.</summary>
static class SentimentTapes
{
    /// <summary>What rounding may add to the sum of both shares.</summary>
    const decimal Slack = 0.001m;

    /// <summary>A place for measures; of two of one instant the later read one counts.</summary>
    public static NoticeSink<Sentiment> Sink(ImportOptions options) => new(options, sentiment => sentiment.TimeNanos);

    public static Tape Of(ImportJob job, string source, NoticeSink<Sentiment> sink)
    {
        var report = new ImportReport();
        var found = sink.Sorted();
        report.Absorb(sink.Report);
        return new Tape(sink.Tape(job.Instrument, found, report), report, source);
    }

    /// <summary>Adds a measure, unless its shares are none.</summary>
    public static void Add(NoticeSink<Sentiment> sink, Sentiment sentiment, long row)
    {
        if (sentiment.LongShare is < 0m or > 1m || sentiment.ShortShare is < 0m or > 1m || sentiment.LongShare + sentiment.ShortShare > 1m + Slack)
        {
            sink.Reject("shares below 0 or above the whole", row);
            return;
        }

        sink.Add(sentiment, row);
    }

    /// <summary>A share as it is written, in hundredths where it has a % or is above 1.</summary>
    public static decimal? Share(string text, string file, long row)
    {
        if (text.Trim().Length == 0)
        {
            return null;
        }

        return decimal.TryParse(text.Trim().TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out var share)
            ? text.Contains('%') || share > 1m ? share / 100m : share
            : throw NoticeErrors.NoShare(file, row, text);
    }
}
