using System.Numerics;

namespace Workbench.Scripting.Notebooks;

/// <summary>Counts what was not taken and says so, line by line at first, then at ever longer intervals: a flood must not become one of lines.</summary>
sealed class DropLog(TextWriter lines)
{
    const int EachOfTheFirst = 20;

    readonly Lock gate = new();
    long count;

    /// <summary>How many so far.</summary>
    public long Count => Interlocked.Read(ref count);

    public void Drop(string where, string why)
    {
        lock (gate)
        {
            if (++count <= EachOfTheFirst || BitOperations.IsPow2(count))
            {
                lines.WriteLine(FormattableString.Invariant($"notebook kernel: {where}: {why} (dropped, number {count})"));
            }
        }
    }
}
