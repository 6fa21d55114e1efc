using Workbench.App.Tests.Kit;

namespace Workbench.App.Tests.Notebooks.Cells;

/// <summary>Which text is run when a cell names a class, and which is refused.</summary>
[Collection(LabCollection.Name)]
public sealed class CellTextTests(Desk desk) : IClassFixture<Desk>
{
    [Fact]
    public async Task A_class_that_leans_on_other_cells_is_refused_with_each_name_and_its_cell()
    {
        var first = (await desk.Run("const int Window = 20;")).Good().Result.Count;
        var second = (await desk.Run("static decimal Half(decimal all) => all / 2m;\nrecord Level(decimal Price);")).Good().Result.Count;
        await desk.Says("""
            public sealed class Leaning : Strategy
            {
                readonly int window = Window;
                readonly Level level = new(1m);

                public override void OnTick(in Tick tick) => TargetPosition(window * Half(level.Price));
            }
            """);
        var run = await desk.Refused("WB3094", """await Backtest.Run(typeof(Leaning), "EURUSD:ticks")""");
        var export = await desk.Refused("WB3094", """Promotion.Export(typeof(Leaning), "strategies/leaning.csx")""");

        foreach (var said in (string[])[run, export])
        {
            Assert.Contains(FormattableString.Invariant($"'Window' is declared in cell {first}"), said, StringComparison.Ordinal);
            Assert.Contains(FormattableString.Invariant($"'Half' is declared in cell {second}"), said, StringComparison.Ordinal);
            Assert.Contains(FormattableString.Invariant($"'Level' is declared in cell {second}"), said, StringComparison.Ordinal);
        }

        Assert.False(File.Exists(desk.Shell.Path("home/strategies/leaning.csx")));
    }

    [Fact]
    public async Task A_class_of_a_loaded_file_runs_as_that_file()
    {
        var file = desk.Shell.Path("home/notebooks/loaded.csx");
        File.WriteAllText(file, Desk.Cross.Replace("SmaCross", "Loaded", StringComparison.Ordinal));
        await desk.Says("#load \"loaded.csx\"");
        var told = (await desk.Says("""
            var loaded = await Backtest.Run(typeof(Loaded), "EURUSD:ticks");
            Console.WriteLine(loaded.ScriptPath);
            Console.WriteLine((await Backtest.Run("loaded.csx", "EURUSD:ticks")).EventLogHash == loaded.EventLogHash);
            Console.WriteLine((await Backtest.Run("notebooks/loaded.csx", "EURUSD:ticks")).EventLogHash == loaded.EventLogHash);
            """)).Split('\n');

        Assert.Equal([file, "True", "True"], told);
    }

    [Fact]
    public async Task A_class_that_no_cell_declares_is_refused()
    {
        await desk.Says("public sealed record Plain(int Number);");

        Assert.Contains("String was not declared by a cell", await desk.Refused("WB4351", """await Backtest.Run(typeof(string), "EURUSD:ticks")"""), StringComparison.Ordinal);
        await desk.Refused("WB3006", """await Backtest.Run(typeof(Plain), "EURUSD:ticks")""");
        await desk.Refused("WB3003", """await Backtest.Run("nowhere.csx", "EURUSD:ticks")""");
    }

    [Fact]
    public async Task The_determinism_gate_refuses_a_clock_with_its_line()
    {
        await desk.Says("""
            public sealed class Late : Strategy
            {
                public override void OnStart() => Subscribe(Bars.Minutes(1));

                public override void OnTick(in Tick tick) => TargetPosition(DateTime.Now.Second);
            }
            """);
        var said = await desk.Refused("WB3002", """await Backtest.Run(typeof(Late), "EURUSD:ticks")""");

        Assert.Contains("DateTime.Now", said, StringComparison.Ordinal);
        Assert.Contains("(5,", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_overwrites_no_other_script()
    {
        await desk.Says("#!strategy\npublic sealed class Mine : Strategy;");
        var path = desk.Shell.Path("home/strategies/mine.csx");
        await desk.Says("""for (var i = 0; i < 2; i++) Promotion.Export(typeof(Mine), "strategies/mine.csx");""");
        var text = File.ReadAllText(path);
        await desk.Says("public sealed class Mine : Strategy { public override void OnStart() => Subscribe(Bars.Minutes(1)); }");

        Assert.Contains(path, await desk.Refused("WB4358", """Promotion.Export(typeof(Mine), "strategies/mine.csx")"""), StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(path));
    }
}
