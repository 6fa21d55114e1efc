using System.Globalization;
using System.Text;
using Workbench.Research;
using Workbench.Research.Compare;

namespace Workbench.App;

/// <summary>A comparison for a terminal: the odds first, then a line for each.</summary>
static class CompareText
{
    const int NameWidth = 44;

    public static string Of(CompareDocument document)
    {
        var text = new StringBuilder();
        text.Append(document.Odds.Sentence).Append("\n\n");
        foreach (var figure in document.Odds.Figures)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {figure.Label,-34}{Number(figure.Value, "0.####"),12}   N {figure.Trials:N0}, {figure.Periods:N0} periods\n");
        }

        text.Append(CultureInfo.InvariantCulture,
            $"\n  {document.Split.Earlier + " | " + document.Split.Later,-NameWidth}{"Sharpe",9}{"Sharpe",9}{"return",10}{"return",10}{"drawdown",10}  beside the first\n");
        for (var at = 0; at < document.Contenders.Count; at++)
        {
            Append(text, document.Contenders[at], document.Figures[at]);
        }

        foreach (var failure in document.Failures)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {failure.Count,6:N0} {failure.State}: {failure.Reason}\n");
        }

        foreach (var note in document.Notes)
        {
            text.Append("  ! ").Append(note).Append('\n');
        }

        return text.ToString();
    }

    static void Append(StringBuilder text, Contender contender, ComparedFigures figures)
    {
        var name = contender.Key.Length > NameWidth - 2 ? contender.Key[..(NameWidth - 3)] + "…" : contender.Key;
        text.Append(CultureInfo.InvariantCulture, $"  {name,-NameWidth}{Number(figures.Earlier.Sharpe, "0.00"),9}{Number(figures.Later.Sharpe, "0.00"),9}")
            .Append(CultureInfo.InvariantCulture, $"{Share(figures.Earlier.Return),10}{Share(figures.Later.Return),10}{Share(figures.Whole.Drawdown),10}");
        if (figures.Sharpe.Value.Value is { } difference)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {difference:+0.00;-0.00} [{figures.Sharpe.Low:0.00}, {figures.Sharpe.High:0.00}]{(figures.Sharpe.IsSignificant ? " *" : "")}");
        }

        text.Append(figures.BeatsLuck == true ? "  beats luck\n" : "\n");
    }

    static string Number(MetricValue value, string format) => value.Value?.ToString(format, CultureInfo.InvariantCulture) ?? "-";

    static string Share(MetricValue value) => value.Value is { } share ? (share * 100d).ToString("0.00", CultureInfo.InvariantCulture) + " %" : "-";
}
