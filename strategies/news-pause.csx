// Two moving averages that keep still around what moves markets most: flat from some minutes before each release of high impact of its two
// currencies until some minutes after it. Needs a calendar besides its prices: --data EURUSD:ticks --data EURUSD:calendar

public sealed class NewsPause : Strategy
{
    [Parameter(1, 500)] public int Fast { get; init; } = 10;
    [Parameter(2, 1000)] public int Slow { get; init; } = 30;
    [Parameter(1, 720, Description = "minutes before a release from which it is flat")] public int Before { get; init; } = 30;
    [Parameter(1, 720, Description = "minutes after a release until which it stays flat")] public int After { get; init; } = 60;
    [Parameter] public decimal Qty { get; init; } = 10_000m;
    [Parameter] public BarSpec Timeframe { get; init; } = Bars.Minutes(5);

    readonly List<DateTime> releases = [];
    Sma fast = null!, slow = null!;

    public override void OnStart()
    {
        fast = Add(new Sma(Fast), Timeframe);
        slow = Add(new Sma(Slow), Timeframe);
    }

    public override void OnCalendar(CalendarEvent calendar)
    {
        if (calendar.Impact != CalendarImpact.High || calendar is CalendarRevision || !calendar.Concerns(Instrument))
            return;

        // A session on live prices may hear a figure long after its release.
        if (Now >= calendar.Due.AddMinutes(After))
            return;

        // An announcement leaves time to get out. A release that nobody announced ends the trade at once.
        if (calendar is CalendarAnnouncement)
            SetTimer(calendar.Due.AddMinutes(-Before), calendar.Name);
        else if (!releases.Contains(calendar.Due))
            TargetPosition(0m, tag: calendar.Name);

        if (!releases.Contains(calendar.Due))
            releases.Add(calendar.Due);
    }

    public override void OnTimer(string name) => TargetPosition(0m, tag: name);

    public override void OnBar(in Bar bar)
    {
        releases.RemoveAll(due => Now >= due.AddMinutes(After));
        if (IsQuiet() && slow.IsReady && Sma.Compare(fast, slow) is var side and not 0)
            TargetPosition(side * Qty, tag: side > 0 ? "fast above slow" : "fast below slow");
    }

    bool IsQuiet()
    {
        foreach (var due in releases)
        {
            if (Now >= due.AddMinutes(-Before))
                return false;
        }

        return true;
    }
}
