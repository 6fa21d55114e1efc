using Workbench.Model;
using Workbench.Scripting.Notebooks;

namespace Workbench.App.Cells;

/// <summary>The ladder from a run to paper trading, as a cell climbs it. To live it goes on at the command line, where a person types the account.</summary>
public static class Promotion
{
    /// <summary>Writes a strategy class of a cell out as a script, to the letter of its cell.</summary>
    /// <param name="strategy">The class.</param>
    /// <param name="path">Where to, such as <c>strategies/my-cross.csx</c>. A file with the same text may be there; one with another text is left alone.</param>
    /// <returns>The script's full path.</returns>
    /// <exception cref="WorkbenchException">The text does not stand alone or would not run the same twice, or another file has that name.</exception>
    public static string Export(Type strategy, string path)
    {
        var workspace = Workspace.Find();
        return ScriptText.Of(workspace, strategy).Export(Path.GetFullPath(path, workspace.Root));
    }

    /// <summary>Tries all gates between a run and paper trading, and promotes it where all are passed.</summary>
    /// <param name="run">The run.</param>
    /// <param name="script">Where the script of a cell is to lie from now on, such as <c>strategies/my-cross.csx</c>; may be left out for a run of a file.</param>
    /// <param name="minTrades">Closed trades below which a run says nothing. Default 30.</param>
    /// <param name="outOfSample">The run over data that this one did not see; looked for, or made, when left out.</param>
    /// <param name="split">Where the run is split in two if there are no such data.</param>
    /// <exception cref="WorkbenchException">The run can be none that is promoted.</exception>
    public static Task<PromotionAttempt> ToPaper(Run run, string? script = null, int minTrades = 30, Run? outOfSample = null, Moment? split = null)
    {
        var workspace = Workspace.Find();
        var path = script is null ? run.ScriptPath
            : run.Text is { Source: not null } text ? text.Export(Path.GetFullPath(script, workspace.Root))
            : Place.Of(workspace, script);
        var options = new PaperOptions { MinTrades = minTrades, Script = path, OutOfSample = outOfSample?.Id, Split = split is { } at ? Moment.Range(at, null).From : null };
        var cancel = CellContext.CurrentOrNone?.Interrupt ?? default;
        return Task.Run(() => Attempt(new Promoter(workspace, _ => { }, Console.Error.WriteLine, Backtest.Stuck).Try(run.Id, options, cancel), path), cancel);
    }

    /// <summary>Ends a promotion: no session begins under it any more. One that runs goes on, and is named.</summary>
    /// <param name="id">The promotion, such as <c>p1</c>.</param>
    /// <param name="why">The reason, for the ledger.</param>
    /// <exception cref="WorkbenchException">There is none of that name, or it has ended.</exception>
    public static void Demote(string id, string why = "")
    {
        var workspace = Workspace.Find();
        foreach (var session in new Promoter(workspace, _ => { }, Console.Error.WriteLine, Backtest.Stuck).Demote(id, why).Running)
        {
            Console.Error.WriteLine($"session {session} runs on under it. Try: ./run.sh stop {session}");
        }
    }

    /// <summary>The ledger, oldest first: what was promoted, refused, begun and ended.</summary>
    public static IReadOnlyList<PromotionLine> History() =>
    [
        .. new Ledger(Workspace.Find(), Console.Error.WriteLine).Read().Entries.Select(entry =>
            new PromotionLine(entry.Promotion, Word(entry.Event), Word(entry.To), entry.Time, entry.Who, entry.Recipe?.Script, entry.Run)),
    ];

    static PromotionAttempt Attempt(PromotionResult result, string path) => new(
        result.Entry.Promotion, Word(result.Entry.To), result.IsPromoted, [.. result.Gates.Select(gate => new PromotionGate(gate.Name, gate.Passed, gate.Words, gate.TryNext))], path);

    static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}
