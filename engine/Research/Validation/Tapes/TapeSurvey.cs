namespace Workbench.Research.Validation;

/// <summary>
/// One look over a real tape, so that what is put on it fits it: where the price was, how far it goes in a day, how wide its spread is, and which
/// levels everybody sees. Memory does not grow with the tape: points are joined in pairs whenever there are too many.
/// </summary>
public sealed class TapeSurvey
{
    const int MostPoints = 16_384;
    const int FewestPoints = 200;

    readonly List<SurveyPoint> points = [];
    int join = 1;
    int joined;

    TapeSurvey(Instrument instrument, long eventNanos) => (Instrument, EventNanos) = (instrument, eventNanos);

    /// <summary>What it is a tape of.</summary>
    public Instrument Instrument { get; }

    /// <summary>Time that one event covers: the length of a bar; a second for quotes and prints.</summary>
    public long EventNanos { get; }

    /// <summary>How far the price goes on a usual day, or on all of a tape that is shorter; raw, at least one tick.</summary>
    public long DayRange { get; private set; }

    /// <summary>The spread in the middle of all of them; raw, at least one tick.</summary>
    public long UsualSpread { get; private set; }

    /// <summary>The tape, coarsely; oldest first.</summary>
    internal IReadOnlyList<SurveyPoint> Points => points;

    /// <summary>Looks over a tape and disposes of it.</summary>
    /// <exception cref="WorkbenchException">WB4154, WB4155: nothing can be put on such a tape.</exception>
    public static TapeSurvey Of(Tape tape)
    {
        var survey = new TapeSurvey(tape.Instrument, tape.Kind == DataKind.Bars ? tape.Bars.NominalNanos : UtcNanos.Second);
        using (tape.Cursor)
        {
            survey.Read(tape);
        }

        return survey.points.Count >= FewestPoints ? survey.Measured() : throw ValidationErrors.TooShortToStress(tape.Instrument.Symbol);
    }

    /// <summary>Mid at an instant, as far as the survey knows; raw.</summary>
    public long MidAt(long time) => points[Math.Max(0, IndexOf(time))].Last;

    /// <summary>Where the last point at or before an instant is; −1 before the first.</summary>
    internal int IndexOf(long time)
    {
        var (low, high) = (0, points.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = points[middle].Time <= time ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }

    void Read(Tape tape)
    {
        switch (tape.Cursor)
        {
            case ICursor<TickBatch> ticks:
                for (var batch = new TickBatch { WantsSizes = false }; ticks.Read(batch);)
                {
                    Each(batch.Count, i => new SurveyPoint(batch.Time[i], Mid(batch, i), Mid(batch, i), Mid(batch, i), batch.Ask[i] - batch.Bid[i]));
                }

                break;
            case ICursor<TradeBatch> trades:
                for (var batch = new TradeBatch(); trades.Read(batch);)
                {
                    Each(batch.Count, i => new SurveyPoint(batch.Time[i], batch.Price[i], batch.Price[i], batch.Price[i], 0));
                }

                break;
            case ICursor<BarBatch> bars:
                for (var batch = new BarBatch(); bars.Read(batch);)
                {
                    Each(batch.Count, i => new SurveyPoint(batch.CloseTime[i], batch.Close[i], batch.High[i], batch.Low[i], 0));
                }

                break;
            default:
                throw ValidationErrors.NotForTapes(tape.Kind);
        }
    }

    static long Mid(TickBatch batch, int i) => batch.Bid[i] + (batch.Ask[i] - batch.Bid[i]) / 2;

    void Each(int count, Func<int, SurveyPoint> point)
    {
        for (var i = 0; i < count; i++)
        {
            if (joined == 0)
            {
                Add(point(i));
            }
            else
            {
                points[^1] = points[^1].With(point(i));
            }

            joined = (joined + 1) % join;
        }
    }

    void Add(SurveyPoint point)
    {
        if (points.Count == MostPoints)
        {
            for (var i = 0; i < MostPoints / 2; i++)
            {
                points[i] = points[2 * i].With(points[2 * i + 1]);
            }

            points.RemoveRange(MostPoints / 2, MostPoints / 2);
            join *= 2;
        }

        points.Add(point);
    }

    TapeSurvey Measured()
    {
        var tick = Math.Max(1L, Instrument.ToRaw(Instrument.TickSize));
        double[] days = [.. points.GroupBy(point => UtcNanos.Floor(point.Time, UtcNanos.Day)).Select(day => (double)(day.Max(point => point.High) - day.Min(point => point.Low)))];
        double[] spreads = [.. points.Select(point => (double)point.Spread)];
        Array.Sort(days);
        Array.Sort(spreads);
        DayRange = Math.Max(tick, (long)Moments.Quantile(days, 0.5));
        UsualSpread = Math.Max(tick, (long)Moments.Quantile(spreads, 0.5));
        return this;
    }
}
