using Workbench.Scripting.Notebooks;

namespace Workbench.Scripting.Tests.Notebooks.Formats;

/// <summary>Values to look at.</summary>
static class Samples
{
    public static readonly Instrument Euro = new() { Symbol = "EURUSD", BaseCurrency = "EUR", QuoteCurrency = "USD", PriceScale = 5, PipSize = 0.0001m };
    public static readonly Instrument Gold = new() { Symbol = "XAUUSD", BaseCurrency = "XAU", QuoteCurrency = "USD", PriceScale = 2 };

    public static readonly DateTime Start = new(2024, 3, 1, 8, 0, 0, DateTimeKind.Utc);

    public sealed record Fill(DateTime Time, string Symbol, Side Side, decimal Price, double Score, int Lots);

    public sealed record Node(string Name)
    {
        public Node? Next { get; set; }

        public List<Node> Children { get; } = [];
    }

    public class Broken
    {
        public int Fine => 7;

        public int Bad => throw new InvalidOperationException("no <answer> here");
    }

    public sealed class Place
    {
        public string Name = "";

        public Point Where { get; init; }
    }

    public readonly record struct Point(double X, double Y);

    /// <summary>Sees what is read of it.</summary>
    public sealed class Counter
    {
        public int Read { get; private set; }

        public IEnumerable<int> Endless()
        {
            while (true)
            {
                yield return Read++;
            }
        }
    }

    /// <summary>A matrix as a library of linear algebra makes it: no array, and no sequence.</summary>
    public sealed class LibraryMatrix(int rows, int columns)
    {
        public int RowCount => rows;

        public int ColumnCount => columns;

        public double this[int row, int column] => row + (column / 8.0);
    }

    public static IEnumerable<Fill> Fills(int count) => Enumerable.Range(0, count).Select(index => new Fill(
        Start.AddSeconds(37 * index), "EURUSD", index % 3 == 0 ? Side.Sell : Side.Buy, 1.08m + (index % 977 * 0.00001m), Math.Sin(index) * 12.3456789, 1000 * (index % 7)));

    public static IEnumerable<Bar> Bars(int count) => Enumerable.Range(0, count).Select(index => new Bar
    {
        Instrument = Euro,
        Spec = new BarSpec(BarUnit.Time, 5 * UtcNanos.Minute),
        PriceScale = 5,
        OpenNanos = UtcNanos.From(Start.AddMinutes(5 * index)),
        CloseNanos = UtcNanos.From(Start.AddMinutes(5 * (index + 1))),
        OpenRaw = 108_000 + index,
        HighRaw = 108_020 + index,
        LowRaw = 107_990 + index,
        CloseRaw = 108_010 + index,
        Count = 120 + index,
    });

    public static IEnumerable<Tick> Ticks(params Instrument[] of) =>
        of.Select((instrument, index) => new Tick(instrument, UtcNanos.From(Start.AddMilliseconds(250 * index)), 108_000 + index, 108_002 + index, 0, 0));

    public static IEnumerable<int> BreaksAfter(int count)
    {
        for (var index = 0; index < count; index++)
        {
            yield return index;
        }

        throw new FormatException("line 4 is no number");
    }

    public static MimeBundle Format(object? value, params Func<object, MimeBundle?>[] formats) => ValueFormatter.Format(value, formats);

    public static string Plain(object? value) => Format(value).Forms[MimeBundle.PlainText];

    /// <summary>HTML of a value without the style that stands before it.</summary>
    public static string Html(object? value)
    {
        var html = Format(value).Forms[MimeBundle.HtmlText];
        return html[(html.IndexOf("</style>", StringComparison.Ordinal) + 8)..];
    }
}
