using System.Globalization;
using Workbench.Core;

namespace Workbench.Core.Tests;

public sealed class ParameterSetTests
{
    public enum Mood { Calm, Wild }

    public class Base : Strategy
    {
        [Parameter] public long Seed { get; init; } = 7;
    }

    public sealed class Everything : Base
    {
        [Parameter(2, 200, 2, Description = "bars")] public int Fast { get; init; } = 10;
        [Parameter(0, 100)] public decimal Qty { get; init; } = 1.50m;
        [Parameter(-1, 1)] public double Ratio { get; init; } = 0.1;
        [Parameter] public bool UseATR { get; init; }
        [Parameter] public string Label { get; init; } = "a b";
        [Parameter] public BarSpec Timeframe { get; init; } = Bars.Minutes(5);
        [Parameter] public TimeSpan Open { get; init; } = new(8, 30, 0);
        [Parameter] public DateTime Start { get; init; } = new(2024, 3, 11, 8, 0, 0, DateTimeKind.Utc);
        [Parameter] public Mood Mood { get; init; } = Mood.Wild;
        public int NoParameter { get; init; } = 1;
    }

    static readonly ParameterSet Set = ParameterSet.Of(typeof(Everything));

    [Fact]
    public void Parameters_are_described_in_the_order_of_declaration_bases_first()
    {
        Assert.Equal(["seed", "fast", "qty", "ratio", "useATR", "label", "timeframe", "open", "start", "mood"], Set.Infos.Select(info => info.Name));
        Assert.Equal(["long", "int", "decimal", "double", "bool", "string", "BarSpec", "TimeSpan", "DateTime", "Mood"], Set.Infos.Select(info => info.Type));

        var fast = Set.Infos[1];
        Assert.Equal(("Fast", "10", 2d, 200d, 2d, "bars"), (fast.Property, fast.Default, fast.Min, fast.Max, fast.Step, fast.Description));
        Assert.Equal((null, null, null), (Set.Infos[0].Min, Set.Infos[0].Max, Set.Infos[0].Step));
        Assert.Equal(["Calm", "Wild"], Set.Infos[9].Choices);
    }

    [Fact]
    public void Defaults_have_one_text_each() => Assert.Equal(
        "seed=7 fast=10 qty=1.5 ratio=0.1 useATR=false label=a b timeframe=5m open=08:30:00 start=2024-03-11T08:00:00Z mood=Wild", Set.Read([]).ToString());

    [Theory]
    [InlineData("fast=20", "fast=20")]
    [InlineData("FAST = 20", "fast=20")]
    [InlineData("fast=2", "fast=2")]
    [InlineData("fast=200", "fast=200")]
    [InlineData("fast=+20", "fast=20")]
    [InlineData("qty=2.500", "qty=2.5")]
    [InlineData("qty=1e1", "qty=10")]
    [InlineData("qty=100.0", "qty=100")]
    [InlineData("qty=-0.0", "qty=0")]
    [InlineData("ratio=-0", "ratio=0")]
    [InlineData("ratio=1e-3", "ratio=0.001")]
    [InlineData("useatr=True", "useATR=true")]
    [InlineData("label=x=y", "label=x=y")]
    [InlineData("label=", "label=")]
    [InlineData("timeframe=1h@bid", "timeframe=1h@bid")]
    [InlineData("timeframe=60m", "timeframe=1h")]
    [InlineData("timeframe=tick", "timeframe=tick")]
    [InlineData("open=23:59", "open=23:59:00")]
    [InlineData("start=2024-03-11T10:00:00+02:00", "start=2024-03-11T08:00:00Z")]
    [InlineData("start=2024-03-11", "start=2024-03-11T00:00:00Z")]
    [InlineData("mood=calm", "mood=Calm")]
    public void A_setting_becomes_its_canonical_value(string setting, string canonical)
    {
        var values = Set.Read([setting]);
        Assert.Contains(values.Texts, text => $"{text.Key}={text.Value}" == canonical);
    }

    [Theory]
    [InlineData("fast", "WB3101", "write name=value")]
    [InlineData("=5", "WB3101", "write name=value")]
    [InlineData("fats=5", "WB3102", "did you mean 'fast'?")]
    [InlineData("timefram=5m", "WB3102", "did you mean 'timeframe'?")]
    [InlineData("zzzzzz=5", "WB3102", "it has seed, fast, qty")]
    [InlineData("noParameter=5", "WB3102", "no parameter 'noParameter'")]
    [InlineData("fast=1", "WB3105", "2 to 200 is allowed")]
    [InlineData("fast=201", "WB3105", "fast=201 is out of range")]
    [InlineData("qty=100.0000001", "WB3105", "0 to 100 is allowed")]
    [InlineData("ratio=-1.1", "WB3105", "-1 to 1 is allowed")]
    [InlineData("fast=ten", "WB3104", "a whole number")]
    [InlineData("fast=10.5", "WB3104", "a whole number")]
    [InlineData("fast=99999999999", "WB3104", "a whole number")]
    [InlineData("fast=", "WB3104", "'' is no value")]
    [InlineData("qty=1,5", "WB3104", "a number such as 1.5")]
    [InlineData("ratio=NaN", "WB3104", "a number such as 1.5")]
    [InlineData("ratio=1e999", "WB3104", "a number such as 1.5")]
    [InlineData("useATR=yes", "WB3104", "one of true, false")]
    [InlineData("timeframe=7m", "WB3104", "a timeframe such as tick")]
    [InlineData("open=8", "WB3104", "a time span")]
    [InlineData("start=yesterday", "WB3104", "a UTC time")]
    [InlineData("mood=1", "WB3104", "one of Calm, Wild")]
    [InlineData("mood=Sad", "WB3104", "one of Calm, Wild")]
    public void What_cannot_be_is_refused_with_what_could(string setting, string code, string says)
    {
        var error = Assert.Throws<WorkbenchException>(() => Set.Read([setting]));
        Assert.Equal((code, ExitCode.Usage), (error.Code, error.Exit));
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.NotNull(error.TryNext);
    }

    [Fact]
    public void A_parameter_is_set_once() =>
        Assert.Equal("WB3103", Assert.Throws<WorkbenchException>(() => Set.Read(["fast=5", "Fast=6"])).Code);

    [Fact]
    public void Every_created_strategy_is_fresh_and_has_the_values()
    {
        var values = Set.Read(["fast=20", "seed=9", "timeframe=1h", "mood=calm"]);
        var first = Assert.IsType<Everything>(values.Create());
        var second = Assert.IsType<Everything>(values.Create());

        Assert.NotSame(first, second);
        Assert.Equal((20, 9L, Bars.Hours(1), Mood.Calm, 1.50m), (first.Fast, first.Seed, first.Timeframe, first.Mood, first.Qty));
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    public void A_machines_culture_changes_nothing(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal("2.5", Assert.Single(Set.Read(["QTY=2.5"]).Texts, text => text.Key == "qty").Value);
            Assert.Equal("20", Assert.Single(Set.Read(["FAST=20"]).Texts, text => text.Key == "fast").Value);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    public sealed class TooSmall : Strategy { [Parameter(5, 10)] public int N { get; init; } = 1; }

    public sealed class OfAList : Strategy { [Parameter] public List<int> N { get; init; } = []; }

    public sealed class GetOnly : Strategy { [Parameter] public int N { get; } = 1; }

    public sealed class Hidden : Strategy { [Parameter] int N { get; init; } = 1; }

    public sealed class Twins : Strategy { [Parameter] public int Fast { get; init; } [Parameter] public int FAST { get; init; } }

    public sealed class Local : Strategy { [Parameter] public DateTime N { get; init; } = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Local); }

    [Theory]
    [InlineData(typeof(TooSmall), "WB3106", "TooSmall.N starts as 1, which its own [Parameter] refuses: 5 to 10 is allowed")]
    [InlineData(typeof(OfAList), "WB3107", "OfAList.N")]
    [InlineData(typeof(GetOnly), "WB3108", "get; init;")]
    [InlineData(typeof(Hidden), "WB3108", "Hidden.N")]
    [InlineData(typeof(Twins), "WB3109", "called 'fast'")]
    [InlineData(typeof(Local), "WB3110", "Local.N")]
    public void A_declaration_that_cannot_be_is_the_scripts_error(Type strategy, string code, string says)
    {
        var error = Assert.Throws<WorkbenchException>(() => ParameterSet.Of(strategy));
        Assert.Equal((code, ExitCode.Compile), (error.Code, error.Exit));
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
    }
}
