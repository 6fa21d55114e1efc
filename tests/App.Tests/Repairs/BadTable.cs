using System.Globalization;
using System.Text;
using Workbench.App.Tests.Kit;
using Workbench.Model;

namespace Workbench.App.Tests.Repairs;

/// <summary>A downloaded table of a made-up share with a price in pence and a dividend a hundred times too big.</summary>
static class BadTable
{
    public const int WrongPrice = 30;
    public const int WrongDividend = 50;

    const int Rows = 80;

    /// <summary>Day of the first row; each other is a day later.</summary>
    public static readonly DateOnly First = new(2023, 1, 2);

    /// <summary>The words that import it.</summary>
    public static string[] Import(Shell shell) =>
        ["data", "import", shell.Write("xyz.csv", Text()), "--instrument", "XYZ", "--format", "yahoo-csv", "--point", "0.0001", "--quote", "USD", "--calendar", "utc"];

    /// <summary>A script that buys at the first of its bars.</summary>
    public static string Script(Shell shell) => Scripts.Of(shell, "    int n; public override void OnStart() => Subscribe(Bars.Days().Of(PriceSource.Last)); public override void OnBar(in Bar bar) { if (++n == 1) Buy(1000m); }", "hold-bars");

    static string Text()
    {
        var text = new StringBuilder("Date,Open,High,Low,Close,Adj Close,Volume,Dividends,Stock Splits\n");
        var dice = new SeededRandom(5);
        var price = 40m;
        for (var row = 0; row < Rows; row++)
        {
            price = Math.Round(price * (1m + ((decimal)dice.NextDouble() - 0.5m) / 100m), 2);
            var shown = row == WrongPrice ? price * 100m : price;
            var dividend = row switch { WrongDividend => 10m, 20 => 0.1m, 70 => 0.1m, _ => 0m };
            text.Append(CultureInfo.InvariantCulture, $"{First.AddDays(row):yyyy-MM-dd},{shown},{shown + 0.1m},{shown - 0.1m},{shown},{shown},{1000 + row},{dividend},0\n");
        }

        return text.ToString();
    }
}
