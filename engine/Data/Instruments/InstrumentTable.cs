using System.Text.Json;
using System.Text.Json.Serialization;
using Workbench.Data.Calendars;
using Workbench.Data.Importers;

namespace Workbench.Data.Instruments;

/// <summary>The instruments that the house knows by name: its own list, extended by the user's.</summary>
public sealed class InstrumentTable
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    readonly SortedDictionary<string, InstrumentEntry> entries = new(StringComparer.Ordinal);
    readonly Dictionary<string, string> aliases = new(StringComparer.Ordinal);

    readonly CalendarTable calendars;

    InstrumentTable(IEnumerable<InstrumentEntry> list, CalendarTable calendars)
    {
        this.calendars = calendars;
        foreach (var entry in list)
        {
            Add(entry with { Symbol = entry.Symbol.ToUpperInvariant() });
        }
    }

    /// <summary>The list that comes with the program.</summary>
    public static InstrumentTable BuiltIn { get; } = new(ReadBuiltIn(), CalendarTable.BuiltIn);

    /// <summary>The built-in list and the user's file over it, where there is one: an entry there replaces ours of the same symbol.</summary>
    /// <param name="file">Usually data/instruments.json; may be absent.</param>
    /// <param name="calendars">Where its calendars are found; default those that ship.</param>
    /// <exception cref="WorkbenchException">The file is no table of instruments.</exception>
    public static InstrumentTable Load(string file, CalendarTable? calendars = null) =>
        File.Exists(file) ? new InstrumentTable(ReadBuiltIn().Concat(ReadUser(file)), calendars ?? CalendarTable.BuiltIn)
        : calendars is null || calendars == CalendarTable.BuiltIn ? BuiltIn
        : new InstrumentTable(ReadBuiltIn(), calendars);

    /// <summary>Symbols in order.</summary>
    public IReadOnlyCollection<string> Symbols => entries.Keys;

    /// <summary>The instrument of a symbol, with or without separators and capitals, or under a vendor's name.</summary>
    /// <exception cref="WorkbenchException">Nobody knows it, or its point size or currency is missing.</exception>
    public Instrument Find(string symbol) => Find(symbol, InstrumentOverrides.None);

    /// <summary>The instrument of a symbol as the user describes it: one that nobody knows needs a point size and a quote currency.</summary>
    /// <exception cref="WorkbenchException">Nobody knows it, or its point size or currency is missing.</exception>
    public Instrument Find(string symbol, InstrumentOverrides said)
    {
        var name = Key(symbol);
        if (entries.TryGetValue(name, out var known))
        {
            return known.With(said).ToInstrument(calendars);
        }

        CheckSymbol(symbol);
        if (said.Point is null && said.Quote is null)
        {
            throw ImportErrors.UnknownInstrument(symbol, Closest.To(name, entries.Keys.Concat(aliases.Keys)));
        }

        return Unlisted(symbol.ToUpperInvariant(), said).With(said).ToInstrument(calendars);
    }

    /// <summary>The instrument of a symbol, or null where nobody knows it.</summary>
    public Instrument? TryFind(string symbol) => entries.TryGetValue(Key(symbol), out var known) ? known.ToInstrument(calendars) : null;

    /// <summary>What a source of data calls an instrument, where the table says so; null where the source's own rule holds.</summary>
    /// <param name="vendor">Name of the source, such as <c>yahoo</c>.</param>
    /// <param name="symbol">Our symbol.</param>
    public string? NameAt(string vendor, string symbol) => entries.TryGetValue(Key(symbol), out var known) ? known.Vendors.GetValueOrDefault(vendor) : null;

    // Two different three-letter codes are a currency pair; anything else is taken for a share, which is its own base.
    static InstrumentEntry Unlisted(string symbol, InstrumentOverrides said) => new()
    {
        Symbol = symbol,
        AssetClass = said.Base is { Length: 3 } bought && bought != symbol ? AssetClass.Forex : AssetClass.Equity,
    };

    /// <summary>The symbol that a spelling stands for: as it is, under an alias, or without its separators.</summary>
    string Key(string symbol)
    {
        var name = symbol.ToUpperInvariant();
        if (entries.ContainsKey(name))
        {
            return name;
        }

        var bare = string.Concat(name.Where(char.IsLetterOrDigit));
        return aliases.TryGetValue(name, out var own) || aliases.TryGetValue(bare, out own) ? own : entries.ContainsKey(bare) ? bare : name;
    }

    void Add(InstrumentEntry entry)
    {
        CheckSymbol(entry.Symbol);
        entries[entry.Symbol] = entry;
        foreach (var alias in entry.Aliases.Concat(entry.Vendors.Values))
        {
            aliases[alias.ToUpperInvariant()] = entry.Symbol;
        }
    }

    // Symbols become folder names of the lake.
    static void CheckSymbol(string symbol)
    {
        if (symbol.Length is 0 or > 32 || symbol[0] == '.' || !symbol.All(letter => char.IsAsciiLetterOrDigit(letter) || ".-_=^".Contains(letter)))
        {
            throw ImportErrors.BadSymbol(symbol);
        }
    }

    static List<InstrumentEntry> ReadBuiltIn()
    {
        using var stream = typeof(InstrumentTable).Assembly.GetManifestResourceStream("Workbench.Data.Instruments.instruments.json")!;
        return JsonSerializer.Deserialize<List<InstrumentEntry>>(stream, Json)!;
    }

    static List<InstrumentEntry> ReadUser(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<List<InstrumentEntry>>(File.ReadAllText(file), Json)
                ?? throw ImportErrors.BadInstrumentFile(file, "it holds null");
        }
        catch (JsonException broken)
        {
            throw ImportErrors.BadInstrumentFile(file, broken.Message);
        }
    }
}
