namespace Workbench.Scripting.Notebooks;

/// <summary>How the elements of a sequence become rows: dictionaries by their keys, objects by their parts, all else as a list.</summary>
sealed class Table
{
    // Not among the chosen parts of a price: a column that says the same in every row is left out.
    const string OfInstrument = nameof(Tick.Instrument);

    readonly bool isKeyed;
    readonly List<string> names;
    readonly bool isCut;

    Table(bool isKeyed, List<string> names, int mostColumns)
    {
        this.isKeyed = isKeyed;
        isCut = names.Count > mostColumns;
        this.names = [.. names.Take(mostColumns)];
        Header = Head();
    }

    /// <summary>Names of the columns.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>The table that fits these elements.</summary>
    public static Table Of(IReadOnlyList<object?> shown, int mostColumns)
    {
        var isKeyed = shown.Count > 0 && shown.All(value => value is System.Collections.DictionaryEntry || IsPair(value));
        var values = isKeyed ? shown.Select(value => Pair(value!).Value) : shown;
        var rows = values.Where(value => value is not (null or Thrown)).ToList();
        var names = rows.Count > 0 && rows.TrueForAll(HasParts) ? Names(rows!) : [];
        return new Table(isKeyed, names, mostColumns);
    }

    /// <summary>An element as a row.</summary>
    public SheetRow Row(object? element, long index)
    {
        var (key, value) = isKeyed ? Pair(element!) : (null, element);
        var name = isKeyed ? OneLine.Of(key) : new Word(Digits.Grouped(index), WordKind.Soft);
        return new SheetRow(name, names.Count == 0 || value is null or Thrown ? [OneLine.Of(value)] : Cells(value));
    }

    /// <summary>How many there are, in words.</summary>
    public string Note(Sample sample)
    {
        var (one, many) = isKeyed ? ("entry", "entries") : names.Count > 0 ? ("row", "rows") : ("item", "items");
        var count = Digits.Grouped(sample.Count) + " " + (sample.Count == 1 ? one : many);
        return sample switch
        {
            { Error: not null } => $"broke after {count}",
            { IsCounted: false } => $"more than {count}",
            _ => count,
        };
    }

    List<string> Head()
    {
        if (names.Count == 0)
        {
            return isKeyed ? ["key", "value"] : [];
        }

        return [isKeyed ? "key" : "", .. names.Select(name => OneLine.Cut(name)), .. isCut ? ["…"] : Array.Empty<string>()];
    }

    List<Shown> Cells(object value)
    {
        var parts = Member.All(value).ToDictionary(part => part.Name, StringComparer.Ordinal);
        var cells = names.ConvertAll<Shown>(name => parts.TryGetValue(name, out var part) ? OneLine.Of(part.Of(value))
            : name == OfInstrument && InstrumentOf(value) is { } instrument ? OneLine.Of(instrument)
            : new Word(""));
        if (isCut)
        {
            cells.Add(new Word("…", WordKind.Soft));
        }

        return cells;
    }

    static List<string> Names(List<object> rows)
    {
        var names = rows.SelectMany(row => Member.All(row)).Select(part => part.Name).Distinct(StringComparer.Ordinal).ToList();
        var isMixed = rows.Select(InstrumentOf).Distinct().Count() > 1;
        return isMixed && names.Count > 0 && rows[0] is Tick or Bar or Trade ? [OfInstrument, .. names] : names;
    }

    static object? InstrumentOf(object row) => row switch
    {
        Tick tick => tick.Instrument,
        Bar bar => bar.Instrument,
        Trade trade => trade.Instrument,
        _ => null,
    };

    // Prices are a table although one alone is a line.
    static bool HasParts(object? value) => value is Tick { Instrument: not null } or Bar { Instrument: not null } or Trade { Instrument: not null }
        || (Scalars.Of(value, alone: true) is null && value is not System.Collections.IEnumerable and not Exception and not Task && Member.All(value!).Count > 0);

    static bool IsPair(object? value) => value?.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>);

    static (object? Key, object? Value) Pair(object pair) => pair is System.Collections.DictionaryEntry entry
        ? (entry.Key, entry.Value)
        : (pair.GetType().GetProperty("Key")!.GetValue(pair), pair.GetType().GetProperty("Value")!.GetValue(pair));
}
