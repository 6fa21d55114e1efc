namespace Workbench.App;

/// <summary>Measures workloads: makes their tapes, runs each some times in fresh processes, and takes medians. It never judges a time.</summary>
/// <param name="root">The project's folder, which holds the scripts.</param>
/// <param name="lakes">Folder for the tapes.</param>
/// <param name="home">Folder for the runs and the compiled scripts of what is measured.</param>
/// <param name="say">Told of what is at hand.</param>
sealed class Bench(string root, string lakes, string home, Action<string> say)
{
    /// <summary>Where the vendor's files of W5 lie, beside the project; they may not be passed on with it.</summary>
    string VendorFiles => Path.GetFullPath(Path.Combine(root, "..", "shared", "data", "dukascopy-bi5", "GBPJPY"));

    /// <summary>The order book of W13, of the same kind.</summary>
    string RecordedBook => Path.GetFullPath(Path.Combine(root, "..", "shared", "data", "binance-ws-capture", "usdm", "btcusdt_20240808.gz"));

    /// <summary>The figures of one workload.</summary>
    public BenchResult Run(Workload workload, int runs, CancellationToken cancel)
    {
        if (workload.Tape == BenchTape.Vendor && !Directory.Exists(VendorFiles))
        {
            return new BenchResult { Workload = workload.Name, Skipped = "../shared/data is not there: the real data are not part of the repository" };
        }

        if (workload.Step == "copy" && BenchServer.SkipReason is { } missing)
        {
            return new BenchResult { Workload = workload.Name, Skipped = missing };
        }

        say($"{workload.Name}: {workload.Title}");
        var also = new SortedDictionary<string, double>(StringComparer.Ordinal);
        if (workload.Tape == BenchTape.Vendor)
        {
            Import(workload, workload.Step == "run" ? runs : 1, also, cancel);
        }
        else if (workload.Tape == BenchTape.Book)
        {
            workload.Tape.MakeBook(Workspace.OpenLake(LakeOf(workload)), RecordedBook);
        }
        else
        {
            workload.Tape.Make(Workspace.OpenLake(LakeOf(workload)));
        }

        if (workload.Step != "run")
        {
            return OfItsOwn(workload, runs, cancel);
        }

        // The first run compiles the script and fetches the tape into memory; it counts where that is the question.
        var first = Step(workload, "run");
        if (workload.Tape == BenchTape.Moment)
        {
            also["uncachedSeconds"] = Math.Round(BenchResult.Median(Times(runs, cancel, () => Uncached(workload)), run => run.WallSeconds), 3);
            first = Step(workload, "run");
        }

        var measured = Times(runs, cancel, () => Step(workload, "run"));
        if (measured.Exists(run => run.EventLogHash != first.EventLogHash))
        {
            throw CliErrors.HashesDiffer(workload.Name);
        }

        var floor = workload.Floor is null ? null : Step(workload, "floor");
        return BenchResult.Of(workload, measured, floor) with { Also = also };
    }

    BenchResult OfItsOwn(Workload workload, int runs, CancellationToken cancel)
    {
        Step(workload, workload.Step);
        var measured = Times(runs, cancel, () => Uncached(workload));
        var figures = measured[0].Also.Keys.Order(StringComparer.Ordinal).ToDictionary(name => name, name => Math.Round(BenchResult.Median(measured, run => run.Also[name]), 2));
        return BenchResult.Of(workload, measured, null) with { Also = figures };
    }

    void Import(Workload workload, int runs, SortedDictionary<string, double> also, CancellationToken cancel)
    {
        var imports = Times(runs, cancel, () =>
        {
            if (Directory.Exists(LakeOf(workload)))
            {
                Directory.Delete(LakeOf(workload), recursive: true);
            }

            return Step(workload, "import", VendorFiles);
        });
        also["importSeconds"] = Math.Round(BenchResult.Median(imports, import => import.WallSeconds), 3);
        also["importPeakMb"] = Math.Round(BenchResult.Median(imports, import => import.PeakMemoryMb), 1);
        also["fileRatio"] = Math.Round((double)Size(LakeOf(workload), "*.parquet") / Size(VendorFiles, "*.bi5"), 3);
    }

    Measure Uncached(Workload workload)
    {
        if (Directory.Exists(Workspace.ScriptCache))
        {
            Directory.Delete(Workspace.ScriptCache, recursive: true);
        }

        return Step(workload, workload.Step);
    }

    Measure Step(Workload workload, string step, params ReadOnlySpan<string> more)
    {
        if (Directory.Exists(Workspace.Runs))
        {
            Directory.Delete(Workspace.Runs, recursive: true);
        }

        return BenchProcess.Run(home, ["bench", "--step", step, "--lake", LakeOf(workload), "--scripts", root, workload.Name, .. more]);
    }

    string LakeOf(Workload workload) => Path.Combine(lakes, workload.Tape.Folder);

    Workspace Workspace => Workspace.At(home);

    static List<Measure> Times(int runs, CancellationToken cancel, Func<Measure> measure)
    {
        List<Measure> measures = [];
        while (measures.Count < runs)
        {
            cancel.ThrowIfCancellationRequested();
            measures.Add(measure());
        }

        return measures;
    }

    static long Size(string folder, string files) => new DirectoryInfo(folder).EnumerateFiles(files, SearchOption.AllDirectories).Sum(file => file.Length);
}
