namespace Workbench.Scripting.Tests.Notebooks.Language;

/// <summary>What the compiler says, and whether a cell is whole.</summary>
public sealed class DiagnosisTests
{
    static readonly Lazy<Session> Lived = new(() => new Session("var prices = new List<decimal>();"));

    [Fact]
    public void A_cell_that_is_right_has_nothing_to_say()
    {
        Assert.Empty(Lived.Value.Service.Diagnose("prices.Add(1m);\nprices.Count"));
        Assert.Empty(Lived.Value.Service.Diagnose("#!time\n#r \"nuget: Some.Library, 1.0.0\"\n#load \"nowhere.csx\"\nawait Task.CompletedTask;".Replace("Task.", "System.Threading.Tasks.Task.", StringComparison.Ordinal)));
        Assert.Empty(Lived.Value.Service.Diagnose("#!markdown\n# This is no C#\n#!csharp\nvar x = 1;"));
        Assert.Empty(Lived.Value.Service.Diagnose(""));
    }

    [Fact]
    public void An_error_is_told_with_its_place()
    {
        var error = Assert.Single(Lived.Value.Service.Diagnose("#!time\nvar x = 1;\nvar y = pricse.Count;"));

        Assert.Equal(("CS0103", true, 3, 9, 3, 15), (error.Code, error.IsError, error.Line, error.Column, error.EndLine, error.EndColumn));
    }

    [Fact]
    public void A_warning_is_told_as_one() =>
        Assert.False(Assert.Single(Lived.Value.Service.Diagnose("void Do() { int never = 1; }")).IsError);

    [Theory]
    [InlineData("var x = 1;", true)]
    [InlineData("prices.Count", true)]
    [InlineData("#!time\nvar x = 1;", true)]
    [InlineData("#!markdown\n# {", true)]
    [InlineData("", true)]
    [InlineData("if (true) {", false)]
    [InlineData("void Do(", false)]
    [InlineData("var s = \"\"\"\n a", false)]
    [InlineData("foreach (var x in prices)", false)]
    [InlineData("var = = 1;", true)]
    public void A_cell_that_waits_for_more_is_not_whole(string cell, bool isComplete) => Assert.Equal(isComplete, Lived.Value.Service.IsComplete(cell));
}
