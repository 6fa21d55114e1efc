using System.Text.Encodings.Web;
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
        var lines = Lines([.. families.Select(family => family.Lineage).Distinct(StringComparer.Ordinal)]);
        var counted = new SortedSet<int>();
        foreach (var family in families)
        {
            counted.UnionWith(Overlapping(lines, family));
        }

        var tally = new TrialTally();
        foreach (var at in counted)
        {
            Add(tally, lines[at].Line, lines[at].Number);
        }

        return tally.Count;
    }

    /// <summary>The lines of some lineages. All are held against the chain, and those that do not even hold the name are not taken apart: a backtest waits for this.</summary>
    List<(long Number, TrialLine Line)> Lines(IReadOnlyList<string> lineages)
    {
        List<byte[]> names = [.. lineages.Select(lineage => JsonEncodedText.Encode(lineage, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes.ToArray())];
        var lines = new List<(long, TrialLine)>();
        var number = 0L;
        foreach (var line in file.Read())
        {
            number++;
            if (names.Exists(name => line.AsSpan().IndexOf(name) >= 0))
            {
                lines.Add((number, Parsed(line, number)));
            }
        }

        return lines;
    }

    TrialLine Parsed(byte[] line, long number)
    {
        try
        {
            return TrialLine.FromJson(line);
        }
        catch (JsonException newer)
        {
            throw TrialErrors.Newer(file.Path, number, newer.Message);
        }
    }

    /// <summary>Places of the lines of the family. Time that is covered grows with each line that overlaps it, until none does any more.</summary>
    static List<int> Overlapping(List<(long Number, TrialLine Line)> lines, TrialFamily family)
    {
        var (from, to) = (family.From, family.To);
        var kin = Enumerable.Range(0, lines.Count).Where(at => lines[at].Line.Family.IsKin(family)).ToList();
        for (var grown = true; grown;)
        {
            grown = false;
            foreach (var line in kin.Select(at => lines[at].Line.Family).Where(line => line.From < to && line.To > from && (line.From < from || line.To > to)))
            {
                (from, to, grown) = (Math.Min(from, line.From), Math.Max(to, line.To), true);
            }
        }

        return kin.FindAll(at => lines[at].Line.Family.From < to && lines[at].Line.Family.To > from);
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
