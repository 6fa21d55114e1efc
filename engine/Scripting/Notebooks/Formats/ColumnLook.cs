namespace Workbench.Scripting.Notebooks;

/// <summary>What the words of a column have in common.</summary>
/// <param name="IsNumber">Whether all of them are numbers, and stand at the right.</param>
/// <param name="Decimals">How many decimals its fractions show.</param>
sealed record ColumnLook(bool IsNumber, int Decimals)
{
    /// <summary>Length from which a text may take more than one line.</summary>
    public const int Wraps = 80;

    /// <summary>The looks of a sheet's columns, the names' first.</summary>
    public static IReadOnlyList<ColumnLook> Of(Sheet sheet)
    {
        var rows = sheet.Rows.Where(row => row.Cells.Count > 0).ToList();
        var width = rows.Count == 0 ? 0 : rows.Max(row => row.Cells.Count);

        // Properties are unlike things, and so are the values of keys; only numbered rows are of one kind, with their points below each other.
        var isNumbered = rows.Count > 0 && rows.TrueForAll(row => IsIndex(row.Name.Text));
        var isTable = isNumbered || sheet.Header.Count > 0;
        var names = new ColumnLook(isNumbered, 0);
        return [names, .. Enumerable.Range(0, width).Select(column => isTable ? Column(rows.Select(row => row.Cells.ElementAtOrDefault(column)), isNumbered) : new ColumnLook(false, 0))];
    }

    /// <summary>A word as it stands in the column.</summary>
    public string Text(Word word) => Digits.Padded(word, Decimals).Text;

    static bool IsIndex(string name) => name == "…" || (name.Length > 0 && name.All(sign => char.IsAsciiDigit(sign) || sign == ','));

    static ColumnLook Column(IEnumerable<Shown?> cells, bool isNumbered)
    {
        var words = cells.OfType<Word>().Where(word => word.Kind is not (WordKind.Soft or WordKind.Error) && word.Text.Length > 0).ToList();
        var isNumber = words.Count > 0 && words.TrueForAll(word => word.Kind is WordKind.Number or WordKind.Fraction);
        return new ColumnLook(isNumber, isNumber && isNumbered ? words.Max(Digits.Decimals) : 0);
    }
}
