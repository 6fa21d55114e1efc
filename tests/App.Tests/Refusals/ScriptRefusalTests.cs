using Workbench.App.Tests.Kit;

namespace Workbench.App.Tests.Refusals;

/// <summary>Scripts that do not compile, fail, loop, hoard or cheat: each ends with its code, and leaves no run behind.</summary>
[Collection(LabCollection.Name)]
public sealed class ScriptRefusalTests(Lab lab)
{
    // One script for all that goes wrong at run time, because each new text costs a compilation.
    const string Trouble = """
            [Parameter] public string Does { get; init; } = "nothing";
            [Parameter] public int At { get; init; } = 30000;
            List<byte[]> hoard = new();
            int n;
            public override void OnTick(in Tick tick)
            {
                if (++n < At) return;
                if (Does == "throw") throw new InvalidOperationException("in the middle");
                if (Does == "divide") n /= n - n;
                while (Does == "loop") n ^= 1;
                while (Does == "hoard at once") hoard.Add(new byte[100_000]);
                if (Does == "hoard by and by") hoard.Add(new byte[100_000]);
            }
        """;

    [Fact]
    public void A_script_that_does_not_compile_names_line_and_column()
    {
        using var shell = lab.FreshWithData();
        var script = Scripts.Of(shell, "    public override void OnTick(in Tick tick) { int x = \"a\"; }");
        Refused(shell, script, "WB3001", ExitCode.Compile).Saying("probe.csx(3,57): CS0029").Saying("int x = \"a\";");
    }

    [Fact]
    public void A_script_that_reads_the_wall_clock_is_refused_with_what_to_use()
    {
        using var shell = lab.FreshWithData();
        var script = Scripts.Of(shell, "    public override void OnTick(in Tick tick) { if (DateTime.Now.Hour == 3) Buy(1m); }");
        Refused(shell, script, "WB3002", ExitCode.Compile).Saying("DateTime.Now").Saying("Use Now");
    }

    [Theory]
    [InlineData("throw", "WB3020", ExitCode.StrategyFailed, "InvalidOperationException: in the middle")]
    [InlineData("divide", "WB3020", ExitCode.StrategyFailed, "DivideByZeroException")]
    [InlineData("loop", "WB4005", ExitCode.TimeOut, "endless loop")]
    [InlineData("hoard at once", "WB4006", ExitCode.StrategyFailed, "300 MB are allowed")]
    [InlineData("hoard by and by", "WB4006", ExitCode.StrategyFailed, "300 MB are allowed")]
    public void Trouble_in_the_middle_ends_the_run_with_its_place(string does, string code, ExitCode exit, string said)
    {
        using var shell = lab.FreshWithData();
        var script = Scripts.Of(shell, Trouble, "trouble");
        Refused(shell, script, code, exit, "--set", "does=" + does, "--event-timeout", "1", "--memory-limit", "300").Saying(said);
    }

    [Theory]
    [InlineData("fast=9999", "WB3105", "1 to 500 is allowed")]
    [InlineData("fsat=9", "WB3102", "did you mean 'fast'?")]
    [InlineData("nonsense=9", "WB3102", "it has fast, slow, qty, timeframe")]
    [InlineData("fast=ten", "WB3104", "a whole number")]
    [InlineData("qty=1,5", "WB3104", "qty")]
    [InlineData("timeframe=7m", "WB3104", "timeframe")]
    [InlineData("fast", "WB3101", "name=value")]
    public void A_bad_setting_is_refused(string setting, string code, string said)
    {
        using var shell = lab.FreshWithData();
        Refused(shell, Scripts.SmaCross, code, ExitCode.Usage, "--set", setting).Saying(said);
    }

    [Fact]
    public void A_setting_given_twice_is_refused()
    {
        using var shell = lab.FreshWithData();
        Refused(shell, Scripts.SmaCross, "WB3103", ExitCode.Usage, "--set", "fast=5", "--set", "fast=6");
    }

    [Theory]
    [InlineData("EURUSD:ticks", "2031-01-01", "2031-02-01", "WB2103", ExitCode.Data)]
    [InlineData("EURUSD:1m", "2024-03-04", "2024-03-05", "WB2102", ExitCode.Data)]
    [InlineData("EURUSDD", "2024-03-04", "2024-03-05", "WB2101", ExitCode.NotFound)]
    [InlineData("EURUSD:potatoes", "2024-03-04", "2024-03-05", "WB1002", ExitCode.Usage)]
    [InlineData("EURUSD@yahoo", "2024-03-04", "2024-03-05", "WB4010", ExitCode.Data)]
    [InlineData("EURUSD", "2024-03-05", "2024-03-04", "WB1004", ExitCode.Usage)]
    [InlineData("EURUSD", "yesterday", "2024-03-04", "WB1003", ExitCode.Usage)]
    public void Data_that_are_not_there_are_refused(string data, string from, string to, string code, ExitCode exit)
    {
        using var shell = lab.FreshWithData();
        Leaves(shell, () => shell.Run("backtest", Scripts.SmaCross, "--data", data, "--from", from, "--to", to, "--json").Refused(code, exit));
    }

    [Fact]
    public void A_script_that_is_not_there_is_refused()
    {
        using var shell = lab.FreshWithData();
        Refused(shell, "nowhere.csx", "WB3003", ExitCode.NotFound);
    }

    static Answer Refused(Shell shell, string script, string code, ExitCode exit, params string[] more) => Leaves(shell, () =>
    {
        var answer = shell.Run(["backtest", script, "--data", "EURUSD:ticks", "--json", .. more]).Refused(code, exit);
        Assert.Equal(code, answer.Json().GetProperty("error").GetProperty("code").GetString());
        return answer;
    });

    static Answer Leaves(Shell shell, Func<Answer> work)
    {
        var before = Shell.Snapshot(shell.Lake);
        var answer = work();
        Assert.Equal(before, Shell.Snapshot(shell.Lake));
        Assert.Empty(Directory.Exists(shell.Runs) ? Directory.GetFileSystemEntries(shell.Runs) : []);
        return answer;
    }
}
