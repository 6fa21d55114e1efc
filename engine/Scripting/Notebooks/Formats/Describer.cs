using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Workbench.Scripting.Notebooks;

/// <summary>Decides what will be seen of a value: a word, a table of its elements, a table of its parts, a matrix.</summary>
static class Describer
{
    const int FirstRows = 20;
    const int LastRows = 5;
    const int NestedFirst = 5;
    const int NestedLast = 2;
    const int MostColumns = 20;
    const int MostParts = 60;
    const int Deepest = 2;
    const int LongestText = 2_000;

    /// <summary>What will be seen.</summary>
    /// <param name="value">The value.</param>
    /// <param name="depth">How many tables it is already inside.</param>
    public static Shown Of(object? value, int depth = 0)
    {
        if (Patience.IsOver)
        {
            return new Word("…", WordKind.Soft);
        }

        if (Scalars.Of(value, depth == 0) is { } word)
        {
            return depth == 0 ? word : word with { Text = OneLine.Cut(word.Text, LongestText) };
        }

        return depth > Deepest ? OneLine.Of(value) : Parts(value!, depth);
    }

    static Shown Parts(object value, int depth) => value switch
    {
        Exception error => new Trouble(new Thrown(error).Title, OneLine.Cut(Thrown.Or(() => error.StackTrace) as string ?? "", LongestText)),
        Task task => Awaited(task, depth),
        Array { Rank: 2 } matrix => Matrix(matrix.GetLength(0), matrix.GetLength(1), (row, column) => matrix.GetValue(row + matrix.GetLowerBound(0), column + matrix.GetLowerBound(1))),
        IEnumerable values => Elements(values, depth),
        _ => AsMatrix(value) ?? Properties(value, depth),
    };

    static Shown Awaited(Task task, int depth)
    {
        if (!task.IsCompletedSuccessfully)
        {
            return task.IsFaulted ? Parts(task.Exception!.GetBaseException(), depth) : new Word(task.IsCanceled ? "task, cancelled" : "task, still running", WordKind.Soft);
        }

        // A task without a value is one of an internal kind of nothing.
        var result = task.GetType().GetProperty(nameof(Task<>.Result));
        return result is null || result.PropertyType.Name == "VoidTaskResult" ? new Word("task, done", WordKind.Soft) : Of(result.GetValue(task), depth);
    }

    static Shown Elements(IEnumerable values, int depth)
    {
        var sample = Sample.Of(values, depth == 0 ? FirstRows : NestedFirst, depth == 0 ? LastRows : NestedLast);
        if (sample is { Count: 0, Error: null })
        {
            return new Word("empty " + TypeName.Of(values.GetType()), WordKind.Soft);
        }

        var table = Table.Of([.. sample.First, .. sample.Last], MostColumns);
        var rows = sample.First.Select((value, index) => table.Row(value, index)).ToList();
        if (sample.Between > 0)
        {
            var more = Digits.Grouped(sample.Between);
            rows.Add(Across(sample.IsCounted ? $"… {more} more …" : $"… more than {more} more …", WordKind.Soft));
        }

        rows.AddRange(sample.Last.Select((value, index) => table.Row(value, sample.Count - sample.Last.Count + index)));
        if (sample.Error is { } error)
        {
            rows.Add(Across(error.Title, WordKind.Error));
        }

        return new Sheet(table.Header, rows, table.Note(sample));
    }

    /// <summary>A row that is all one text.</summary>
    static SheetRow Across(string text, WordKind kind) => new(new Word(OneLine.Cut(text, LongestText), kind), []);

    static Shown Properties(object value, int depth)
    {
        var parts = Member.All(value);
        if (parts.Count == 0)
        {
            return Scalars.Spoken(value) ?? new Word(TypeName.Of(value.GetType()), WordKind.Soft);
        }

        var rows = parts.Take(MostParts).Select(part => new SheetRow(new Word(OneLine.Cut(part.Name), WordKind.Soft), [Of(part.Of(value), depth + 1)])).ToList();
        if (parts.Count > MostParts)
        {
            rows.Add(Across($"… {Digits.Grouped(parts.Count - MostParts)} more …", WordKind.Soft));
        }

        return new Sheet([], rows, value is ITuple || TypeName.IsAnonymous(value.GetType()) ? "" : OneLine.Cut(TypeName.Of(value.GetType())));
    }

    // Libraries of linear algebra have matrices that are no arrays; all of them have these three.
    static Sheet? AsMatrix(object value)
    {
        var type = value.GetType();
        var cell = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).FirstOrDefault(property =>
            property.GetIndexParameters() is [{ ParameterType: var row }, { ParameterType: var column }] && row == typeof(int) && column == typeof(int))?.GetMethod;
        return cell is not null && Number(value, "RowCount") is { } rows && Number(value, "ColumnCount") is { } columns
            ? Matrix(rows, columns, (row, column) => cell.Invoke(value, BindingFlags.DoNotWrapExceptions, null, [row, column], null))
            : null;
    }

    static int? Number(object value, string name) =>
        Thrown.Or(() => value.GetType().GetProperty(name, typeof(int))?.GetValue(value)) as int?;

    static Sheet Matrix(int height, int width, Func<int, int, object?> cell)
    {
        var rows = Places(height, FirstRows, LastRows);
        var columns = Places(width, MostColumns / 2, MostColumns / 4);
        var gap = new Word("…", WordKind.Soft);
        Shown Cell(int? row, int? column) => row is { } y && column is { } x ? OneLine.Of(Thrown.Or(() => cell(y, x))) : gap;

        return new Sheet(
            ["", .. columns.Select(column => column is { } place ? Digits.Grouped(place) : "…")],
            [.. rows.Select(row => new SheetRow(row is { } place ? new Word(Digits.Grouped(place), WordKind.Soft) : gap, [.. columns.Select(column => Cell(row, column))]))],
            $"{Digits.Grouped(height)} × {Digits.Grouped(width)}");
    }

    // The places that are shown of a side, and null for the gap between.
    static List<int?> Places(int length, int first, int last) => length <= first + last
        ? [.. Enumerable.Range(0, length)]
        : [.. Enumerable.Range(0, first), null, .. Enumerable.Range(length - last, last)];
}
