using System.Globalization;
using Workbench.Core;
using Workbench.Research.Search;

namespace Workbench.Research.Tests;

public sealed class AxisTests
{
    static readonly ParameterInfo Fast = new("fast", "Fast", "int", "10", 2, 400, null, [], "");
    static readonly ParameterInfo Stop = new("stop", "Stop", "decimal", "1.5", 0.5, 3, 0.25, [], "");
    static readonly ParameterInfo Exit = new("exit", "Exit", "ExitKind", "Trail", null, null, null, ["Stop", "Trail", "Time"], "");

    [Theory]
    [InlineData("fast=5..20:5", "5 10 15 20")]
    [InlineData("fast=5..22:5", "5 10 15 20")]
    [InlineData("fast=3..5", "3 4 5")]
    [InlineData("x=0.1..0.3:0.1", "0.1 0.2 0.3")]
    [InlineData("x=-0.2..0.2:0.2", "-0.2 0 0.2")]
    [InlineData("x=1.50,2.0,1e3", "1.5 2 1000")]
    [InlineData("timeframe=1m, 5m,1h", "1m 5m 1h")]
    [InlineData("span=2020-01-01..2021-01-01,2021-01-01..2022-01-01", "2020-01-01..2021-01-01 2021-01-01..2022-01-01")]
    [InlineData("fast=7", "7")]
    [InlineData("fast=1..4:1:log", "1 2 3 4")]
    public void Values_are_spelled_as_one_would_set_them(string text, string values)
    {
        var axis = Axis.Parse(text);

        Assert.Equal(values.Split(' '), Enumerable.Range(0, (int)axis.Count!).Select(i => axis.At((long)i).Text));
    }

    [Theory]
    [InlineData("x=0.1..2")]
    [InlineData("x=1.0..3.0")]
    [InlineData("x=0.001..1:log")]
    public void A_decimal_point_and_no_step_is_continuous(string text) => Assert.Null(Axis.Parse(text).Count);

    [Theory]
    [InlineData("fast=5..500", true)]
    [InlineData("fast=5..500:linear", false)]
    [InlineData("fast=5..500:5", false)]
    [InlineData("fast=5..500:5:log", true)]
    [InlineData("fast=5..49", false)]
    [InlineData("fast=0..500", false)]
    [InlineData("x=0.1..2.5", false)]
    [InlineData("x=0.1..2.5:log", true)]
    public void Whole_numbers_over_a_decade_are_walked_by_ratios(string text, bool isLog) => Assert.Equal(isLog, Axis.Parse(text).IsLog);

    [Theory]
    [InlineData("")]
    [InlineData("fast")]
    [InlineData("fast=")]
    [InlineData("=5..9")]
    [InlineData("fast=9..5")]
    [InlineData("fast=5..9:0")]
    [InlineData("fast=5..9:-1")]
    [InlineData("fast=5..9:1:2")]
    [InlineData("fast=5..9:log:linear")]
    [InlineData("fast=a..9")]
    [InlineData("fast=5...9")]
    [InlineData("fast=1..2..3")]
    [InlineData("fast=5,,9")]
    [InlineData("fast=5,5.0")]
    [InlineData("x=0.0..1:log")]
    [InlineData("x=0..1:0.000000000000000000000001")]
    public void What_is_no_axis_is_refused(string text) => Assert.Equal("WB4120", Assert.Throws<WorkbenchException>(() => Axis.Parse(text)).Code);

    [Fact]
    public void Two_dots_are_the_range_that_the_script_gives()
    {
        Assert.Equal("fast=2..400:1:log", Axis.Parse("fast=..", Fast).ToString());
        Assert.Equal("stop=0.5..3:0.25", Axis.Of(Stop).ToString());
        Assert.Equal("exit=Stop,Trail,Time", Axis.Parse("EXIT=..", Exit).ToString());
        Assert.Equal("fast=10..400:10", Axis.Parse("fast=10..:10", Fast).ToString());
    }

    [Fact]
    public void An_end_that_nobody_gave_is_missed()
    {
        Assert.Equal("WB4122", Assert.Throws<WorkbenchException>(() => Axis.Parse("fast=..50")).Code);
        Assert.Equal("WB4122", Assert.Throws<WorkbenchException>(() => Axis.Parse("fast=..", Fast with { Max = null })).Code);
    }

    [Fact]
    public void A_value_that_the_setting_cannot_have_is_refused_with_the_nearest_that_it_can()
    {
        Assert.Contains("Did you mean 'Trail'?", Assert.Throws<WorkbenchException>(() => Axis.Parse("exit=Stop,Trial", Exit)).Message, StringComparison.Ordinal);
        Assert.Contains("a whole number from 2 to 400", Assert.Throws<WorkbenchException>(() => Axis.Parse("fast=1..9", Fast)).Message, StringComparison.Ordinal);
        Assert.Equal("WB4121", Assert.Throws<WorkbenchException>(() => Axis.Parse("fast=2.5,3", Fast)).Code);
        Assert.Equal("WB4120", Assert.Throws<WorkbenchException>(() => Axis.Parse("fast=2..9:0.5", Fast)).Code);
        Assert.Equal("exit=Stop,Time", Axis.Parse("exit=stop,TIME", Exit).ToString());
    }

    [Theory]
    [InlineData("fast=5..50:5")]
    [InlineData("fast=1..1000")]
    [InlineData("fast=1..1000:10:log")]
    [InlineData("stop=0.5..3:0.25")]
    [InlineData("x=0.1..2")]
    [InlineData("x=0.0001..1000:log")]
    [InlineData("x=-3.5..1000000.25")]
    [InlineData("exit=Stop,Trail,Time")]
    public void A_coordinate_its_value_and_its_text_lead_to_each_other(string text)
    {
        var axis = Axis.Parse(text);
        var dice = new SeededRandom(1);
        for (var i = 0; i < 2_000; i++)
        {
            var value = axis.At(dice.NextDouble());

            Assert.InRange(value.Unit, 0d, 1d);
            Assert.Equal(value.Text, axis.At(value.Unit).Text);
            Assert.Equal(value, axis.Find(value.Text));
        }

        Assert.Equal(axis.ToString(), Axis.Parse(axis.ToString()).ToString());
    }

    [Fact]
    public void Even_steps_have_equal_shares_and_a_log_axis_gives_each_doubling_one()
    {
        var (even, log) = (Axis.Parse("a=1..64:1"), Axis.Parse("a=1..64"));
        var units = Enumerable.Range(0, 64_000).Select(i => (i + 0.5) / 64_000).ToList();

        Assert.All(units.GroupBy(unit => even.At(unit).Text), same => Assert.Equal(1_000, same.Count()));
        var low = units.Count(unit => log.At(unit).Number < 8d);
        Assert.InRange(low / 64_000d, 0.53, 0.58);
    }

    [Fact]
    public void A_parser_fed_with_rubbish_answers_or_refuses_and_does_nothing_else()
    {
        for (var seed = 0; seed < 3_000; seed++)
        {
            var text = "x=" + Rubbish.Of(seed, "0123456789.,:-e logeinr..");
            var error = Record.Exception(() =>
            {
                var axis = Axis.Parse(text);
                Assert.Equal(axis.ToString(), Axis.Parse(axis.ToString()).ToString());
                Assert.Equal(axis.At(0.4), axis.Find(axis.At(0.4).Text));
            });

            Assert.True(error is null or WorkbenchException { Code: "WB4120" or "WB4122" }, $"seed {seed}: {text}: {error}");
        }
    }
}
