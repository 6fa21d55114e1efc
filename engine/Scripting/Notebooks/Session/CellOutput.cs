using System.Globalization;
using System.Text;

namespace Workbench.Scripting.Notebooks;

/// <summary>
/// The output of one cell: gathers what is printed into larger pieces, in order with what is displayed, and stops at a bound. What its cell's
/// threads print after its end goes to the cell that runs then.
/// </summary>
/// <param name="inner">Where it goes.</param>
/// <param name="most">Most characters to print.</param>
/// <param name="runs">Told of what is shown of runs, which may turn stale.</param>
/// <param name="latest">The kernel's latest cell's output.</param>
sealed class CellOutput(ICellOutput inner, int most, ShownRuns runs, Func<CellOutput?> latest) : ICellOutput
{
    const int Piece = 8192;

    // A picture has its bound too, however many there are: enough for a hundred large figures.
    const int MostShown = 200_000_000;

    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    readonly Lock door = new();
    readonly StringBuilder waiting = new();
    Timer? timer;
    StreamName waitingFor;
    long printed, shown;
    bool ended;

    CellOutput Target => ended && latest() is { } other ? other : this;

    public void Stream(StreamName name, string text) => Target.Print(name, text);

    public void Display(MimeBundle content, string? displayId = null) => Target.Show(content, displayId, () => inner.Display(content, displayId));

    public void Update(string displayId, MimeBundle content) => Target.Show(content, displayId, () => inner.Update(displayId, content));

    public void Clear(bool wait) => Target.InOrder(() => inner.Clear(wait));

    /// <summary>The cell is over: shows what waits, and says what was too much.</summary>
    public void End()
    {
        lock (door)
        {
            Flush();
            timer?.Dispose();
            ended = true;
            if (printed > most)
            {
                var rest = printed - most;
                inner.Stream(StreamName.Error, string.Create(CultureInfo.InvariantCulture, $"\n… and {rest:N0} characters more: a cell prints at most {most:N0}.\n"));
            }

            if (shown > MostShown)
            {
                inner.Stream(StreamName.Error, "… and more to display than a notebook holds.\n");
            }
        }
    }

    void Print(StreamName name, string text)
    {
        lock (door)
        {
            var room = (int)Math.Clamp(most - printed, 0, text.Length);
            printed += text.Length;
            if (waitingFor != name)
            {
                Flush();
                waitingFor = name;
            }

            waiting.Append(text, 0, room);
            if (waiting.Length >= Piece || ended)
            {
                Flush();
            }
            else if (waiting.Length > 0)
            {
                (timer ??= new Timer(_ => InOrder(() => { }))).Change(Pause, Timeout.InfiniteTimeSpan);
            }
        }
    }

    void Show(MimeBundle content, string? displayId, Action show) => InOrder(() =>
    {
        if (displayId is not null)
        {
            runs.Note(displayId, content);
        }

        shown += content.Forms.Sum(form => (long)form.Value.Length);
        if (shown <= MostShown)
        {
            show();
        }
    });

    void InOrder(Action action)
    {
        lock (door)
        {
            Flush();
            action();
        }
    }

    void Flush()
    {
        if (waiting.Length > 0)
        {
            inner.Stream(waitingFor, waiting.ToString());
            waiting.Clear();
        }
    }
}
