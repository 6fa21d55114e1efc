using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Workbench.Scripting.Notebooks;

/// <summary>A bar that fills up while a cell works. Safe to report to from many threads.</summary>
public sealed class ProgressBar : IProgress<double>, IDisposable
{
    const int Width = 30;

    // More than an eye can follow is not worth sending.
    static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    readonly Lock door = new();
    readonly Stopwatch since = Stopwatch.StartNew();
    readonly string name;
    readonly double total;
    readonly DisplayHandle display;
    TimeSpan drawn;
    double done;
    bool isOver;

    internal ProgressBar(string name, double total)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(total);
        (this.name, this.total) = (name, total);
        display = Cell.Display(Picture());
    }

    /// <summary>Says how far the work has come. It may go back, and is drawn at most ten times a second.</summary>
    /// <param name="value">How much is done, from 0 to the total; what lies beyond is drawn at the edge.</param>
    public void Report(double value)
    {
        lock (door)
        {
            done = double.IsNaN(value) ? 0 : Math.Clamp(value, 0, total);
            if (!isOver && since.Elapsed - drawn >= Pace)
            {
                drawn = since.Elapsed;
                display.Update(Picture());
            }
        }
    }

    /// <summary>Draws it a last time, with how long the work took.</summary>
    public void Dispose()
    {
        lock (door)
        {
            if (!isOver)
            {
                isOver = true;
                display.Update(Picture());
            }
        }
    }

    MimeBundle Picture()
    {
        var full = (int)(done / total * Width);
        var words = string.Create(CultureInfo.InvariantCulture, $"{done / total * 100:0} % in {since.Elapsed.TotalSeconds:0.0} s");
        var html = string.Create(CultureInfo.InvariantCulture, $"{WebUtility.HtmlEncode(name)} <progress value=\"{done}\" max=\"{total}\"></progress> {words}");
        return MimeBundle.Html(html, $"{name} [{new string('#', full)}{new string('.', Width - full)}] {words}");
    }
}
