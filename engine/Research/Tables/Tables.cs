using System.Collections;
using System.Globalization;
using System.Reflection;

namespace Workbench.Research;

/// <summary>Tables for notebooks: of any rows, and of runs; those of runs carry their ids.</summary>
public static class Tables
{
    /// <summary>A table with a column for each public property of the rows' type, in the order of their declaration; rows that are plain values have one column.</summary>
    public static DataTable Of<T>(IEnumerable<T> rows)
    {
        var properties = IsPlain(typeof(T)) ? [] : typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0).ToArray();
        return properties.Length == 0
            ? new DataTable([new TableColumn("Value", IsWord(typeof(T)))], [.. rows.Select(row => (TableCell[])[Text(row)])])
            : new DataTable(
                [.. properties.Select(property => new TableColumn(property.Name, IsWord(property.PropertyType)))],
                [.. rows.Select(row => (TableCell[])[.. properties.Select(property => (TableCell)Text(row is null ? null : property.GetValue(row)))])]);
    }

    /// <summary>The verdict on a run: what the console says, with its warnings and its hash.</summary>
    public static DataTable Summary(RunReport run)
    {
        var document = run.Document;
        var table = new DataTable(
            [new TableColumn("What came out", IsText: true), new TableColumn(""), new TableColumn("what it took", IsText: true), new TableColumn(" ")],
            [.. ConsoleSummary.Rows(document).Select(row => (TableCell[])[row.Left.Name, row.Left.Value, row.Right.Name, row.Right.Value])]).WithRun(document.Identity.RunId);
        foreach (var warning in document.Warnings)
        {
            table = table.Note(warning);
        }

        return table.Note("EventLogHash " + document.EventLogHash);
    }

    /// <summary>All metrics of a run; point at a name for its formula. An undefined one is a dash, and tells why where one points at it.</summary>
    public static DataTable Metrics(RunReport run) => new DataTable(
        [new TableColumn("Metric", IsText: true), new TableColumn("Value")],
        [.. run.Document.Metrics.Select(metric => (TableCell[])[NameOf(metric.Definition), ValueOf(metric, run)])]).WithRun(run.Document.Identity.RunId);

    /// <summary>Closed trades of a run by exit; where there are too many, those with the largest profit or loss.</summary>
    public static DataTable Trades(RunReport run)
    {
        var table = new DataTable(TradeColumns, [.. run.Curves.Trades.Select(Row)]).WithRun(run.Document.Identity.RunId)
            .Note("net and costs in " + run.Document.Equity.Currency);
        return run.Curves.Trades.Count == run.Document.Trades
            ? table
            : table.Note(FormattableString.Invariant($"the {run.Curves.Trades.Count:N0} of {run.Document.Trades:N0} trades with the largest profit or loss"));
    }

    /// <summary>Metrics of several runs side by side; in each row the best is bold, where more or less of it is better and they differ.</summary>
    /// <param name="runs">The runs.</param>
    /// <param name="metrics">Which metrics, in which order; all of them when left out.</param>
    /// <exception cref="WorkbenchException">WB4204 no run.</exception>
    public static DataTable Compare(IEnumerable<RunReport> runs, IReadOnlyList<MetricDefinition>? metrics = null)
    {
        var all = runs.ToArray();
        if (all.Length == 0)
        {
            throw ChartErrors.Nothing("no runs");
        }

        var definitions = metrics ?? all.SelectMany(run => run.Document.Metrics.Select(metric => metric.Definition)).DistinctBy(definition => definition.Key);
        return new DataTable(
            [new TableColumn("Metric", IsText: true), .. all.Select(run => new TableColumn(run.Document.Identity.RunId))],
            [.. definitions.Select(definition => CompareRow(definition, all))])
        {
            RunIds = [.. all.Select(run => run.Document.Identity.RunId).Distinct()],
        };
    }

    static readonly TableColumn[] TradeColumns =
    [
        new("#"), new("Instrument", IsText: true), new("Side", IsText: true), new("Quantity"), new("Entry, UTC", IsText: true), new("at"),
        new("Exit, UTC", IsText: true), new("at "), new("Held"), new("Costs"), new("Net"), new("Entry tag", IsText: true), new("Exit tag", IsText: true),
    ];

    static TableCell[] Row(ListedTrade trade) =>
    [
        Text(trade.Number), trade.Symbol, trade.Side == Side.Buy ? "long" : "short", Text(trade.Qty), Instant(trade.EntryTime), Text(trade.EntryPrice),
        Instant(trade.ExitTime), Text(trade.ExitPrice), MetricText.Span((trade.ExitTime - trade.EntryTime) / (double)UtcNanos.Second),
        Money(trade.Costs), new TableCell(Money(trade.Net), Sign: Math.Sign(trade.Net)), trade.EntryTag, trade.ExitTag,
    ];

    static TableCell[] CompareRow(MetricDefinition definition, RunReport[] runs)
    {
        var metrics = runs.Select(run => run.Document.Metric(definition)).ToArray();
        var known = metrics.Where(metric => metric.Value is not null).Select(metric => metric.Value!.Value).ToArray();
        double? best = known.Distinct().Count() < 2 ? null : definition.Better switch { Better.Higher => known.Max(), Better.Lower => known.Min(), _ => null };
        return [NameOf(definition), .. metrics.Zip(runs, (metric, run) => ValueOf(metric, run) with { IsBold = best is not null && metric.Value == best })];
    }

    static TableCell NameOf(MetricDefinition definition) => new(definition.Label, Hint: definition.Formula);

    static TableCell ValueOf(Metric metric, RunReport run) => new(MetricText.Of(metric, run.Document.Equity.Currency), Hint: metric.Reason);

    static string Money(decimal amount) => amount.ToString("N2", CultureInfo.InvariantCulture);

    static string Instant(long nanos) => UtcNanos.ToDateTime(nanos).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    static string Text(object? value) => value switch
    {
        null => "-",
        DateTime time => time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
        double number => double.IsNaN(number) ? "-" : number.ToString(Math.Abs(number) >= 1e15 || number != 0d && Math.Abs(number) < 1e-4 ? "0.####e+0" : "#,0.######", CultureInfo.InvariantCulture),
        decimal amount => amount.ToString("#,0.############", CultureInfo.InvariantCulture),
        string text => text,
        IEnumerable many => string.Join(", ", many.Cast<object?>().Take(10).Select(Text)),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    static bool IsPlain(Type type) => type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(decimal) || type == typeof(DateTime) || type == typeof(TimeSpan) || type == typeof(object)
        || Nullable.GetUnderlyingType(type) is { } inner && IsPlain(inner);

    static bool IsWord(Type type) => Type.GetTypeCode(Nullable.GetUnderlyingType(type) ?? type) is TypeCode.String or TypeCode.Object or TypeCode.DateTime or TypeCode.Boolean
        && (Nullable.GetUnderlyingType(type) ?? type) != typeof(TimeSpan) || type.IsEnum;
}
