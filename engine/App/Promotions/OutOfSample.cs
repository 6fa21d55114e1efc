using Workbench.Core;
using Workbench.Model;
using Workbench.Research;

namespace Workbench.App;

/// <summary>
/// The same script with the same settings over a stretch that the run has not seen: one that was named, one that is kept, or one that is
/// run now over what the lake holds beside it. Only where there is none, and a day was named, the run itself is split.
/// </summary>
sealed class OutOfSample(Workspace workspace, RunDocument run, RunRecipe recipe, PaperOptions options, Action<WorkbenchException> stuck, CancellationToken cancel)
{
    /// <summary>Kept runs that are looked through, the newest first.</summary>
    const int MostLookedAt = 200;

    /// <summary>Figures in sample and out of sample; empty before the gate was tried, and where there are none.</summary>
    public IReadOnlyList<SampleFigures> Figures { get; private set; } = [];

    /// <summary>Looks for it.</summary>
    public Gate Gate(string name)
    {
        if (options.OutOfSample is { } named)
        {
            return Named(name, named);
        }

        if (Kept() is { } kept)
        {
            return Beside(name, run, kept, $"run {kept.Identity.RunId}, which is kept");
        }

        if (Outside() is { } outside)
        {
            return Beside(name, run, Make(outside), "run now, over what the lake holds beside the run");
        }

        return options.Split is { } day ? Split(name, day) : new Gate(name, false,
            "there is no run of the same script and settings over another stretch, and the lake holds nothing of the data outside this one.",
            $"./run.sh data import …, which brings more of {string.Join(", ", recipe.Data)}; or --split DATE, where nothing else is to be had");
    }

    Gate Named(string name, string wanted)
    {
        var folder = new RunShelf(workspace).Find(wanted);
        var other = RunFolder.LoadDocument(folder);
        if (RunRecipe.Load(folder) is not { } its)
        {
            throw PromotionErrors.NoRecipe(other.Identity.RunId);
        }

        var differences = RecipeDifferences.Between(recipe, its);
        return differences.Count > 0 ? new Gate(name, false, $"{other.Identity.RunId} is not the same: {string.Join("; ", differences)}.", recipe.ToCommand())
            : its.Range.Overlaps(recipe.Range) ? new Gate(name, false, $"{other.Identity.RunId} covers {its.Range}, which is in part what the run covers ({recipe.Range}).", "the same backtest with --from and --to beside that")
            : Beside(name, run, other, $"run {other.Identity.RunId}, as named");
    }

    Gate Beside(string name, RunDocument inside, RunDocument outside, string where)
    {
        Figures = [SampleFigures.Of(inside), SampleFigures.Of(outside)];
        var table = SampleFigures.Table(Figures[0], Figures[1]);
        return outside.IsPartial ? new Gate(name, false, $"{where}, was cut short.\n{table}", "the same without --out-of-sample")
            : outside.Trades < 1 ? new Gate(name, false, $"{where}, closed no trade: it shows nothing.\n{table}", "a longer stretch out of sample: ./run.sh data import …, or --out-of-sample RUN")
            : new Gate(name, true, $"{where}\n{table}");
    }

    Gate Split(string name, long day)
    {
        if (!recipe.Range.Contains(day) || day == recipe.From)
        {
            return new Gate(name, false, $"--split {UtcNanos.ToIso(day)} does not lie within the run, {recipe.Range}.", "--split with a day within it");
        }

        var (before, after) = (Make(recipe.Range with { To = day }), Make(recipe.Range with { From = day }));
        return Beside(name, before, after, "SPLIT AFTER THE FACT: both sides were known when the script was chosen, so that this is less than out of sample; both were run now");
    }

    RunDocument? Kept()
    {
        var shelf = new RunShelf(workspace);
        // One that a damaged folder or an older version left is no evidence, and no reason to refuse.
        return shelf.Newest(MostLookedAt, _ => { }).FirstOrDefault(other => other.Config.Mode == RunMode.Backtest && !other.IsPartial && other.Trades > 0
            && other.Identity.StrategySha256 == recipe.Sha256 && !other.Config.Range.Overlaps(recipe.Range)
            && RunRecipe.Load(shelf.Find(other.Identity.RunId)) is { } its && RecipeDifferences.Between(recipe, its).Count == 0);
    }

    /// <summary>The longer of the two stretches that the lake holds before and behind the run; null where it holds neither.</summary>
    TimeRange? Outside()
    {
        var all = new TimeRange(long.MinValue, long.MaxValue);
        var history = workspace.OpenStore(workspace.Kept(recipe.Lake));
        foreach (var word in recipe.Data.Select(DataRequest.Parse).Where(word => !word.IsNotice))
        {
            var stored = history.Describe(history.Instrument(word.Symbol), word.Kind!.Value, word.Bars, TimeRange.All);
            all = new TimeRange(Math.Max(all.From, stored.From), Math.Min(all.To, stored.To));
        }

        TimeRange[] beside = [new(recipe.To, all.To), new(all.From, recipe.From)];
        return beside.Where(stretch => stretch.From < stretch.To && Holds(history, stretch)).Select(stretch => (TimeRange?)stretch).MaxBy(stretch => stretch!.Value.Length);
    }

    bool Holds(IHistory history, TimeRange stretch) => recipe.Data.Select(DataRequest.Parse).All(word =>
    {
        try
        {
            if (word.IsNotice)
            {
                new TapeRack(history, recipe.Lake).AddNotices(word, stretch);
                return true;
            }

            return history.Describe(history.Instrument(word.Symbol), word.Kind!.Value, word.Bars, stretch).Count > 0;
        }
        catch (WorkbenchException)
        {
            return false;
        }
    });

    RunDocument Make(TimeRange range)
    {
        var there = recipe with { From = range.From, To = range.To };
        var request = there.ToRequest(workspace);
        var made = new Backtest(workspace, workspace.OpenStore(request.Lake)).Run(request, stuck, started: null, cancel);
        cancel.ThrowIfCancellationRequested();
        return made.Document;
    }
}
