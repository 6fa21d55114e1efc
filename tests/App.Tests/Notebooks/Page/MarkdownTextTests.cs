namespace Workbench.App.Tests.Notebooks.Page;

/// <summary>A text becomes part of the page itself, so nothing in it may act.</summary>
public sealed class MarkdownTextTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>", "<script")]
    [InlineData("a <img src=x onerror=alert(1)> b", "<img")]
    [InlineData("<iframe src='/'></iframe>", "<iframe")]
    [InlineData("[x](javascript:alert(1))", "javascript")]
    [InlineData("[x](JaVaScRiPt:alert(1))", "JaVaScRiPt")]
    [InlineData("[x](&#106;avascript:alert(1))", "javascript")]
    [InlineData("<javascript:alert(1)>", "href=\"javascript")]
    [InlineData("[x]: javascript:alert(1)\n\n[x]", "javascript")]
    [InlineData("[x](data:text/html,<script>alert(1)</script>)", "data:text")]
    [InlineData("![x](https://example.org/spy.png)", "example.org")]
    [InlineData("[x](//example.org)", "//example.org")]
    [InlineData("[x](/api/close)", "/api/close")]
    public void What_could_act_is_gone(string text, string gone) =>
        Assert.DoesNotContain(gone, MarkdownText.ToHtml(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("# Title", "<h1>Title</h1>")]
    [InlineData("[x](https://example.org)", "href=\"https://example.org\"")]
    [InlineData("[x](02-reading.ipynb)", "href=\"02-reading.ipynb\"")]
    [InlineData("|a|b|\n|-|-|\n|1|2|", "<td>1</td>")]
    [InlineData("![x](data:image/png;base64,AAAA)", "src=\"data:image/png;base64,AAAA\"")]
    [InlineData("`a < b`", "<code>a &lt; b</code>")]
    public void What_is_to_be_read_is_there(string text, string there) =>
        Assert.Contains(there, MarkdownText.ToHtml(text), StringComparison.Ordinal);
}
