using System.Globalization;
using System.Text;

namespace Workbench.App;

/// <summary>Shows how far a sweep is, with the best so far: a table that stays in its place on a terminal, a plain line now and then elsewhere.</summary>
sealed class SweepScreen : IDisposable
{
    static readonly TimeSpan Often = TimeSpan.FromMilliseconds(250);
    static readonly TimeSpan Seldom = TimeSpan.FromSeconds(5);

    readonly Terminal terminal;
    readonly SweepPlan plan;
    readonly SweepProgress progress;
    readonly Timer timer;
    readonly Lock drawing = new();
    int lines;
    bool isOver;

    public SweepScreen(Terminal terminal, SweepPlan plan, SweepProgress progress)
    {
        (this.terminal, this.plan, this.progress) = (terminal, plan, progress);
        var each = terminal.ShowsProgress ? Often : Seldom;
        timer = new Timer(_ => Show(), null, each, each);
    }

    public void Dispose()
    {
        timer.Dispose();
        lock (drawing)
        {
            isOver = true;
            Clear();
        }
    }

    /// <summary>Done, total, rate and how long it may still take, in one line.</summary>
    public static string Line(SweepProgress progress) => string.Create(CultureInfo.InvariantCulture,
        $"{progress.Done:N0} of {progress.Total:N0} variants, {progress.Rate:0.0} a second{(progress.Left is { } left ? $", {Span(left)} left" : "")}");

    void Show()
    {
        lock (drawing)
        {
            if (isOver)
            {
                return;
            }

            if (!terminal.ShowsProgress)
            {
                terminal.Progress(Line(progress));
                return;
            }

            Clear();
            var text = new StringBuilder();
            foreach (var row in progress.Best)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"{SweepText.Figure(row),12}  {row.Result.Key}");
            }

            text.AppendLine(CultureInfo.InvariantCulture, $"{plan.Objective}: the best so far above; {Line(progress)}");
            lines = progress.Best.Count + 1;
            Console.Error.Write(text);
        }
    }

    void Clear()
    {
        if (lines > 0)
        {
            Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\u001b[{lines}A\u001b[J"));
            lines = 0;
        }
    }

    static string Span(double seconds) => seconds < 90d ? string.Create(CultureInfo.InvariantCulture, $"{seconds:0} s")
        : seconds < 5_400d ? string.Create(CultureInfo.InvariantCulture, $"{seconds / 60d:0} min")
        : string.Create(CultureInfo.InvariantCulture, $"{seconds / 3_600d:0.0} h");
}
