namespace Workbench.Data.Importers.Books;

/// <summary>
/// Which time a line of a recording has: the exchange's, where it tells it. Machines of one exchange disagree by some milliseconds, so a time
/// that falls by less than a second counts as that of the line before. It measures how far the recorder's clock lies from the exchange's.
/// </summary>
sealed class CaptureClock
{
    const long Jitter = UtcNanos.Second;

    long last = long.MinValue;
    double lag;
    long lines;
    bool hasReported;
    bool usesRecorder;

    /// <summary>Compares the two clocks on a line of any kind.</summary>
    public void Hear(CaptureLine line)
    {
        if (line.Time > 0)
        {
            lines++;
            lag += line.Heard - line.Time;
        }
    }

    /// <summary>The time of a line, by the exchange's clock; by the recorder's where the exchange does not tell it.</summary>
    public long Of(CaptureLine line)
    {
        usesRecorder |= line.Time == 0;
        var time = line.Time == 0 ? line.Heard : line.Time;
        last = time < last && last - time <= Jitter ? last : time;
        return last;
    }

    /// <summary>The time of the whole book, which a request brought: where it tells none, that of the newest message before it.</summary>
    public long OfSnapshot(CaptureLine line) => line.Time == 0 && last != long.MinValue ? last : Of(line);

    /// <summary>Tells, once, what a person should know of the clocks.</summary>
    public void Report(ImportReport report)
    {
        if (hasReported)
        {
            return;
        }

        hasReported = true;
        if (usesRecorder)
        {
            report.Warn("The exchange tells no time of these messages: times are the recorder's.");
        }

        if (lines > 0 && lag < 0)
        {
            report.Warn(FormattableString.Invariant($"The recorder's clock ran {-lag / lines / UtcNanos.Second:0.00} s or more behind the exchange's, as seen on {lines} messages."));
        }
    }
}
