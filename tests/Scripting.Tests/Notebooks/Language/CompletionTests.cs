namespace Workbench.Scripting.Tests.Notebooks.Language;

/// <summary>Words that fit, the likeliest first.</summary>
public sealed class CompletionTests
{
    static readonly Lazy<Session> Empty = new(() => new Session());

    static readonly Lazy<Session> Lived = new(() => new Session(
        "var prices = new List<decimal> { 1.1m, 1.2m };\nint Twice(int x) => 2 * x;",
        "public record Pair(int Left, string Right) { public int Extra { get; set; } }\nvar pair = new Pair(1, \"a\");\nSide side = Side.Buy;\nvar name = (First: 1, Second: \"b\");"));

    [Fact]
    public void Variables_of_earlier_cells_come_first()
    {
        var words = Lived.Value.Words("p|");

        Assert.Equal(["pair", "prices"], words.Take(2));
        Assert.Contains("private", words);
    }

    [Fact]
    public void Methods_and_types_of_earlier_cells_are_known()
    {
        Assert.Equal("Twice", Lived.Value.Words("Tw|")[0]);
        Assert.Equal("Pair", Lived.Value.Words("new Pa|")[0]);
        Assert.Equal("int Twice(int x)", Lived.Value.Items("Twi|")[0].Signature);
    }

    [Fact]
    public void Locals_stand_before_what_the_session_has()
    {
        var words = Lived.Value.Words("void Do(int prone) { var proper = 1; pr| }");

        Assert.Equal(["prone", "proper", "prices"], words.Take(3));
    }

    [Fact]
    public void Members_come_before_what_every_object_has()
    {
        var words = Lived.Value.Words("pair.|");

        Assert.Equal(["Deconstruct", "Extra", "Left", "Right"], words.Take(4));
        Assert.Equal(["Equals", "GetHashCode", "GetType", "ToString"], words.TakeLast(4));
    }

    [Fact]
    public void Methods_that_other_classes_add_come_behind_its_own()
    {
        var words = Lived.Value.Words("prices.|").ToList();

        Assert.InRange(words.IndexOf("Add"), 0, 20);
        Assert.True(words.IndexOf("Add") < words.IndexOf("Select"));
        Assert.DoesNotContain("Range", words);
    }

    [Fact]
    public void What_replaces_the_typed_word_is_told_exactly()
    {
        var completions = Lived.Value.Complete("var x = prices.Co|nt;");

        Assert.Equal((15, 19), (completions.Start, completions.End));
        Assert.Equal("Contains", completions.Items[0].Text);
        Assert.Contains("Count", completions.Items.Select(item => item.Text));
    }

    [Fact]
    public void Humps_and_small_letters_find_a_name()
    {
        Assert.Contains("FirstOrDefault", Lived.Value.Words("prices.fod|"));
        Assert.Contains("FirstOrDefault", Lived.Value.Words("prices.FiDe|"));
        Assert.Equal("Count", Lived.Value.Words("prices.count|")[0]);
        Assert.Contains("AddRange", Lived.Value.Words("prices.range|"));
    }

    [Fact]
    public void A_type_shows_what_it_has_and_not_what_its_values_have()
    {
        var words = Empty.Value.Words("Math.|");

        Assert.Contains("Max", words);
        Assert.DoesNotContain("GetHashCode", words);
        Assert.Equal(["Buy", "Sell"], Empty.Value.Words("Side.|").Take(2));
        Assert.Contains("Empty", Empty.Value.Words("var x = string.|"));
    }

    [Theory]
    [InlineData("prices.|\nvar y = 1;")]
    [InlineData("prices.|\nConsole.WriteLine(1);")]
    [InlineData("foreach (var p in prices.|")]
    [InlineData("Console.WriteLine(prices.|")]
    [InlineData("Console.WriteLine($\"{prices.|}\");")]
    [InlineData("if (true) { prices.|")]
    [InlineData("void Do() {\n    prices.|\n}")]
    [InlineData("prices?.|")]
    [InlineData("new List<decimal>().|")]
    [InlineData("(prices).|")]
    [InlineData("#!time\nprices.|")]
    [InlineData("#r \"nuget: Some.Library, 1.0.0\"\nprices.|")]
    public void A_list_is_a_list_however_broken_the_text_around_it_is(string cell) => Assert.Contains("Add", Lived.Value.Words(cell));

    [Fact]
    public void A_chain_over_lines_goes_on() => Assert.Contains("ToList", Lived.Value.Words("var z = prices\n    .Where(p => p > 1)\n    .|"));

    [Fact]
    public void An_argument_of_a_lambda_has_the_type_that_the_call_gives_it()
    {
        Assert.Contains("Length", Empty.Value.Words("new[] { \"a\" }.Select(word => word.|"));
        Assert.Contains("Length", Empty.Value.Words("new[] { \"a\" }.Where(word => word.Len|)"));
        Assert.Contains("Key", Lived.Value.Words("prices.GroupBy(p => p > 1).Select(g => g.|)"));
    }

    [Fact]
    public void A_tuple_shows_the_names_of_its_parts() => Assert.Equal(["First", "Second"], Lived.Value.Words("name.|").Take(2));

    [Theory]
    [InlineData("side == |")]
    [InlineData("if (side != |")]
    [InlineData("side = |")]
    [InlineData("Side other = |")]
    [InlineData("void Take(Side s) { }\nTake(|")]
    [InlineData("var t = side is |")]
    [InlineData("var t = side switch { |")]
    [InlineData("void Take(int a, Side? s) { }\nTake(1, |")]
    public void Where_an_enum_is_expected_its_values_come_first(string cell) => Assert.Equal(["Side.Buy", "Side.Sell"], Lived.Value.Words(cell).Take(2));

    [Fact]
    public void A_value_of_the_enum_is_found_by_its_own_name() => Assert.Equal("Side.Sell", Lived.Value.Words("side == Se|")[0]);

    [Fact]
    public void Braces_behind_new_ask_for_what_can_be_set()
    {
        var words = Empty.Value.Words("var euro = new Instrument { Symbol = \"EURUSD\", | };");

        Assert.Equal(["BaseCurrency", "PriceScale", "QuoteCurrency"], words.Take(3));
        Assert.DoesNotContain("Symbol", words);
        Assert.DoesNotContain("SettleCurrency", words);
        Assert.Contains("Venue", Empty.Value.Words("var euro = new Instrument { Ve|"));
        Assert.Equal(["Extra"], Lived.Value.Words("var other = pair with { Ex|"));
    }

    [Fact]
    public void Arguments_are_offered_by_name() => Assert.Contains("x:", Lived.Value.Words("Twice(|)"));

    [Fact]
    public void A_strategy_is_told_what_it_can_override()
    {
        var words = Empty.Value.Words("public class Mine : Strategy { protected override | }");

        Assert.Contains(words, word => word.Contains("OnBar(", StringComparison.Ordinal));
        Assert.DoesNotContain("prices", words);
    }

    [Fact]
    public void A_line_with_a_number_sign_asks_for_a_magic()
    {
        var completions = Empty.Value.Complete("var x = 1;\n#!ma|");

        Assert.Equal(["#!markdown"], completions.Items.Select(item => item.Text));
        Assert.Equal((11, 15), (completions.Start, completions.End));
        Assert.Contains("#!time", Empty.Value.Words("#|"));
    }

    [Theory]
    [InlineData("// pri|")]
    [InlineData("/* pri| */")]
    [InlineData("var s = \"pri|\";")]
    [InlineData("var s = \"pri|")]
    [InlineData("var s = $\"pri|\";")]
    [InlineData("var s = \"\"\"pri|\"\"\";")]
    [InlineData("var c = 'p|'")]
    [InlineData("var n = 12|")]
    [InlineData("var pri|")]
    [InlineData("int pri| = 2")]
    [InlineData("class Pri|")]
    [InlineData("#!markdown\n# pri|")]
    [InlineData("#r \"nuget: Pri|")]
    public void Where_no_name_can_stand_none_is_offered(string cell) => Assert.Empty(Lived.Value.Words(cell));

    [Fact]
    public void No_more_than_three_hundred_are_offered()
    {
        Assert.Equal(300, Lived.Value.Words("|").Count);
    }
}
