using Workbench.Core;
using Workbench.Model;
using Workbench.Research.Search;
using Workbench.Support;
using Workbench.Scripting;

namespace Workbench.App.Tests.Search.Field;

/// <summary>Whatever a variant does wrong is a row with its reason.</summary>
public sealed class FieldFaultTests(FieldLab lab) : IClassFixture<FieldLab>
{
    [Fact]
    public void A_script_that_throws_is_a_row_that_names_its_line()
    {
        using var folder = new TempFolder();
        var file = folder.File("faulty.csx");
        File.WriteAllText(file, """
            public sealed class Faulty : Strategy
            {
                [Parameter] public bool AtStart { get; init; }
                public override void OnStart()
                {
                    if (AtStart) throw new InvalidOperationException("not today");
                    Subscribe(Bars.Hours(1));
                }
                public override void OnBar(in Bar bar) => throw new InvalidOperationException("never");
            }
            """);
        using var script = new ScriptHost(folder.File("cache")).Load(file);
        IReadOnlyList<FieldVariant> variants = [Of(script, "atStart=true"), Of(script, "atStart=false"), Of(script, "atStart=maybe"), Good];

        var results = Run(variants, setup => setup with { Scripts = [script] });

        Assert.Equal([VariantState.Failed, VariantState.Failed, VariantState.Failed, VariantState.Finished], results.Select(result => result.State));
        Assert.Contains("faulty.csx(6,", results[0].Reason, StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException: not today", results[0].Reason, StringComparison.Ordinal);
        Assert.Contains("faulty.csx(9,", results[1].Reason, StringComparison.Ordinal);
        Assert.Contains("atStart", results[2].Reason, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(results[0].Returns);
        Assert.Null(results[0].BehaviourHash);
    }

    [Fact]
    public void A_constructor_that_throws_without_a_script_is_told_by_its_exception()
    {
        var results = Run([new FieldVariant("broken", [], () => throw new NotSupportedException("no such gene\nand more")), Good], setup => setup);

        Assert.Equal("NotSupportedException: no such gene", results[0].Reason);
        Assert.Equal(VariantState.Finished, results[1].State);
    }

    [Fact]
    public void A_variant_that_loops_is_given_up_and_the_others_go_on()
    {
        using var released = new ManualResetEventSlim();
        try
        {
            var (setup, request) = lab.Over("sma-cross", "EURUSD");
            using var field = new App.Field(FieldSetup.Of(setup, request) with { Cores = 1, EventTimeout = TimeSpan.FromSeconds(2) });
            var told = 0;

            var results = field.Run([new FieldVariant("loops", [], () => new Hanging(released)), Good, Good], _ => Interlocked.Increment(ref told), CancellationToken.None);

            Assert.Equal([VariantState.Failed, VariantState.Finished, VariantState.Finished], results.Select(result => result.State));
            Assert.StartsWith("The strategy did not come back within 2 s from the event at 2024-03-0", results[0].Reason, StringComparison.Ordinal);
            Assert.Equal((1, 3), (field.Lost, told));
        }
        finally
        {
            released.Set();
        }
    }

    [Fact]
    public void One_that_never_trades_and_one_that_is_ruined_are_rows_like_any_other()
    {
        var results = Run([lab.Variant("sma-cross", ["qty=0"]), lab.Variant("sma-cross", ["qty=1000000000", "timeframe=1m"]), lab.Variant("sma-cross", ["fast=500", "slow=1000", "timeframe=4h"])], setup => setup);

        Assert.Equal(VariantState.Finished, results[2].State);
        Assert.Equal(0, results[2].Fills);
        Assert.All(results[2].Returns, change => Assert.Equal(0d, change));
        Assert.NotNull(results[2].BehaviourHash);
        Assert.Equal(VariantState.Finished, results[1].State);
        Assert.True(results[1].EquityEnd <= 0m, $"equity is {results[1].EquityEnd}");
        Assert.All(results[1].Returns, change => Assert.True(double.IsFinite(change)));
    }

    [Fact]
    public void A_hopeless_one_is_stopped_by_the_written_rule_on_its_own_figures()
    {
        var ruined = lab.Variant("sma-cross", ["qty=1000000000", "timeframe=1m"]);
        var idle = lab.Variant("sma-cross", ["fast=500", "slow=1000", "timeframe=4h"]);
        var rule = new StopRule { Ruin = 0.5, NoTradeBy = 0.25 };

        var results = Run([ruined, idle, Good], setup => setup with { Stop = rule });
        var alone = Run([ruined], setup => setup with { Stop = rule });

        Assert.Equal([VariantState.Stopped, VariantState.Stopped, VariantState.Finished], results.Select(result => result.State));
        Assert.Contains("ruin", results[0].Reason, StringComparison.Ordinal);
        Assert.Contains("no trade by 0.25", results[1].Reason, StringComparison.Ordinal);
        Assert.Null(results[1].EventLogHash);
        Assert.Equal(results[2].Returns.Count, results[0].Returns.Count);
        Assert.Equal(0d, results[0].Returns[^1]);
        Assert.Equal(FieldLab.Text(alone[0]), FieldLab.Text(results[0]));
    }

    [Fact]
    public void A_cancelled_field_ends_with_what_cancelled_it()
    {
        using var cancel = new CancellationTokenSource();
        var (setup, request) = lab.Over("sma-cross", "EURUSD");
        using var field = new App.Field(FieldSetup.Of(setup, request));

        Assert.Throws<OperationCanceledException>(() => field.Run([.. Enumerable.Repeat(Good, 50)], _ => cancel.Cancel(), cancel.Token));
    }

    FieldVariant Good => lab.Variant("sma-cross", ["fast=5", "slow=60"]);

    IReadOnlyList<VariantResult> Run(IReadOnlyList<FieldVariant> variants, Func<FieldSetup, FieldSetup> with)
    {
        var (setup, request) = lab.Over("sma-cross", "EURUSD");
        using var field = new App.Field(with(FieldSetup.Of(setup, request)));
        return field.Run(variants, null, CancellationToken.None);
    }

    static FieldVariant Of(StrategyScript script, string setting) => new(setting, [setting], () => script.Create(setting));

    /// <summary>Does not come back before it is let go.</summary>
    sealed class Hanging(ManualResetEventSlim released) : Strategy
    {
        public override void OnStart() => Subscribe(Model.Bars.Hours(1));

        public override void OnBar(in Bar bar) => released.Wait();
    }
}
