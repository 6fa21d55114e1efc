using Workbench.Research.Search;

namespace Workbench.Research.Tests;

public sealed class StopRuleTests
{
    [Fact]
    public void A_rule_is_read_and_said_in_one_sentence()
    {
        var rule = StopRule.Parse("drawdown=0.3, Ruin=0.5,noTradeBy=0.25");

        Assert.Equal((0.3, 0.5, 0.25), (rule.Drawdown, rule.Ruin, rule.NoTradeBy));
        Assert.Equal(
            "A variant is stopped at the end of the first period in which equity has fallen by 30 % from its peak, or equity is down to 50 % of the first, or nothing was traded in the first 25 % of the time; it stays a trial.",
            rule.ToString());
        Assert.Equal("No variant is stopped early.", new StopRule().ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("drawdown")]
    [InlineData("drawdown=30")]
    [InlineData("drawdown=0")]
    [InlineData("drawdown=NaN")]
    [InlineData("ruin=0.5,ruin=0.4")]
    [InlineData("ruin=0.5,")]
    public void What_is_no_rule_is_refused(string text) => Assert.Equal("WB4130", Assert.Throws<WorkbenchException>(() => StopRule.Parse(text)).Code);

    [Fact]
    public void A_slip_of_the_finger_is_answered_with_the_name_meant() =>
        Assert.Contains("did you mean 'drawdown'", Assert.Throws<WorkbenchException>(() => StopRule.Parse("drawdwon=0.3")).Message, StringComparison.Ordinal);
}
