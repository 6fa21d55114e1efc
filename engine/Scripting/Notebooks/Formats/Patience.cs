using System.Diagnostics;

namespace Workbench.Scripting.Notebooks;

/// <summary>
/// How long one value may take to be looked at. What a cell's own code takes to answer adds up over rows and columns; when it is too much, the rest is
/// shown as an ellipsis. Formatting runs on one thread from beginning to end, so the thread keeps the time.
/// </summary>
static class Patience
{
    static readonly TimeSpan Most = TimeSpan.FromSeconds(2);

    [ThreadStatic]
    static long began;

    public static bool IsOver => Stopwatch.GetElapsedTime(began) > Most;

    public static void Begin() => began = Stopwatch.GetTimestamp();
}
