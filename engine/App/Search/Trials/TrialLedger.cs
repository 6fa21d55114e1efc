using System.Text.Json;
using Workbench.Model;

namespace Workbench.App;

/// <summary>
/// The ledger of trials: each evaluation of a strategy, by whichever door it was made. Lines are only ever added; what is deleted
/// elsewhere, a run or a whole sweep, leaves its trials here. From it comes the number that the odds of a winner are made of.
/// </summary>
/// <param name="workspace">Where it lies.</param>
/// <param name="tell">Told of what a crash left behind.</param>
sealed class TrialLedger(Workspace workspace, Action<string> tell)
{
    const int LongestSingle = 4_096;

    // Half a million runs by hand; a sweep takes a line for each of its batches.
    static readonly LedgerForm Form = new("trials", 256 << 20, TrialErrors.Changed, TrialErrors.Busy, TrialErrors.TooLong);

    readonly LedgerFile file = new(workspace.TrialLedger, Form, tell);

    /// <summary>Adds evaluations. They are on the disk when this returns, or none of them is; it waits for others that add.</summary>
    /// <param name="source">Who tried: hand, notebook, sweep, evolve, walkforward …</param>
    /// <param name="family">What they are tries at.</param>
    /// <param name="trials">All that were evaluated, the failed, stopped and repeated ones among them.</param>
    /// <param name="origin">Where they came from, for a reader.</param>
    /// <exception cref="WorkbenchException">The ledger was changed, is held by another for too long, or cannot be written.</exception>
    public void Record(string source, TrialFamily family, IReadOnlyList<Trial> trials, TrialOrigin? origin = null)
    {
        if (trials.Count == 0)
        {
            return;
        }

        try
        {
            var isSingle = trials.Count == 1 && trials[0].Key.Length <= LongestSingle;
            var line = new TrialLine(source, family, isSingle ? trials[0] : null, isSingle ? null : TrialBatch.Write(workspace.TrialLedger, trials), trials.Count);
            file.Append((sequence, previous) => line.ToJson(sequence, previous, UtcNanos.ToIso(UtcNanos.From(DateTime.UtcNow)), origin));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw TrialErrors.NoRoom(file.Path, refused);
        }
    }

    /// <summary>The trials of one family, or of several together, and of all that overlap them in time, and of those that overlap these.</summary>
    /// <exception cref="WorkbenchException">The ledger was changed, or is held by another for too long.</exception>
    public TrialCount Count(params IReadOnlyList<TrialFamily> families)
    {
        var lines = Lines();
        var counted = new SortedSet<int>();
        foreach (var family in families)
        {
            counted.UnionWith(Overlapping(lines, family));
        }

        var tally = new TrialTally();
        foreach (var at in counted)
        {
            Add(tally, lines[at], at + 1);
        }

        return tally.Count;
    }

    List<TrialLine> Lines()
    {
        var raw = file.Read();
        var lines = new List<TrialLine>(raw.Count);
        foreach (var line in raw)
        {
            try
            {
                lines.Add(TrialLine.FromJson(line));
            }
            catch (JsonException newer)
            {
                throw TrialErrors.Newer(file.Path, lines.Count + 1, newer.Message);
            }
        }

        return lines;
    }

    /// <summary>Places of the lines of the family. Time that is covered grows with each line that overlaps it, until none does any more.</summary>
    static List<int> Overlapping(List<TrialLine> lines, TrialFamily family)
    {
        var (from, to) = (family.From, family.To);
        var kin = Enumerable.Range(0, lines.Count).Where(at => lines[at].Family.IsKin(family)).ToList();
        for (var grown = true; grown;)
        {
            grown = false;
            foreach (var line in kin.Select(at => lines[at].Family).Where(line => line.From < to && line.To > from && (line.From < from || line.To > to)))
            {
                (from, to, grown) = (Math.Min(from, line.From), Math.Max(to, line.To), true);
            }
        }

        return kin.FindAll(at => lines[at].Family.From < to && lines[at].Family.To > from);
    }

    void Add(TrialTally tally, TrialLine line, long number)
    {
        if (line.Single is { } trial)
        {
            tally.Add(line.Source, trial.Identity, trial.Sharpe);
            return;
        }

        var batch = TrialBatch.Read(workspace.TrialLedger, line.Batch ?? "", line.Count);
        if (batch?.Count != line.Count)
        {
            throw TrialErrors.Changed(file.Path, number, $"its {line.Count} trials, {TrialBatch.PathOf(workspace.TrialLedger, line.Batch ?? "")}, are not what was written there.");
        }

        batch.ForEach(each => tally.Add(line.Source, each.Identity, each.Sharpe));
    }
}
