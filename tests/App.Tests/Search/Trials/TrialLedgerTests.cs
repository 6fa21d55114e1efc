namespace Workbench.App.Tests.Search.Trials;

/// <summary>The ledger of trials: what was tried is counted, once for each behaviour, and can be neither forgotten nor altered unseen.</summary>
public sealed class TrialLedgerTests : IDisposable
{
    const int Seed = 20261126;

    static readonly TrialFamily January = new("cross", ["EURUSD"], 0, 100);

    readonly TempFolder folder = new();
    readonly List<string> told = [];

    Workspace Workspace => Workspace.At(folder.Path);

    string Lines => Path.Combine(Workspace.TrialLedger, "trials.jsonl");

    TrialLedger Ledger => new(Workspace, told.Add);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Trials_with_one_behaviour_are_one_and_those_that_failed_are_told_apart_by_their_keys()
    {
        Ledger.Record("sweep", January, [Did("a", 0.1), Did("b", 0.2), Did("b", 0.2), Failed("x"), Failed("y")]);
        Ledger.Record("notebook", January, [Did("b", 0.2), Failed("x"), Did("c", null)]);
        Ledger.Record("hand", January, [Did("d", -0.3)]);

        var count = Ledger.Count(January);
        Assert.Equal(6, count.Distinct);
        Assert.Equal(["hand 1", "notebook 1", "sweep 4"], count.BySource.Select(each => $"{each.Key} {each.Value}"));
        Assert.Equal([0.1, 0.2, -0.3], count.Sharpes);
        Assert.Equal("6 (hand 1, notebook 1, sweep 4)", count.ToString());
    }

    [Fact]
    public void A_family_is_one_line_over_the_same_instruments_in_time_that_overlaps_also_by_way_of_others()
    {
        Ledger.Record("hand", January, [Did("a", 0)]);
        Ledger.Record("hand", January with { From = 90, To = 200 }, [Did("b", 0)]);
        Ledger.Record("hand", January with { From = 190, To = 300 }, [Did("c", 0)]);
        Ledger.Record("hand", January with { From = 300, To = 400 }, [Did("d", 0)]);
        Ledger.Record("hand", January with { Lineage = "other" }, [Did("e", 0)]);
        Ledger.Record("hand", January with { Instruments = ["EURUSD", "GBPUSD"] }, [Did("f", 0)]);

        Assert.Equal(3, Ledger.Count(January).Distinct);
        Assert.Equal(1, Ledger.Count(January with { From = 350, To = 500 }).Distinct);
        Assert.Equal(4, Ledger.Count(January, January with { From = 350, To = 500 }).Distinct);
        Assert.Equal(0, Ledger.Count(January with { From = 500, To = 600 }).Distinct);
    }

    [Fact]
    public void Every_byte_that_is_changed_is_found_with_its_line()
    {
        Ledger.Record("sweep", January, [Did("a", 0.1), Did("b", 0.2)]);
        Ledger.Record("hand", January, [Did("c", 0.3)]);
        var dice = new Random(Seed);
        foreach (var file in Directory.GetFiles(Workspace.TrialLedger).Where(path => new FileInfo(path).Length > 0))
        {
            var good = File.ReadAllBytes(file);
            for (var at = 0; at < good.Length; at++)
            {
                var bad = (byte[])good.Clone();
                bad[at] = (byte)(bad[at] ^ (1 << dice.Next(8)));
                File.WriteAllBytes(file, bad);
                var refused = Assert.Throws<WorkbenchException>(() => Ledger.Count(January));
                Assert.True(refused.Code == "WB4410" && refused.Message.Contains("line ", StringComparison.Ordinal), $"byte {at} of {file}, seed {Seed}: {refused}");
            }

            File.WriteAllBytes(file, good);
        }

        Assert.Equal(3, Ledger.Count(January).Distinct);
    }

    [Fact]
    public void A_batch_whose_file_is_gone_is_found_and_so_are_lines_that_were_cut_off()
    {
        Ledger.Record("sweep", January, [Did("a", 0.1), Did("b", 0.2)]);
        Ledger.Record("hand", January, [Did("c", 0.3)]);
        var batch = Assert.Single(Directory.GetFiles(Workspace.TrialLedger, "*.trials"));
        var kept = File.ReadAllBytes(batch);
        File.Delete(batch);
        Assert.Contains("line 1:", Assert.Throws<WorkbenchException>(() => Ledger.Count(January)).Message, StringComparison.Ordinal);
        File.WriteAllBytes(batch, kept);

        var lines = File.ReadAllLines(Lines);
        File.WriteAllText(Lines, lines[0] + "\n");
        Assert.Equal("WB4410", Assert.Throws<WorkbenchException>(() => Ledger.Count(January)).Code);
        Assert.Equal("WB4410", Assert.Throws<WorkbenchException>(() => Ledger.Record("hand", January, [Did("d", 0)])).Code);
    }

    [Fact]
    public void A_line_that_a_crash_tore_is_put_aside_by_whoever_adds_next()
    {
        Ledger.Record("hand", January, [Did("a", 0.1)]);
        File.AppendAllText(Lines, "{\"sequence\":2,\"prev");
        Ledger.Record("hand", January, [Did("b", 0.2)]);

        Assert.Equal(2, Ledger.Count(January).Distinct);
        Assert.Single(told);
    }

    [Fact]
    public async Task Many_that_add_at_once_wait_for_each_other_and_none_is_lost()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(who => Task.Run(() =>
        {
            for (var i = 0; i < 10; i++)
            {
                Ledger.Record("hand", January, [Did($"{who} {i}", 0.1)]);
            }
        })));

        Assert.Equal(40, Ledger.Count(January).Distinct);
    }

    [Fact]
    public void Keys_with_tabs_and_line_ends_stay_apart_and_numbers_keep_all_their_bits()
    {
        Ledger.Record("evolve", January, [Failed("a\tb"), Failed("a\\tb"), Failed("a\nb"), Did("d", 1d / 3d)]);

        var count = Ledger.Count(January);
        Assert.Equal(4, count.Distinct);
        Assert.Equal([1d / 3d], count.Sharpes);
    }

    [Fact]
    public void The_number_for_a_report_is_one_for_one_and_else_comes_with_its_spread()
    {
        Assert.Equal(1, TrialCount.Empty.Tried(10).Count);
        Assert.Equal(0.5d, new TrialCount(2, TrialCount.Empty.BySource, [0d, 1d]).Tried(10).SharpeVariance, 1e-12);
        Assert.Equal(1d / 9d, new TrialCount(2, TrialCount.Empty.BySource, [0d]).Tried(10).SharpeVariance, 1e-12);
    }

    [Fact]
    public void A_script_belongs_to_the_line_that_it_names_and_a_cells_class_to_its_own()
    {
        Assert.Equal("cross", TrialLineage.Of(Script("cross.csx", "public sealed class X;")));
        Assert.Equal("SmaCross", TrialLineage.Of(Script("SmaCross-0123456789ab.csx", "public sealed class X;")));
        Assert.Equal("cross", TrialLineage.Of(Script("e12-7.csx", $"// evolved\n{TrialLineage.Mark}cross\npublic sealed class X;")));
    }

    string Script(string name, string text)
    {
        File.WriteAllText(folder.File(name), text);
        return folder.File(name);
    }

    static Trial Did(string behaviour, double? sharpe) => new("key of " + behaviour, behaviour, TrialState.Finished, sharpe, sharpe);

    static Trial Failed(string key) => new(key, null, TrialState.Failed, null, null);
}
