namespace Workbench.Scripting.Tests.Notebooks.Language;

/// <summary>What stands at a place, and how to call it.</summary>
public sealed class InspectionTests
{
    static readonly Lazy<Session> Lived = new(() => new Session(
        "var prices = new List<decimal> { 1.1m };\n/// <summary>Doubles a <paramref name=\"x\"/>.</summary>\nint Twice(int x, bool really = true) => 2 * x;\nvoid Show(string a) { }\nvoid Show(int a, double b) { }\nFunc<int, string> say = x => \"\";",
        "public class Mine : Strategy { }"));

    [Theory]
    [InlineData("pri|ces.Count", "List<decimal> prices")]
    [InlineData("prices|", "List<decimal> prices")]
    [InlineData("|prices", "List<decimal> prices")]
    [InlineData("var local = 1m; lo|cal", "decimal local")]
    [InlineData("new Mi|ne()", "class Mine")]
    [InlineData("v|ar z = 1m;", "decimal")]
    public void A_name_shows_its_declaration(string cell, string expected) => Assert.StartsWith(expected, Lived.Value.Inspect(cell), StringComparison.Ordinal);

    [Fact]
    public void A_method_of_a_cell_shows_what_is_written_above_it() =>
        Assert.Equal("int Twice(int x, bool really = true)\n\nDoubles a x.", Lived.Value.Inspect("Twi|ce(2)"));

    [Fact]
    public void A_name_of_the_workbench_shows_its_summary()
    {
        Assert.Contains("Best price at which one can sell now, in quote currency.", Lived.Value.Inspect("Tick t = default; t.Bi|d"), StringComparison.Ordinal);
        Assert.StartsWith("decimal Tick.Bid { get; }", Lived.Value.Inspect("Tick t = default; t.Bi|d"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("|")]
    [InlineData("1 +| 2")]
    [InlineData("// pri|ces")]
    [InlineData("nothing|OfThatName")]
    [InlineData("#!ti|me")]
    public void Where_nothing_is_named_nothing_is_shown(string cell) => Assert.Null(Lived.Value.Inspect(cell));

    [Fact]
    public void Only_the_variables_of_the_session_have_a_value()
    {
        Assert.Equal("prices", Lived.Value.Service.VariableAt("prices.Count", 2));
        Assert.Null(Lived.Value.Service.VariableAt("prices.Count", 8));
        Assert.Null(Lived.Value.Service.VariableAt("{ var local = 1; local++; }", 18));
    }

    [Theory]
    [InlineData("Twice(|", 0, 0)]
    [InlineData("Twice(1, |", 0, 1)]
    [InlineData("Twice(1, |)", 0, 1)]
    [InlineData("Twice(really: |", 0, 1)]
    [InlineData("Show(|", 0, 0)]
    [InlineData("Show(1|", 1, 0)]
    [InlineData("Show(\"a\"|", 0, 0)]
    [InlineData("Show(1, |)", 1, 1)]
    [InlineData("say(|", 0, 0)]
    [InlineData("Show(Twice(1), |)", 1, 1)]
    public void The_overload_that_fits_and_the_argument_at_hand_are_told(string cell, int active, int parameter)
    {
        var help = Lived.Value.Signatures(cell);

        Assert.Equal((active, parameter), (help!.Active, help.Parameter));
    }

    [Fact]
    public void All_overloads_are_shown_with_their_summary()
    {
        var help = Lived.Value.Signatures("new List<int>(|)");

        Assert.Equal(3, help!.Signatures.Count);
        Assert.StartsWith("List<int>.List()", help.Signatures[0], StringComparison.Ordinal);
        Assert.Equal(["int Twice(int x, bool really = true)\nDoubles a x."], Lived.Value.Signatures("Twice(|)")!.Signatures);
        Assert.Contains("decimal Instrument.FromRaw(long raw)\nA stored price as decimal", Lived.Value.Signatures("Instrument i = null!; i.FromRaw(|")!.Signatures[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("|")]
    [InlineData("Twice|(1)")]
    [InlineData("Twice(1)|")]
    [InlineData("unknown(|)")]
    public void Outside_of_a_call_there_is_no_help(string cell) => Assert.Null(Lived.Value.Signatures(cell));
}
