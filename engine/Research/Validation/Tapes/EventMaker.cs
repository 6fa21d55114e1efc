using System.Globalization;

namespace Workbench.Research.Validation;

/// <summary>Puts events on one instrument's tape. Each decision has dice of its own, so that one more kind changes none of the others.</summary>
sealed class EventMaker(TapeSurvey survey)
{
    const double Edge = 0.05;
    const int Tries = 64;

    readonly PublicLevels levels = new(survey);
    readonly long unit = Math.Max(10 * UtcNanos.Minute, 4 * survey.EventNanos);

    /// <summary>The events of one tape, each in a stretch of its own, oldest first.</summary>
    public IEnumerable<AdversarialEvent> Make(EventKind kind, double strength, long seed, int count)
    {
        var points = survey.Points;
        var (first, last) = ((int)(points.Count * Edge), (int)(points.Count * (1d - Edge)));
        for (var i = 0; i < count; i++)
        {
            var (from, to) = (first + (int)((long)(last - first) * i / count), first + (int)((long)(last - first) * (i + 1) / count));
            var dice = new SeededRandom(SeedOf(kind, strength, seed, i));
            if (Make(kind, strength, dice, from, to) is { } made)
            {
                yield return made;
            }
        }
    }

    /// <summary>Runs the price beyond stops that were resting: of those of each stretch one by dice, as long as it can be reached within half a day's range.</summary>
    public IEnumerable<AdversarialEvent> HuntOwn(IReadOnlyList<RestingStop> stops, double strength, long seed, int count)
    {
        var points = survey.Points;
        var own = stops.Where(stop => stop.Symbol == survey.Instrument.Symbol && Math.Abs(stop.Price - survey.MidAt(stop.Sent)) <= survey.DayRange / 2).ToList();
        for (var i = 0; i < count; i++)
        {
            var (from, to) = (points[(int)((long)(points.Count - 1) * i / count)].Time, points[(int)((long)(points.Count - 1) * (i + 1) / count)].Time);
            var here = own.FindAll(stop => stop.Sent >= from && stop.Sent + unit < to);
            if (here.Count > 0)
            {
                var stop = here[new SeededRandom(SeedOf(EventKind.OwnStopHunt, strength, seed, i)).Next(here.Count)];
                var price = survey.MidAt(stop.Sent + unit / 2);
                yield return Plain(EventKind.OwnStopHunt, new TimeRange(stop.Sent, stop.Sent + unit), Beyond(price, stop.Price, strength), "its stop " + survey.Instrument.FromRaw(stop.Price).ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    AdversarialEvent? Make(EventKind kind, double strength, SeededRandom dice, int from, int to) => kind switch
    {
        EventKind.StopHunt => Hunt(strength, dice, from, to),
        EventKind.SplicedRegime => Splice(strength, dice, from, to),
        EventKind.QuoteGap => Gap(strength, dice, from, to),
        EventKind.FlashCrash => Plain(kind, Window(dice, from, to, 3d), (dice.Next(2) == 0 ? 1 : -1) * (long)(strength * survey.DayRange), "a day's range"),
        EventKind.SpreadBlowOut => Plain(kind, Window(dice, from, to, 3d), (long)(strength * Math.Max(5d * survey.UsualSpread, 0.02 * survey.DayRange)), "ten spreads"),
        EventKind.LatencySpike => Plain(kind, Window(dice, from, to, 3d), (long)(strength * 2d * UtcNanos.Second), "the line"),
        _ => Plain(kind, Window(dice, from, to, 2d * strength), 0, "the quote"),
    };

    AdversarialEvent Plain(EventKind kind, TimeRange when, long size, string reason) => new(survey.Instrument.Symbol, kind, when, size, reason);

    /// <summary>Runs the price a tenth of a day's range beyond a level near by. Where no level is near in any of the tries, nothing is hunted.</summary>
    AdversarialEvent? Hunt(double strength, SeededRandom dice, int from, int to)
    {
        for (var i = 0; i < Tries; i++)
        {
            var when = Window(dice, from, to, 1d);
            var middle = when.From + when.Length / 2;
            var price = survey.MidAt(middle);
            List<PublicLevel> near = [.. levels.Near(when.From, price, survey.DayRange / 2)];
            if (near.Count > 0)
            {
                var level = near[dice.Next(near.Count)];
                return Plain(EventKind.StopHunt, when, Beyond(price, level.Price, strength), string.Create(CultureInfo.InvariantCulture, $"{level.Name} {survey.Instrument.FromRaw(level.Price)}"));
            }
        }

        return null;
    }

    /// <summary>How far a price has to go to pass a level by a tenth of a day's range.</summary>
    long Beyond(long price, long level, double strength) =>
        level - price + Math.Sign(level - price) * Math.Max(1L, (long)(strength * 0.1 * survey.DayRange));

    /// <summary>Takes the quotes of a stretch in which the price went far: of some draws the one with the largest move.</summary>
    AdversarialEvent Gap(double strength, SeededRandom dice, int from, int to)
    {
        var windows = Enumerable.Range(0, 16).Select(_ => Window(dice, from, to, 3d * strength)).ToList();
        return Plain(EventKind.QuoteGap, windows.MaxBy(window => Math.Abs(survey.MidAt(window.To) - survey.MidAt(window.From))), 0, "a move");
    }

    /// <summary>Lays another stretch's path over a window, its trend taken out so that it begins and ends at 0.</summary>
    AdversarialEvent Splice(double strength, SeededRandom dice, int from, int to)
    {
        var points = survey.Points;
        var count = Math.Clamp((to - from) / 4, 8, 256);
        var (donor, start) = (dice.Next(points.Count - count), dice.Next(from, Math.Max(from + 1, to - count)));
        var (first, last) = (points[donor].Last, points[donor + count - 1].Last);
        double[] path = [.. Enumerable.Range(0, count).Select(i => strength * (points[donor + i].Last - first - (double)(last - first) * i / (count - 1)))];
        var when = new TimeRange(points[start].Time, Math.Max(points[start].Time + 1, points[Math.Min(start + count - 1, points.Count - 1)].Time));
        return Plain(EventKind.SplicedRegime, when, (long)path.Max(Math.Abs), "the days from " + UtcNanos.ToIso(points[donor].Time)[..10]) with { Path = path };
    }

    /// <summary>A window that begins at an event, so that weekends are not hit, and ends within the stretch.</summary>
    TimeRange Window(SeededRandom dice, int from, int to, double units)
    {
        var points = survey.Points;
        var begin = points[dice.Next(from, Math.Max(from + 1, to - (to - from) / 8))].Time;
        var end = Math.Min(begin + (long)(units * unit), points[Math.Min(to, points.Count - 1)].Time);
        return new TimeRange(begin, Math.Max(begin + 1, end));
    }

    /// <summary>The dice of one event: instrument, kind, strength, seed and place, mixed.</summary>
    long SeedOf(EventKind kind, double strength, long seed, int at)
    {
        unchecked
        {
            var mixed = 17L;
            foreach (var letter in survey.Instrument.Symbol)
            {
                mixed = mixed * 1_000_003 + letter;
            }

            foreach (var part in (ReadOnlySpan<long>)[(long)kind, BitConverter.DoubleToInt64Bits(strength), seed, at])
            {
                mixed = (long)new SeededRandom(mixed * 31 + part).NextUInt64();
            }

            return mixed;
        }
    }
}
