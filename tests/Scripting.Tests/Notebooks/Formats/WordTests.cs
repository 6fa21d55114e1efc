using System.Globalization;
using Workbench.Scripting.Notebooks;
using static Workbench.Scripting.Tests.Notebooks.Formats.Samples;

namespace Workbench.Scripting.Tests.Notebooks.Formats;

/// <summary>What is shown in a word: plain text alone, the same under every culture.</summary>
public sealed class WordTests
{
    public static TheoryData<object?, string> Words => new()
    {
        { null, "null" },
        { "two\nlines <b>", "two\nlines <b>" },
        { "", "" },
        { true, "true" },
        { 'x', "x" },
        { 2024, "2024" },
        { 1234567L, "1234567" },
        { -12.50m, "-12.50" },
        { 0.1 + 0.2, "0.3" },
        { 1.0 / 3.0, "0.333333333333333" },
        { double.NaN, "NaN" },
        { double.PositiveInfinity, "Infinity" },
        { 1e300, "1E+300" },
        { Start, "2024-03-01 08:00:00Z" },
        { Start.AddMilliseconds(120), "2024-03-01 08:00:00.12Z" },
        { new DateTime(2024, 3, 1), "2024-03-01" },
        { new DateOnly(2024, 3, 1), "2024-03-01" },
        { TimeSpan.FromMilliseconds(90_500), "00:01:30.5" },
        { TimeSpan.FromDays(3), "3.00:00:00" },
        { Side.Buy, "Buy" },
        { Guid.Empty, "00000000-0000-0000-0000-000000000000" },
        { typeof(Dictionary<string, int?[,]>), "Dictionary<string, int?[,]>" },
        { typeof((int, string)), "(int, string)" },
        { typeof(int[][,]), "int[][,]" },
        { typeof(List<>), "List<T>" },
        { new Money(12.5m, "EUR"), "12.5 EUR" },
        { default(Tick), "empty Tick" },
        { default(Bar), "empty Bar" },
        { Task.FromResult(42), "42" },
        { Task.CompletedTask, "task, done" },
        { Array.Empty<int>(), "empty int[]" },
        { new object(), "object" },
        { (Func<int>)(() => 1), "Func<int>" },
    };

    [Theory, MemberData(nameof(Words), DisableDiscoveryEnumeration = true)]
    public void A_value_without_parts_is_a_word(object? value, string expected)
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            var form = Assert.Single(Format(value).Forms);
            Assert.Equal(MimeBundle.PlainText, form.Key);
            Assert.Equal(expected, form.Value);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void A_tick_and_a_bar_are_a_line_each()
    {
        Assert.Equal("2024-03-01T08:00:00Z EURUSD 1.08000 / 1.08002", Plain(Ticks(Euro).Single()));
        Assert.StartsWith("2024-03-01T08:00:00Z EURUSD 5m O 1.08", Plain(Bars(1).Single()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_task_that_runs_is_not_waited_for() => Assert.Equal("task, still running", Plain(new TaskCompletionSource<int>().Task));

    [Fact]
    public void A_bundle_is_shown_as_it_is()
    {
        var bundle = MimeBundle.Html("<b>x</b>", "x");

        Assert.Same(bundle, Format(bundle, _ => MimeBundle.Plain("never asked")));
    }

    [Fact]
    public void The_first_format_that_says_mine_is_taken()
    {
        var bundle = Format(7, _ => null, value => MimeBundle.Plain($"seven is {value}"), _ => MimeBundle.Plain("too late"));

        Assert.Equal("seven is 7", bundle.Forms[MimeBundle.PlainText]);
    }

    [Fact]
    public void A_format_that_throws_shows_its_error() =>
        Assert.StartsWith("InvalidOperationException: mine is broken", Format(7, _ => throw new InvalidOperationException("mine is broken")).Forms[MimeBundle.PlainText], StringComparison.Ordinal);

    [Fact]
    public void An_exception_shows_its_message_and_where_it_came_from()
    {
        var error = Record.Exception(() => new Broken().Bad);

        Assert.StartsWith("InvalidOperationException: no <answer> here\n   at ", Plain(error), StringComparison.Ordinal);
        Assert.Contains("<div class=\"e\">InvalidOperationException: no &lt;answer&gt; here</div><pre>", Html(error), StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_text_is_cut_and_says_how_much_is_missing()
    {
        var text = Plain(new string('x', 150_000));

        Assert.True(text.Length < 100_100);
        Assert.EndsWith("…\n50,001 more characters", text, StringComparison.Ordinal);
    }
}
