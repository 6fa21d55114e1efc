using System.Text;
using Workbench.Scripting.Notebooks;
using static Workbench.Scripting.Tests.Notebooks.Formats.Samples;

namespace Workbench.Scripting.Tests.Notebooks.Formats;

/// <summary>A page of values as a browser draws it. <c>WORKBENCH_PICTURES</c> names a folder that keeps the pictures, to be looked at.</summary>
public sealed class PictureTests
{
    [BrowserFact]
    public void A_page_of_values_is_drawn_light_and_dark()
    {
        using var folder = new TempFolder();
        var kept = Environment.GetEnvironmentVariable("WORKBENCH_PICTURES") ?? folder.Path;
        var page = folder.File("values.html");
        File.WriteAllText(page, Page());
        var light = Path.Combine(kept, "values-light.png");
        var dark = Path.Combine(kept, "values-dark.png");

        Browser.Picture(page, light, 1100, 3900);
        Browser.Picture(page, dark, 1100, 3900, dark: true);

        // An empty page of this size has a few thousand bytes.
        Assert.InRange(new FileInfo(light).Length, 100_000, 5_000_000);
        Assert.InRange(new FileInfo(dark).Length, 100_000, 5_000_000);
        Assert.NotEqual(File.ReadAllBytes(light), File.ReadAllBytes(dark));
    }

    static string Page()
    {
        var html = new StringBuilder("<!doctype html><meta charset=utf-8><style>:root{color-scheme:light dark}body{margin:24px;font:14px system-ui}section{margin:0 0 22px}</style>");
        foreach (var value in Values())
        {
            var forms = Format(value).Forms;
            html.Append("<section>").Append(forms.TryGetValue(MimeBundle.HtmlText, out var form) ? form : $"<pre>{forms[MimeBundle.PlainText]}</pre>").Append("</section>");
        }

        return html.ToString();
    }

    static IEnumerable<object?> Values()
    {
        yield return Fills(10_000).ToList();
        yield return Bars(4);
        yield return Ticks(Euro, Gold, Euro);
        yield return new { Run = "2024-03-01_sma", Sharpe = 1.2345678, Trades = 12_345, Instrument = Euro, Best = Fills(1).Single(), Note = new string('w', 90) + " and more words to see where the line is broken by the page" };
        yield return new Dictionary<string, double> { ["mean"] = 0.00012345, ["deviation"] = 1.5, ["kurtosis"] = 12.25 };
        yield return Euro;
        yield return BreaksAfter(3);
        yield return new Counter().Endless().Select(index => new Point(index, Math.Sqrt(index)));
        yield return new LibraryMatrix(40, 30);
        yield return new Broken();
        yield return Record.Exception(() => new Broken().Bad);
        yield return new[] { "one", null, "three <b>" };
        yield return 1.0 / 3;
    }
}
