namespace Workbench.Data.Importers;

/// <summary>What came out of an import: filled while its cursor is read, complete when the cursor has ended.</summary>
public sealed class ImportReport
{
    const int MaxWarnings = 100;

    readonly List<string> warnings = [];
    readonly SortedDictionary<string, Rejection> rejections = new(StringComparer.Ordinal);

    /// <summary>Files read.</summary>
    public int Files { get; internal set; }

    /// <summary>Files of those that hold nothing, which is a valid answer of a closed market.</summary>
    public int Empty { get; internal set; }

    /// <summary>Ticks, trades or bars that came through.</summary>
    public long Count { get; internal set; }

    /// <summary>Time of the first event (opening of the first bar), UTC nanoseconds; 0 where there is none.</summary>
    public long From { get; internal set; }

    /// <summary>Time of the last event (closing of the last bar), UTC nanoseconds; 0 where there is none.</summary>
    public long To { get; internal set; }

    /// <summary>Events left out, for any reason.</summary>
    public long Rejected { get; private set; }

    /// <summary>Ticks with bid above ask; kept.</summary>
    public long Crossed { get; internal set; }

    /// <summary>Ticks with bid equal to ask; kept.</summary>
    public long Locked { get; internal set; }

    /// <summary>Events with a time before their predecessor's; part of <see cref="Rejected"/>.</summary>
    public long Backwards { get; internal set; }

    /// <summary>Bars whose range left out their own open or close; kept, with high or low moved to hold it.</summary>
    public long Widened { get; internal set; }

    /// <summary>Rows that hold no price, which vendors write for stretches without trade; no fault, so not part of <see cref="Rejected"/>.</summary>
    public long Blank { get; internal set; }

    /// <summary>Events outside the instrument's hours, which were left out because the user asked for regular hours; no part of <see cref="Rejected"/>.</summary>
    public long OutsideHours { get; internal set; }

    /// <summary>Prices that had more decimals than the instrument and were rounded.</summary>
    public long RoundedPrices { get; internal set; }

    /// <summary>Sizes that had more decimals than the instrument stores and were rounded.</summary>
    public long RoundedSizes { get; internal set; }

    /// <summary>Why events were left out, how many, and where the first one is.</summary>
    public IReadOnlyCollection<Rejection> Rejections => rejections.Values;

    /// <summary>What a person should know, one sentence each.</summary>
    public IReadOnlyList<string> Warnings => warnings;

    internal void Warn(string sentence)
    {
        if (warnings.Count < MaxWarnings && !warnings.Contains(sentence))
        {
            warnings.Add(sentence);
        }
    }

    /// <summary>Takes over what was counted while the bars were read that this tape is made of.</summary>
    internal void Absorb(ImportReport bars)
    {
        Files += bars.Files;
        Empty += bars.Empty;
        Blank += bars.Blank;
        Widened += bars.Widened;
        Rejected += bars.Rejected;
        Backwards += bars.Backwards;
        OutsideHours += bars.OutsideHours;
        RoundedPrices += bars.RoundedPrices;
        RoundedSizes += bars.RoundedSizes;
        foreach (var rejection in bars.Rejections)
        {
            rejections.TryAdd(rejection.Reason, rejection with { Count = 0 });
            rejections[rejection.Reason] = rejections[rejection.Reason] with { Count = rejections[rejection.Reason].Count + rejection.Count };
        }

        foreach (var warning in bars.Warnings)
        {
            Warn(warning);
        }
    }

    internal void Reject(string reason, string place)
    {
        Rejected++;
        rejections[reason] = rejections.TryGetValue(reason, out var before)
            ? before with { Count = before.Count + 1 }
            : new Rejection(reason, 1, place);
    }
}
